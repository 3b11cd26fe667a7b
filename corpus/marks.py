"""Quoted stretches: what closing marks ``” [1]`` close, and what markup sets apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.article import Quotation, Reference
from corpus.quotation import MARKS, is_opening, marks, stays_open

_MARKS = r"(?:\[\s*\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\s*\][^\S\n]*,?[^\S\n]*)+"
# On a line of its own a mark closes too; before other words a line's first number opens an entry of a list.
CLOSING = re.compile(rf"[”\"»“«][.,]?(?:[^\S\n]*|\s*(?={_MARKS}\.?(?:\n|\Z)))(?P<marks>{_MARKS})\.?")
BARE = re.compile(r"\[\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\]")
BEHIND = re.compile(rf"[ \n]*(?:{BARE.pattern} *)+(?=\n|$)")
AT_END = re.compile(rf"(?:{BARE.pattern}\s*)+\Z")
NUMBER = re.compile(r"\d+")
WORDS_OF_A_REPEAT = 4  # fewer may well stand in a text twice by chance


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch of text that a post quotes from a source: [start, end), outer marks and ``[n]`` included."""

    start: int
    end: int
    numbers: tuple[str, ...]
    source: Reference | None = None
    """Named by markup; None when it names none, or there is none."""
    repeats: bool = False
    """The post's own words set apart once more, as pages do to catch the eye."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something about the marks at *position* that had to be assumed."""

    position: int
    assumed: str


def quoted_stretches(text: str, end: int, quotations: Sequence[Quotation]) -> tuple[list[Quoted], list[Doubt]]:
    """Find what text[:end] quotes from sources, in order, with the doubts that came up.

    What markup set apart (*quotations*) is taken as it is, with the numbers at its end; marks count between them.
    Where an opening cannot be told for certain the later candidate is taken, so that no sentence of doubtful
    voice counts as the source's.
    """
    found: list[Quoted] = []
    doubts: list[Doubt] = []
    position = 0
    for quotation in quotations:
        if not position <= quotation.start < quotation.end <= end:
            continue
        stretch = _set_apart(text, quotation, end)
        if not (stretch.source or stretch.numbers or stretch.repeats):
            doubts.append(Doubt(stretch.start, "this quoted block names no source; its words count as the author's"))
            continue
        _marked(text, position, stretch.start, found, doubts)
        found.append(stretch)
        position = stretch.end
    _marked(text, position, end, found, doubts)
    return found, sorted(doubts, key=lambda doubt: doubt.position)


def _set_apart(text: str, quotation: Quotation, limit: int) -> Quoted:
    """Return the stretch of *quotation*, with the marks ``[n]`` that stand at its end or right behind it."""
    behind = BEHIND.match(text, quotation.end, limit)
    stop = behind.end() if behind else quotation.end
    at_end = AT_END.search(text, quotation.start, stop)
    numbers = tuple(dict.fromkeys(NUMBER.findall(at_end.group()))) if at_end else ()
    words = text[quotation.start : at_end.start() if at_end else stop].strip(' \n“”"«»„.…')
    said_twice = len(words.split()) >= WORDS_OF_A_REPEAT and text.count(words, 0, limit) > 1
    repeats = said_twice and quotation.source is None and not numbers
    return Quoted(quotation.start, stop, numbers, quotation.source, repeats)


def _marked(text: str, begin: int, end: int, found: list[Quoted], doubts: list[Doubt]) -> None:
    """Add what marks close in text[begin:end]."""
    first = len(found)
    after = begin
    for closing in CLOSING.finditer(text, begin, end):
        if is_opening(text, closing.start()):
            continue
        numbers = tuple(dict.fromkeys(NUMBER.findall(closing["marks"])))
        opening, doubt = _opening(text, after, closing.start(), numbers)
        if doubt:
            doubts.append(Doubt(closing.start(), doubt))
        stop = closing.start() + len(closing.group().rstrip())
        if opening is not None:
            found.append(Quoted(opening, stop, numbers))
        after = stop
    doubts += _bare_marks(text, begin, end, found, {doubt.position for doubt in doubts})
    doubts += _never_closed(text, found[-1].end if found[first:] else begin, end)


def _opening(text: str, after: int, closing: int, numbers: tuple[str, ...]) -> tuple[int | None, str | None]:
    name = "[" + "][".join(numbers) + "]"
    candidates = [position for position, step in marks(text, after, closing) if step > 0 and _starts(text, position)]
    open_still = [position for position in candidates if stays_open(text, position, closing)]
    exact = [position for position in open_still if _depth(text, position, closing) == 1]
    paragraph = [position for position in exact if _starts_line(text, position)]
    # Quotations inside a quoted block are closed before its end, so of several exact openings only one can be real.
    if len(paragraph) == 1:
        return paragraph[0], None
    if exact:
        doubt = None if len(exact) == 1 else f"of several openings the last one is where the quotation of {name} begins"
        return exact[-1], doubt
    lines = [position for position in open_still if _starts_line(text, position)]
    if lines:
        return lines[
            -1
        ], f"a quotation inside {name} is not closed; only the words from its last opening are the source's"
    return None, f"nothing opens the quotation that {name} closes; its words count as the post author's"


def _depth(text: str, start: int, end: int) -> int:
    return sum(step for _, step in marks(text, start, end))


def _starts_line(text: str, position: int) -> bool:
    return position == 0 or text[position - 1] == "\n"


def _starts(text: str, position: int) -> bool:
    """Whole sentences begin here: at a line's start, after a sentence, or after a colon."""
    before = text[:position].rstrip(" ")
    return not before or before[-1] in "\n.!?:…" or before[-1] in MARKS


def _bare_marks(text: str, begin: int, end: int, found: list[Quoted], known: set[int]) -> list[Doubt]:
    inside = [(quoted.end - 20, quoted.end) for quoted in found]
    return [
        Doubt(
            mark.start(),
            f"{mark.group()} does not follow a closing quotation mark; its sentence stays the post author's",
        )
        for mark in BARE.finditer(text, begin, end)
        if not any(left <= mark.start() < right for left, right in inside)
        and not any(position <= mark.start() <= position + 20 for position in known)
    ]


def _never_closed(text: str, last: int, end: int) -> list[Doubt]:
    for position, step in marks(text, last, end):
        line_end = text.find("\n", position)
        if step > 0 and _starts_line(text, position) and 0 <= line_end < end and stays_open(text, position, line_end):
            return [
                Doubt(
                    position, "this quotation has no closing mark with a number; its words count as the post author's"
                )
            ]
    return []
