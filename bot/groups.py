"""The quotes of an answer under their headings."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answer import Answer, GroupKind, Quote
from bot.party import Party
from bot.two_sides import sides_of


@dataclass(frozen=True, slots=True)
class Group:
    """Quotes under one heading."""

    kind: GroupKind | None
    """None where the question asks for nobody's words, and the quotes need no heading."""
    party: str | None
    """Whose words are asked for, as the question has it."""
    quotes: tuple[Quote, ...]
    """Empty when the question asked for the words of a party and the corpus has none that answer."""
    names_party: bool = True
    """One of the quotes names the party."""
    silent: tuple[str, ...] = ()
    """Sides of the party that are not among the speakers, where others are."""


def groups(answer: Answer) -> list[Group]:
    """Return the quotes of *answer* by who speaks; where nobody's words were asked for, all in one group."""
    if answer.party is None:
        return [Group(None, None, answer.quotes)] if answer.quotes else []
    found = []
    sides = [Party(name, answer.language) for name in sides_of(answer.party)]
    for kind in GroupKind:
        quotes = tuple(quote for quote in answer.quotes if quote.group is kind)
        is_named = any(side.is_named_in(quote.text) for side in sides for quote in quotes)
        if quotes or (kind is GroupKind.SAID_BY and answer.quotes):
            silent = answer.silent if kind is GroupKind.SAID_BY else ()
            found.append(Group(kind, answer.party, quotes, is_named, silent))
    return found
