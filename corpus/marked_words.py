"""Words in quotation marks: which are speech, which a term at a distance or the title of a work."""

from __future__ import annotations

import re
from typing import Final

from corpus.quotation import with_marks

SHORTEST: Final = 4  # words; fewer in marks are rather a term than speech, unless somebody is said to say them
TERM: Final = 2  # words; no more, in marks and after a determiner, are a term that the writer keeps at a distance
_DETERMINED: Final = re.compile(
    r"\b(?:the|an?|its|his|her|their|this|that|these|those|so-called|as)[ ]$", re.IGNORECASE
)
_TITLES_FOLLOW: Final = re.compile(
    r"\b(?:called|titled|entitled|dubbed|nicknamed(?: the)?|named|known as|headlined|slogan|song|album|single|"
    r"film|movie|book|novel|series|show|video|episode|article|essay|poem|play|painting|exhibition|podcast|"
    r"game|report|column)[ ,]+$",
    re.IGNORECASE,
)
_TITLE_CASE: Final = re.compile(
    r"(?:(?:[A-ZÀ-Ž0-9][\w’'.-]*+|(?:a|an|and|as|at|by|for|from|in|into|of|on|or|the|to|vs|with)\b|&)(?:[ ,.:!?]++|$))+"
)
"""Words as titles of works have them: all but the small ones begin with a capital."""
TITLE_WITHIN: Final = 16  # characters before a title in which it is announced
_ENDS_INSIDE: Final = (".", ",", "!", "?", "…")


def is_speech(text: str, start: int, end: int) -> bool:
    """Tell whether the words at [start, end) in marks are speech by themselves: enough of them, and ended."""
    words = text[start:end]
    return len(words.split()) >= SHORTEST and words.endswith(_ENDS_INSIDE)


def is_term(text: str, start: int, end: int) -> bool:
    """Tell whether they are a term that the writer keeps at a distance, or the title of a work that is announced."""
    words = text[start:end]
    opened, _ = with_marks(text, start, end)
    before = text[max(0, opened - TITLE_WITHIN) : opened]
    if _TITLES_FOLLOW.search(before) and _TITLE_CASE.fullmatch(words):
        return True
    few = len(words.split()) <= TERM and not words.endswith(_ENDS_INSIDE)
    return few and bool(_DETERMINED.search(before))


def is_title(text: str, start: int, end: int) -> bool:
    """Tell whether the words are written as the title of a work: "Calm Is the Sea,"."""
    words = text[start:end]
    return _TITLE_CASE.fullmatch(words) is not None and not words.endswith(("!", "?"))
