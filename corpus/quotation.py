"""Quotation marks: which of them open, which close, and which pairs they form."""

from __future__ import annotations

from collections.abc import Iterator

MARKS = frozenset('“”"«»„‟')
ALWAYS_OPENING = frozenset("„‟")
BEFORE_AN_OPENING = frozenset("([{—–-/")


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
    before = text[position - 1] if position else " "
    if before in MARKS:
        return is_opening(text, position - 1)
    return before.isspace() or before in BEFORE_AN_OPENING


def marks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (position, +1 or -1) for every opening and closing mark in [start, end)."""
    for position in range(start, end):
        if text[position] in MARKS:
            yield position, 1 if is_opening(text, position) else -1


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
    for position, step in marks(text, start, end):
        if step > 0 and depth == 0:
            opened = position
        if step < 0 and depth == 1:
            found.append((opened, position + 1))
        depth = max(0, depth + step)
    return found


def unclosed(text: str, start: int, end: int) -> int | None:
    """Return where the outermost quotation begins that is still open at *end*, None when none is."""
    depth, opened = 0, None
    for position, step in marks(text, start, end):
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
