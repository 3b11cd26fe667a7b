"""Comparing words as a reader types them with words as they were printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

_TOKEN: Final = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:['’]\w+)*|[%$€£]")
LEFT_OUT: Final = 4  # of so many words one may be left out in what a reader types
_BETWEEN: Final = "\x1f"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, folded: quotation marks, dashes, blanks and case make no difference, letters do."""

    folded: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that are not the same; one side may be empty."""

    yours: str
    printed: str


def words_of(text: str, start: int = 0, end: int | None = None) -> Words:
    """Return the words of text[start:end] with their spans in *text*."""
    found = list(_TOKEN.finditer(text, start, len(text) if end is None else end))
    folded = tuple(match.group().casefold().replace("’", "'") for match in found)
    return Words(folded, tuple(match.span() for match in found))


def occurrences(sought: Sequence[str], words: Words) -> list[tuple[int, int]]:
    """Return every place (first word, word after the last) where *words* has *sought* word by word."""
    needle = _BETWEEN + _BETWEEN.join(sought) + _BETWEEN
    haystack = _BETWEEN + _BETWEEN.join(words.folded) + _BETWEEN
    found, position = [], haystack.find(needle)
    while position >= 0:
        first = haystack.count(_BETWEEN, 0, position)
        found.append((first, first + len(sought)))
        position = haystack.find(needle, position + 1)
    return found


def nearest(sought: Sequence[str], words: Words) -> tuple[float, tuple[int, int]]:
    """Return the stretch of *words* most like *sought*, with its likeness 0..1 (Ratcliff and Obershelp)."""
    matcher = SequenceMatcher(None, sought, words.folded, autojunk=False)
    starts = {max(0, block.b - block.a) for block in matcher.get_matching_blocks() if block.size}
    stretches = [(start, min(len(words.folded), start + len(sought))) for start in starts]
    stretches += [_matching(sought, words, *stretch) for stretch in stretches]
    rated = [
        (SequenceMatcher(None, sought, words.folded[first:last], autojunk=False).ratio(), (first, last))
        for first, last in stretches
    ]
    return max(rated, default=(0.0, (0, 0)), key=lambda pair: (pair[0], -pair[1][0]))


def _matching(sought: Sequence[str], words: Words, first: int, last: int) -> tuple[int, int]:
    """Return the stretch around [first, last) from the first to the last word of *words* that *sought* has too."""
    more = 1 + len(sought) // LEFT_OUT
    first, last = max(0, first - more), min(len(words.folded), last + more)
    matcher = SequenceMatcher(None, sought, words.folded[first:last], autojunk=False)
    same = [block for block in matcher.get_matching_blocks() if block.size]
    return (first + same[0].b, first + same[-1].b + same[-1].size) if same else (first, last)


def to_the_ends(
    sought: Sequence[str], words: Words, found: tuple[int, int], sentences: Sequence[tuple[int, int]]
) -> tuple[int, int]:
    """Return the stretch *found* of *words* with what stands in the place of the first and last words of *sought*.

    It is taken from the same of the *sentences*: beyond them other words stand in the place of nothing.
    """
    first, last = found
    matcher = SequenceMatcher(None, sought, words.folded[first:last], autojunk=False)
    same = [block for block in matcher.get_matching_blocks() if block.size]
    if not same:
        return found
    more_before, more_behind = same[0].a, len(sought) - same[-1].a - same[-1].size
    begin, end = first + same[0].b, first + same[-1].b + same[-1].size
    start = max(left for left, _ in sentences if left <= words.spans[begin][0])
    stop = min(right for _, right in sentences if right >= words.spans[end - 1][1])
    while begin - 1 >= 0 and more_before and words.spans[begin - 1][0] >= start:
        begin, more_before = begin - 1, more_before - 1
    while end < len(words.spans) and more_behind and words.spans[end][1] <= stop:
        end, more_behind = end + 1, more_behind - 1
    return min(first, begin), max(last, end)


def differences(yours: Words, your_text: str, printed: Words, printed_text: str) -> list[Difference]:
    """Return word by word what differs, as it was typed and as it was printed."""
    matcher = SequenceMatcher(None, yours.folded, printed.folded, autojunk=False)
    return [
        Difference(_slice(yours, your_text, a, b), _slice(printed, printed_text, c, d))
        for operation, a, b, c, d in matcher.get_opcodes()
        if operation != "equal"
    ]


def _slice(words: Words, text: str, first: int, last: int) -> str:
    return text[words.spans[first][0] : words.spans[last - 1][1]] if first < last else ""
