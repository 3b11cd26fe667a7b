"""Heading lines: short lines that name what follows and are never quoted."""

from __future__ import annotations

import re

from corpus.quotation import MARKS

ENDS_A_SENTENCE = (".", "!", "?", "…", ":", ";", ",", ")", "]")
STARTS_PROSE = re.compile(
    r"(?:he|she|it|they|we|i|you|but|and|or|so|yet|this|that|these|those|there|here|his|her|its|their)\b", re.IGNORECASE
)
LIST_ITEM = re.compile(r"(?:[-*•–—]|\d+[.)])\s")
WORDS_OF_A_HEADING = 12
WORDS_OF_A_SENTENCE = 8  # a heading that is a sentence is shorter than nearly every sentence of news


def is_heading(line: str, *, within_quotation: bool, followed_by: str) -> bool:
    """Tell whether *line* is a heading above the line *followed_by* (empty when nothing follows).

    Newspapers also write headings as short sentences; these count only inside a quoted block,
    where a paragraph several times as long follows.
    """
    line = line.strip()
    if line.startswith("#"):
        return True
    if not line or line[0].islower() or not followed_by or LIST_ITEM.match(line) or any(mark in line for mark in MARKS):
        return False
    words = len(line.split())
    if not line.endswith(ENDS_A_SENTENCE):
        return words <= WORDS_OF_A_HEADING
    return (
        within_quotation
        and line.endswith((".", "?", "!"))
        and words <= WORDS_OF_A_SENTENCE
        and len(followed_by) > 4 * len(line)
        and followed_by[0] not in MARKS
        and not STARTS_PROSE.match(line)
    )
