"""Sentences that answer, kept apart by who speaks: the party asked about, others about it, the post's author."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from bot.answer import GroupKind
from bot.chain import told_by
from bot.choose import Candidate
from bot.party import Party
from bot.party_asked import party_asked, subjects
from bot.said_by import is_said_by
from corpus.article import Voice


def party_of(question: str, found: Sequence[Candidate]) -> Party | None:
    """Return whose words *question* asks for, None when it asks for nobody's.

    Where its wording does not tell ("Will Tusk send soldiers?"), it asks for the words of its subject if that speaks
    in one of those *found*.
    """
    party = party_asked(question)
    if party is not None:
        return party
    speaking = [item for item in found if told_by(item.article, item.key)]
    subject = ((Party(name), item) for item in speaking for name in subjects(question))
    return next((it for it, item in subject if is_said_by(it, item.article, item.key)), None)


def group_of(item: Candidate, party: Party | None) -> GroupKind | None:
    """Return the group of *item* where the words of *party* are asked for, None where nobody's are."""
    if party is None:
        return None
    if is_said_by(party, item.article, item.key):
        return GroupKind.SAID_BY
    is_comment = item.article.block_at(item.key[0]).voice is Voice.AUTHOR
    return GroupKind.COMMENT if is_comment else GroupKind.SAID_ABOUT


def in_turn(found: Sequence[Candidate], party: Party | None) -> list[Candidate]:
    """Return *found* so that what is said by the *party* whose words are asked for comes first, sides in turn."""
    names = re.split(r",| and | or ", party.name) if party else []
    sides = [Party(name, party.language) for name in names if party and name.strip()]
    said = [[item for item in found if is_said_by(side, item.article, item.key)] for side in sides]
    turns = [item for row in zip_longest(*said) for item in row if item is not None]
    return list({(item.article.id, item.key): item for item in (*turns, *found)}.values())
