"""How a question is read: the part that asks, in English, whose words it asks for, and of which time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.asking import asking_part
from bot.period import Period, periods_asked
from bot.words_asked import Asked, asked_for


@dataclass(frozen=True, slots=True)
class Wording:
    """A question as the rules and the cross-encoder read it."""

    asking: str
    """The part that asks, in English."""
    asked: Asked
    times: Sequence[Period]
    """Of one of these is what answers, where there are any."""


def wording_of(question: str, today: date) -> Wording:
    """Return how an English *question* is read *today*."""
    asking = asking_part(question)
    return Wording(asking, asked_for(asking), periods_asked(asking, today))
