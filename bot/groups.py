"""Quotes kept apart by who speaks: the party asked about, others about it, the post's author."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from bot.answer import Answer, Quote
from bot.party import Party
from bot.party_asked import party_asked, subjects
from bot.said_by import is_said_by
from corpus.article import Voice


class GroupKind(StrEnum):
    """Who speaks in a group, in the order in which groups are shown."""

    SAID_BY = "said_by"
    SAID_ABOUT = "said_about"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Group:
    """Quotes under one heading."""

    kind: GroupKind | None
    """None where the question asks for nobody's words, and the quotes need no heading."""
    party: str | None
    """Whose words are asked for, as the question has it."""
    quotes: tuple[Quote, ...]
    """Empty when the question asked for the words of a party and the corpus has none that answer."""


def party_of(question: str, quotes: Sequence[Quote]) -> Party | None:
    """Return whose words *question* asks for, None when it asks for nobody's.

    Where its wording does not tell ("Will Tusk send soldiers?"), it asks for the words of its subject if that speaks
    in one of *quotes*.
    """
    party = party_asked(question)
    if party is not None:
        return party
    speakers = [speaker for quote in quotes if (speaker := quote.chain.speaker or quote.reported)]
    parties = [Party(name) for name in subjects(question)]
    speaks = ((it, speaker) for speaker in speakers for it in parties)
    return next((it for it, speaker in speaks if it.speaks_as(speaker.name, speaker.described_as)), None)


def group_of(quote: Quote, party: Party | None) -> GroupKind | None:
    """Return the group of *quote* where the words of *party* are asked for, None where nobody's are."""
    if party is None:
        return None
    if _is_said_by(quote, party):
        return GroupKind.SAID_BY
    return GroupKind.COMMENT if quote.voice is Voice.AUTHOR else GroupKind.SAID_ABOUT


def groups(answer: Answer) -> list[Group]:
    """Return the quotes of *answer* by who speaks; without a party in the question, all in one group."""
    party = answer.party
    if party is None:
        return [Group(None, None, answer.quotes)] if answer.quotes else []
    found = []
    for kind in GroupKind:
        quotes = tuple(quote for quote in answer.quotes if group_of(quote, party) is kind)
        if quotes or (kind is GroupKind.SAID_BY and answer.quotes):
            found.append(Group(kind, party.name, quotes))
    return found


def in_turn(quotes: Sequence[Quote], party: Party | None) -> list[Quote]:
    """Return *quotes* so that what is said by the *party* whose words are asked for comes first, sides in turn."""
    names = re.split(r",| and | or ", party.name) if party else []
    sides = [Party(name, party.language) for name in names if party and name.strip()]
    said = [[quote for quote in quotes if _is_said_by(quote, side)] for side in sides]
    turns = [quote for row in zip_longest(*said) for quote in row if quote is not None]
    return list({quote.id: quote for quote in (*turns, *quotes)}.values())


def _is_said_by(quote: Quote, party: Party) -> bool:
    return is_said_by(party, quote.speech, quote.key, quote.chain, quote.voice)
