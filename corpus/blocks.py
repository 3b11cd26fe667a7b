"""Blocks: cutting an article into spans of one voice each, which tile its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.article import QUOTABLE, Block, Quotation, Reference, Voice
from corpus.furniture import is_furniture, is_papers_line
from corpus.headings import is_heading
from corpus.marks import AT_END, CLOSING, Doubt, Quoted, quoted_stretches
from corpus.post_end import end_of_words, is_list_title, is_page_line
from corpus.quotation import MARKS, is_opening, stays_open
from corpus.references import is_reference_line, parse_reference
from corpus.sentences import sentence_spans

LINE = re.compile(r"[^\n]*\n*")
Piece = tuple[Block, Quoted | None]
"""A block, and the quotation it is a part of."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was read out of a text."""

    blocks: tuple[Block, ...]
    references: tuple[Reference, ...]
    doubts: tuple[Doubt, ...]


def split_blocks(text: str, quotations: Sequence[Quotation] = ()) -> Parsed:
    """Cut *text* into blocks and read its reference list; *quotations* are what markup set apart, in order."""
    lines = [(match.start(), match.end()) for match in LINE.finditer(text) if match.start() < match.end()]
    tail = end_of_words(text, lines)
    body_end = lines[tail][0] if tail < len(lines) else len(text)
    listed = tuple(
        parse_reference(text[start:end].strip())
        for start, end in lines[tail:]
        if is_reference_line(text[start:end].strip())
    )
    quoted, doubts = quoted_stretches(text, body_end, quotations)
    references = tuple(dict.fromkeys((*listed, *(stretch.source for stretch in quoted if stretch.source))))
    blocks = _merge(text, [*_body(text, lines[:tail], quoted, references), *_end(text, lines[tail:])])
    return Parsed(tuple(blocks), references, (*doubts, *_unmatched(text, lines[tail:], quoted, listed)))


def quotable_span(text: str, block: Block) -> tuple[int, int]:
    """Return the part of a press or author *block* that may be quoted: without outer marks and ``[n]``."""
    start, end = block.start, block.end
    if block.voice is not Voice.PRESS:
        return start, end
    stop = start + len(text[start:end].rstrip())
    closings = [match for match in CLOSING.finditer(text, start, end) if match.end() >= stop]
    bare = AT_END.search(text, start, stop)
    if closings:
        end = closings[-1].start()
    elif bare:
        end = start + len(text[start : bare.start()].rstrip())
    if text[start] in MARKS and is_opening(text, start) and stays_open(text, start, end):
        start += 1
    return start, end


@lru_cache(maxsize=64)  # an answer asks for the same few blocks again and again
def block_sentences(text: str, block: Block) -> tuple[tuple[int, int], ...]:
    """Return the sentences of *block*; cutting only a part of it could cut elsewhere, so nobody else cuts."""
    return sentence_spans(text, *quotable_span(text, block))


def _end(text: str, lines: list[tuple[int, int]]) -> Iterator[Piece]:
    for start, end in lines:
        line = text[start:end].strip()
        if is_reference_line(line):
            yield Block(start, end, Voice.REFERENCE), None
        elif is_list_title(line):
            yield Block(start, end, Voice.HEADING), None
        else:
            yield Block(start, end, Voice.FURNITURE if is_page_line(line) else Voice.AUTHOR), None


def _body(
    text: str, lines: list[tuple[int, int]], quoted: list[Quoted], references: tuple[Reference, ...]
) -> Iterator[Piece]:
    for number, (start, end) in enumerate(lines):
        following = text[slice(*lines[number + 1])].strip() if number + 1 < len(lines) else ""
        for left, right, stretch in _pieces(start, end, quoted):
            whole = (left, right) == (start, end)
            voice = Voice.PRESS if stretch else Voice.AUTHOR
            line = text[left:right].strip()
            if whole and (is_papers_line(line) or (is_furniture(line) and not stretch)):
                voice = Voice.FURNITURE
            elif whole and is_heading(line, within_quotation=stretch is not None, followed_by=following):
                voice = Voice.HEADING
            if stretch and stretch.repeats:
                voice = Voice.FURNITURE
            cited = _cited(stretch, references) if stretch else ()
            yield Block(left, right, voice, cited), stretch


def _pieces(start: int, end: int, quoted: list[Quoted]) -> Iterator[tuple[int, int, Quoted | None]]:
    """Cut the line [start, end) where a quoted stretch begins or ends inside it."""
    position = start
    for stretch in quoted:
        if stretch.end <= position or stretch.start >= end:
            continue
        if stretch.start > position:
            yield position, stretch.start, None
            position = stretch.start
        stop = min(stretch.end, end)
        yield position, stop, stretch
        position = stop
    if position < end:
        yield position, end, None


def _cited(stretch: Quoted, references: tuple[Reference, ...]) -> tuple[int, ...]:
    return tuple(
        position for position, item in enumerate(references) if item.mark in stretch.numbers or item == stretch.source
    )


def _merge(text: str, pieces: list[Piece]) -> list[Block]:
    """Join neighbours of one voice and one quotation; blanks belong to what stands before them."""
    merged: list[Block] = []
    before: Quoted | None = None
    for block, stretch in pieces:
        last = merged[-1] if merged else None
        # Two stretches that quote the same source one after the other stay two: words may be left out between them.
        goes_on = last and block.voice in QUOTABLE and block.voice is last.voice and stretch is before
        if last and (goes_on or _is_blank(text, block)):
            merged[-1] = Block(last.start, block.end, last.voice, last.references)
        else:
            merged.append(block)
            before = stretch
    return merged


def _is_blank(text: str, block: Block) -> bool:
    return not text[block.start : block.end].strip()


def _unmatched(
    text: str, lines: list[tuple[int, int]], quoted: list[Quoted], references: tuple[Reference, ...]
) -> Iterator[Doubt]:
    """Yield a doubt for each mark without a reference and each reference without a mark."""
    listed = {reference.mark for reference in references}
    used = {number for stretch in quoted for number in stretch.numbers}
    for stretch in quoted:
        for number in stretch.numbers:
            if number not in listed:
                yield Doubt(stretch.end - 1, f"[{number}] has no entry in the reference list; its source is not given")
    entries = [start for start, end in lines if is_reference_line(text[start:end].strip())]
    for start, reference in zip(entries, references, strict=True):
        if reference.mark not in used:
            yield Doubt(
                start, f"no quotation is closed by [{reference.mark}]; the reference is kept but credits nothing"
            )
