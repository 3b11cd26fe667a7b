"""Offices that are written in short or in full: a question has "the CEO", an article "the chief executive"."""

from __future__ import annotations

import re
from typing import Final

_IN_FULL: Final = {
    "CEO": "chief executive",
    "CFO": "chief financial officer",
    "PM": "prime minister",
    "VP": "vice president",
    "MP": "member of parliament",
    "MEP": "member of the European Parliament",
}
_SHORT: Final = re.compile(rf"\b(?:{'|'.join(_IN_FULL)})\b", re.IGNORECASE)
_FULL: Final = {in_full: short for short, in_full in _IN_FULL.items()} | {"chief executive officer": "CEO"}
_LONG: Final = re.compile(rf"\b(?:{'|'.join(sorted(_FULL, key=len, reverse=True))})\b", re.IGNORECASE)


def written(called: str) -> tuple[str, ...]:
    """Return how who is *called* so may be written, first as it is: with the office in full or in short."""
    in_full = _SHORT.sub(lambda office: _IN_FULL[office.group().upper()], called)
    in_short = _LONG.sub(lambda office: _FULL[office.group().lower()], called)
    return tuple(dict.fromkeys((called, in_full, in_short)))
