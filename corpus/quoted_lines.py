"""Quoted lines ``> …`` in Markdown and in mail: the sign goes, and what it said is kept."""

from __future__ import annotations

import re
from typing import Final

from corpus.article import Quotation

SIGN: Final = re.compile(r" {0,3}>[> ]*")


def read_quoted_lines(text: str) -> tuple[str, tuple[Quotation, ...]]:
    """Return *text* without the signs, and the stretches that they set apart; the number of lines stays."""
    kept: list[str] = []
    found: list[Quotation] = []
    position, opened = 0, None
    for line in text.split("\n"):
        sign = SIGN.match(line)
        words = line[sign.end() :] if sign else line
        if sign and opened is None:
            opened = position
        if not sign and opened is not None:
            found.append(Quotation(opened, position - 1))
            opened = None
        kept.append(words)
        position += len(words) + 1
    if opened is not None:
        found.append(Quotation(opened, position - 1))
    return "\n".join(kept), tuple(item for item in found if item.start < item.end)
