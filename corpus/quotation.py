"""Quotation marks: which of them open, which close, and which pairs they form.

Two apostrophes, straight or curved, or two backticks are one mark in speech; its place is the inner one's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

MARKS = frozenset('“”"«»„‟')
ALWAYS_OPENING = frozenset("„‟")
BEFORE_AN_OPENING = frozenset("([{—–-/")
MOST_TOGETHER: Final = 8  # marks that stand side by side; more are no quotation
DOUBLED: Final = ("``", "''", "‘‘", "’’")
_DOUBLED: Final = re.compile(r"``|‘‘|(?<!')''(?=\w)|''(?!')|’’(?!’)")
_MARK_OF_SPEECH: Final = re.compile(rf"[{''.join(sorted(MARKS))}]|{_DOUBLED.pattern}")


def is_opening(text: str, position: int) -> bool:
    """Tell whether the mark at *position* opens a quotation.

    Languages disagree about the signs (“ opens in English and closes in German), so the neighbours decide:
    an opening mark has a blank or a bracket before it and a word after it.
    """
    if text[position] in ALWAYS_OPENING:
        return True
    following = text[position + 1 : position + 2]
    if not following or following.isspace() or following in ".,;:!?)]":
        return False
    first = position
    while first and position - first < MOST_TOGETHER and text[first - 1] in MARKS:
        first -= 1
        if text[first] in ALWAYS_OPENING:
            return True
    before = text[first - 1] if first else " "
    return before.isspace() or before in BEFORE_AN_OPENING


def marks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (position, +1 or -1) for every opening and closing mark in [start, end)."""
    for position in range(start, end):
        if text[position] in MARKS:
            yield position, 1 if is_opening(text, position) else -1


def marks_of_speech(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (position, +1 or -1) for every opening and closing mark in [start, end), doubled ones too."""
    for mark in _MARK_OF_SPEECH.finditer(text, start, end):
        first, last = mark.start(), mark.end() - 1
        if first == last:
            yield first, 1 if is_opening(text, first) else -1
            continue
        before, following = text[first - 1 : first], text[last + 1 : last + 2]
        opens = not before or before.isspace() or before in BEFORE_AN_OPENING or before in MARKS
        if opens and following and not following.isspace() and following not in ".,;:!?)]":
            yield last, 1
        elif not opens and text[first] in "'’":
            yield first, -1


def with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the words at [start, end) in *text* with the whole marks around them."""
    before = 2 if _DOUBLED.fullmatch(text, max(0, start - 2), start) else 1
    behind = 2 if _DOUBLED.fullmatch(text, end, end + 2) else 1
    return start - before, end + behind


def stays_open(text: str, start: int, end: int) -> bool:
    """Tell whether the quotation that opens at *start* is still open at *end*."""
    depth = 0
    for _, step in marks(text, start, end):
        depth += step
        if depth <= 0:
            return False
    return depth > 0


def quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the outermost quotations in [start, end), marks included; one that is not closed is left out."""
    found: list[tuple[int, int]] = []
    depth, opened = 0, start
    for position, step in marks_of_speech(text, start, end):
        if step > 0 and depth == 0:
            opened = position
        if step < 0 and depth == 1:
            found.append((opened, position + 1))
        depth = max(0, depth + step)
    return found


def unclosed(text: str, start: int, end: int) -> int | None:
    """Return where the outermost quotation begins that is still open at *end*, None when none is."""
    depth, opened = 0, None
    for position, step in marks_of_speech(text, start, end):
        if step > 0 and depth == 0:
            opened = position
        depth = max(0, depth + step)
    return opened if depth else None


def without_unpaired(text: str, start: int, end: int) -> str:
    """Return text[start:end] with marks that have no partner replaced by a blank; the length stays."""
    letters = list(text[start:end])
    unpaired: list[int] = []
    for position, step in marks(text, start, end):
        if step > 0:
            unpaired.append(position)
        elif unpaired and text[unpaired[-1]] in MARKS and is_opening(text, unpaired[-1]):
            unpaired.pop()
        else:
            unpaired.append(position)
    for position in unpaired:
        letters[position - start] = " "
    return "".join(letters)
