"""The cases that went wrong, the worst first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from bot.answer import Verdict
from eval.row import Row


class Kind(IntEnum):
    """What went wrong, by how much it hurts a reader's trust."""

    NEVER = 5
    WRONG_VOICE = 4
    SHOULD_REFUSE = 3
    WRONG_WORDS = 2
    REFUSED = 1
    OTHER_REFUSAL = 0


TITLES: Final = {
    Kind.NEVER: "what may never happen",
    Kind.WRONG_VOICE: "right words, wrong voice, speaker or heading",
    Kind.SHOULD_REFUSE: "answered what the corpus does not answer",
    Kind.WRONG_WORDS: "other words first",
    Kind.REFUSED: "refused what the corpus answers",
    Kind.OTHER_REFUSAL: "refused in another way",
}


@dataclass(frozen=True, slots=True)
class Failure:
    """A case that went wrong."""

    row: Row
    kind: Kind

    @property
    def title(self) -> str:
        """What went wrong, in words."""
        return TITLES[self.kind]


def failures(rows: Sequence[Row]) -> list[Failure]:
    """Return the failures among *rows*, the worst first: by kind, then by how sure the answer was."""
    found = [Failure(row, kind) for row in rows if (kind := _kind(row)) is not None]
    return sorted(found, key=lambda item: (-item.kind, -_confidence(item), item.row.id))


def _confidence(item: Failure) -> float:
    sure = item.row.values.get("confidence") or 0.0
    return -sure if item.kind in {Kind.REFUSED, Kind.OTHER_REFUSAL} else sure


def _kind(row: Row) -> Kind | None:
    if row.broken:
        return Kind.NEVER
    if any(value is not None and value < 1 for value in map(row.values.get, ("voice", "speaker", "group"))):
        return Kind.WRONG_VOICE
    answered = row.given == Verdict.ANSWERED
    if row.expected != Verdict.ANSWERED:
        if answered:
            return Kind.SHOULD_REFUSE
        return None if row.given == row.expected else Kind.OTHER_REFUSAL
    if row.right:
        return None
    return Kind.WRONG_WORDS if answered else Kind.REFUSED
