"""Who-said-what relations: every content with the cue and the source it belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from corpus.addressee import without_addressee
from corpus.subject import is_agent, is_in_a_clause, is_in_marks, is_passive
from corpus.tagger import Tagged

Span = tuple[int, int]
FAR: Final = 300  # characters; what stands farther from a content does not introduce it
NEXT: Final = 120  # characters between a cue and its source at most
_LEAN_BACK: Final = re.compile(r"(?:that|whether) ")
"""What a content begins with only behind its cue."""
REACH: Final = 2000  # characters; no cue or source that begins farther away is looked at


@dataclass(frozen=True, slots=True)
class Attribution:
    """A content and what introduces it."""

    source: Span | None
    cue: Span | None
    content: Span


def attributions(text: str, tagged: Sequence[Tagged], sentences: Sequence[Span]) -> list[Attribution]:
    """Relate the *tagged* spans: a content belongs to the nearest cue of its sentence, else of its paragraph."""
    cues = _cues(text, tagged, sentences)
    found = []
    for item in tagged:
        if item.role == "content":
            content = (item.start, item.end)
            around = cues[_before(cues, content[0] - REACH) : _before(cues, content[1] + REACH)]
            ranked = [(_rank(text, content, cue, source, sentences), cue, source) for cue, source in around]
            near = [(rank, cue, source) for rank, cue, source in ranked if rank is not None]
            _, cue, source = min(near, key=lambda row: row[0], default=(None, None, None))
            found.append(Attribution(source, cue, without_addressee(text, cue, content) if cue else content))
    return found


def completed(said: Sequence[Attribution], more: Sequence[Attribution]) -> list[Attribution]:
    """Return *said* with what *more* adds: an attribution for words that nobody says yet, or only a part of."""
    whole = list(said)
    for new in more:
        around = (min(new.source[0], new.content[0]), max(new.source[1], new.content[1])) if new.source else new.content
        there = [item for item in whole if overlap(item.content, around)]
        if not any(_tells_more(item, new) for item in there):
            whole = [item for item in whole if item not in there]
            whole.append(new)
    return sorted(whole, key=lambda item: item.content)


def _tells_more(item: Attribution, new: Attribution) -> bool:
    """Tell whether *item* has a source that is another than that of *new*, or has as much content."""
    if item.source is None:
        return item.cue is not None and not overlap(item.cue, new.cue or new.content)
    if new.source is None:
        return True
    if _within(item.source, new.content) and _within(item.content, new.content):
        return False  # "Marrow stated the belief that Varland broke what it had promised": it is Marrow who says so
    if not overlap(item.source, new.source):
        return True
    return _size(item.content) >= _size(new.content) and _size(item.source) >= _size(new.source)


def _within(one: Span, other: Span) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]


def _size(span: Span) -> int:
    return span[1] - span[0]


def overlap(one: Span, other: Span) -> bool:
    """Tell whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def _cues(text: str, tagged: Sequence[Tagged], sentences: Sequence[Span]) -> list[tuple[Span, Span | None]]:
    """Return the cues, each with the nearest source of its sentence."""
    sources = [(item.start, item.end) for item in tagged if item.role == "source"]
    found: list[tuple[Span, Span | None]] = []
    for item in tagged:
        if item.role == "cue":
            cue = (item.start, item.end)
            near = [
                (_gap(cue, source) + (3 if source[0] > cue[0] else 0), source)
                for source in sources[bisect_left(sources, (cue[0] - REACH,)) : bisect_left(sources, (cue[1] + REACH,))]
                if _gap(cue, source) <= NEXT
                and _sentence(cue, sentences) == _sentence(source, sentences)
                and not is_in_a_clause(text, source, cue)
                and not is_in_marks(text, source)
            ]
            if near and is_passive(text, min(near)[1], cue):
                near = [row for row in near if is_agent(text, row[1], cue)]
            found.append((cue, min(near)[1] if near else None))
    return found


def _before(cues: Sequence[tuple[Span, Span | None]], position: int) -> int:
    return bisect_left(cues, position, key=lambda row: row[0][0])


def _rank(
    text: str, content: Span, cue: Span, source: Span | None, sentences: Sequence[Span]
) -> tuple[int, int] | None:
    """Return how near the cue is to *content*, small is near; None when it cannot introduce it."""
    whole = (min(cue[0], source[0]), max(cue[1], source[1])) if source and _gap(cue, source) <= NEXT else cue
    if cue[0] >= content[1] and _LEAN_BACK.match(text, content[0]):
        return None
    gap = min(_gap(content, whole), _gap(content, cue))
    if source and source[1] <= content[0] and content[1] <= cue[0]:  # words between them may be another cue's
        gap = min(_gap(content, source), _gap(content, cue))
    between = text[min(content[1], whole[1]) : max(content[0], whole[0])]
    if gap > FAR or ("\n" in between and not (cue[0] < content[0] and between.rstrip().endswith(":"))):
        return None
    first, last = _sentence(content, sentences), _sentence((content[1] - 1, content[1]), sentences)
    at = _sentence(cue, sentences)
    return (0 if first <= at <= last else 1 if at < first else 2), gap


def _gap(one: Span, other: Span) -> int:
    return max(0, other[0] - one[1], one[0] - other[1])


def _sentence(span: Span, sentences: Sequence[Span]) -> int:
    """Return the position of the sentence in which *span* begins, -1 when in none."""
    position = bisect_right(sentences, span[0], key=itemgetter(0)) - 1
    return position if position >= 0 and span[0] < sentences[position][1] else -1
