"""Sentences that answer, kept apart by who speaks: the party asked about, others about it, the post's author."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from bot.answer import GroupKind
from bot.chain import told_by
from bot.choose import Candidate
from bot.party import Party
from bot.party_asked import party_asked, subjects
from bot.said_by import is_said_by
from bot.two_sides import sides_of
from corpus.article import ArticleId, Voice
from corpus.language import ENGLISH, question_language


def party_of(question: str, found: Sequence[Candidate]) -> Party | None:
    """Return whose words *question* asks for, None when it asks for nobody's.

    Where its wording does not tell ("Will Tusk send soldiers?"), it asks for the words of its subject if that speaks
    in one of those *found*.
    """
    party = party_asked(question)
    if party is not None:
        return party
    if question_language(question) != ENGLISH:  # whose subjects other rules would tell
        return None
    speaking = [item for item in found if told_by(item.article, item.key)]
    subject = ((Party(name), item) for item in speaking for name in subjects(question))
    return next((it for it, item in subject if is_said_by(it, item.article, item.key)), None)


def grouped(found: Sequence[Candidate], party: Party | None) -> list[tuple[Candidate, GroupKind | None]]:
    """Return *found*, each with its group seen from the *party* whose words are asked for, None where nobody's are.

    What is said by the party comes first, sides in turn.
    """
    if party is None:
        return [(item, None) for item in found]
    said = [_of(Party(name, party.language), found) for name in sides_of(party.name)]
    turns = [item for row in zip_longest(*said) for item in row if item is not None]
    theirs = list({_place(item): item for item in (*turns, *_of(party, found))}.values())
    others = [item for item in found if _place(item) not in set(map(_place, theirs))]
    return [*((item, GroupKind.SAID_BY) for item in theirs), *((item, _group_of_others(item)) for item in others)]


def silent_sides(found: Sequence[Candidate], party: Party | None) -> tuple[str, ...]:
    """Return the sides of *party* that say none of those *found*, where others of its sides do."""
    sides = sides_of(party.name) if party else ()
    silent = tuple(name for name in sides if party and not _of(Party(name, party.language), found))
    return silent if len(silent) < len(sides) else ()


def _of(party: Party, found: Sequence[Candidate]) -> list[Candidate]:
    """Return those *found* in the words of *party*; who is the party in one article is it in the others too."""
    speaking = [(item, speaker) for item in found if (speaker := told_by(item.article, item.key))]
    names = {it.name for item, it in speaking if party.speaks_as(it.name, it.described_as, item.article.text)}
    theirs = [item for item, it in speaking if it.name in names and " " in it.name]
    return [item for item in found if item in theirs or is_said_by(party, item.article, item.key)]


def _group_of_others(item: Candidate) -> GroupKind:
    is_comment = item.article.block_at(item.key[0]).voice is Voice.AUTHOR
    return GroupKind.COMMENT if is_comment else GroupKind.SAID_ABOUT


def _place(item: Candidate) -> tuple[ArticleId, tuple[int, int]]:
    return item.article.id, item.key
