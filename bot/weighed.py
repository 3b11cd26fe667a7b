"""What became of a question, asked once or of each side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final, TypeVar

from bot.answer import Verdict
from bot.choose import Candidate, Read, apart
from index.search import Hit

_Item = TypeVar("_Item")
_NEAREST_TO_AN_ANSWER: Final = (
    Verdict.ANSWERED,
    Verdict.ONLY_COMMENTARY,
    Verdict.NOT_STATED,
    Verdict.OFF_CORPUS,
    Verdict.UNAVAILABLE,
)


@dataclass(frozen=True, slots=True)
class Weighed:
    """What became of a question."""

    verdict: Verdict
    found: tuple[Candidate, ...] = ()
    """The sentences that were weighed, best first."""
    chosen: tuple[Candidate, ...] = ()
    """Those that answer."""
    hits: tuple[Hit, ...] = ()
    """What search found, best first; empty for a question that only vectors read."""
    read: tuple[Read, ...] = ()
    """What the cross-encoder read of it, in the order of opening."""
    in_english: str | None = None
    """How a question in another language was read, where the cross-encoder reads it."""
    by_name: str | None = None
    """The question with a name in the place of an office, where so it was answered."""


def together(each: Sequence[Weighed]) -> Weighed:
    """Return what became of a question that was asked of *each* side: it is answered where one of them answers.

    The sides come in turn. No words come twice, and none of a side that does not answer.
    """
    if len(each) == 1:
        return each[0]
    verdict = min((item.verdict for item in each), key=_NEAREST_TO_AN_ANSWER.index)
    answering = [item for item in each if item.verdict is verdict]
    return Weighed(
        verdict,
        tuple(apart(in_turn(item.found for item in each))),
        tuple(apart(in_turn(item.chosen for item in answering))),
        tuple({hit.row: hit for hit in in_turn(item.hits for item in each)}.values()),
        tuple({item.hit.row: item for item in in_turn(item.read for item in each)}.values()),
    )


def in_turn(each: Iterable[Iterable[_Item]]) -> list[_Item]:
    """Return the first of *each*, then the second, and so on."""
    return [item for row in zip_longest(*each) for item in row if item is not None]
