"""What stands in an answer, line by line and quote by quote, before any face gives it a form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from bot.answer import Answer, Quote, Verdict
from bot.groups import groups
from bot.interface import Interface
from bot.refusal import heading, refusal, verdict_on, what_helps
from bot.texts import FURTHER, NEAREST, NOTHING, UNDERSTOOD, YOURS
from bot.who import Whose


@dataclass(frozen=True, slots=True)
class Line:
    """Words of the interface."""

    text: str
    style: str | None = None
    """``bold``, ``italic`` or None."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A quote."""

    quote: Quote
    marked: bool
    """Whether its key stands out: in an answer it is what answers, after a refusal nothing does."""


Part: TypeAlias = Line | Cited


def answer_parts(answer: Answer, interface: Interface) -> Iterator[Part]:
    """Yield what a reader sees of *answer*, in order."""
    if answer.understood_as:
        yield Line(interface.say(UNDERSTOOD, question=answer.understood_as), "italic")
    if answer.verdict is not Verdict.ANSWERED:
        yield Line(refusal(answer, interface), "bold")
        if answer.nearest:
            yield Line(interface.say(NEAREST))
    for quote in answer.nearest:
        yield Cited(quote, marked=False)
    if answer.verdict is not Verdict.ANSWERED and (helps := what_helps(answer, interface)):
        yield Line(helps, "italic")
    for group in groups(answer):
        if words := heading(group, interface):
            yield Line(words, "bold")
        for quote in group.quotes:
            yield Cited(quote, marked=True)


def whose_parts(found: Whose, interface: Interface) -> Iterator[Part]:
    """Yield what is known of a sentence, in order."""
    yield Line(verdict_on(found, interface), "bold")
    for place in found.places:
        for item in place.differences:
            nothing = interface.say(NOTHING)
            yield Line(interface.say(YOURS, yours=item.yours or nothing, printed=item.printed or nothing))
        yield Cited(place.quote, marked=True)


def further_parts(quotes: Sequence[Quote], interface: Interface) -> Iterator[Part]:
    """Yield passages that were found beyond the answer."""
    yield Line(interface.say(FURTHER), "italic")
    for quote in quotes:
        yield Cited(quote, marked=False)
