"""Sentences with exact offsets; a line break always ends one."""

from __future__ import annotations

import re
from collections.abc import Iterator

import sentencex

from corpus.quotation import without_unpaired

NOT_AN_END = re.compile(
    r"(?:\b(?:LLC|Inc|Ltd|Co|Corp|No|Nos|Art|vs|cf|approx|Sept|Gen|Col|Lt|Sgt|Rep|Sen|Gov|Adm|Maj|Capt)\.|\d\.)\s*$"
)
BEFORE_A_NAME = re.compile(r"\b(?:Mrs?|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Adm|Lt|Col|Sgt|Capt|Maj|Rev|St)\.\s*$")
LINE = re.compile(r"[^\n]+")
WORD = re.compile(r"\w")


def sentence_spans(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the sentences of text[start:end] as spans without blanks around them, in order.

    Together they hold every character that is not blank. A quotation stays with the words that attribute it.
    """
    found: list[tuple[int, int]] = []
    for line in LINE.finditer(text, start, end):
        found.extend(_of_line(text, *line.span()))
    return tuple(found)


def _of_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    opened: int | None = None
    for left, right in _pieces(text, start, end):
        if opened is None:
            opened = left
        # The splitter does not know these abbreviations, and an item number alone is no sentence.
        continued = right < end and _continues(text, opened, right, end)
        if not continued:
            yield opened, right
            opened = None
    if opened is not None:
        yield opened, _strip(text, opened, end)[1]


def _continues(text: str, start: int, end: int, limit: int) -> bool:
    words = text[start:end]
    if not WORD.search(words):
        return True
    following = text[end:limit].lstrip()
    if BEFORE_A_NAME.search(words) and following[:1].isupper():
        return True
    return bool(NOT_AN_END.search(words)) and (following[:1].islower() or words.rstrip(".").isdigit())


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for piece in sentencex.get_sentence_boundaries("en", without_unpaired(text, start, end)):
        left, right = _strip(text, start + piece["start_index"], start + piece["end_index"])
        if left < right:
            yield left, right


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
