"""Whom and what the pronouns of a follow-up mean, by rules over the questions before and the quotes shown."""

from __future__ import annotations

import re
from typing import Final

from bot.agreement import agreeing, is_several
from bot.name_runs import may_be_person, names_in
from bot.party_asked import VERB, party_asked
from bot.person_meant import person_meant
from bot.topic import acting_in, counted_in, done_to, happened_to, topic_of, whether_of
from bot.turn import Turn
from corpus.collective import is_group, is_plural

_PERSON: Final = re.compile(
    r"\b(?:(?P<one>he|she|him)|(?P<many>they|them)|(?P<owner>his|her|their)|(?P<thing>it|its))\b(?![’'])", re.IGNORECASE
)
_NOBODY: Final = re.compile(  # "it" that stands for nothing
    r"\b(?:(?:is|was) it (?:true|possible|right|likely|necessary|legal|known|not|really|that|the case|time|safe)|"
    r"(?:does|did|would|will) it (?:take|matter|mean that)|it (?:is|was) (?:said|known|true))\b",
    re.IGNORECASE,
)
_ACTS: Final = re.compile(  # where "it" does something
    r"\b(?:do|does|did|has|have|had|will|would|can|could|should) $", re.IGNORECASE
)
_SUFFERS: Final = re.compile(r"\b(?:is|are|was|were|been?)\b", re.IGNORECASE)
_OBJECT: Final = re.compile(  # what follows "her" where it is no owner
    r"^\W*(?:$|(?:in|on|at|for|to|from|by|with|about|after|before|during|when|as|and|or|because|that|so)\b)",
    re.IGNORECASE,
)
_ROLE: Final = re.compile(  # somebody whom the question itself brings along
    r"\b(?:ministers?|presidents?|m[ae]n|wom[ae]n|people|authors?|spokes\w+|generals?|leaders?|kings?|queens?|"
    r"chancellors?|senators?|mayors?|directors?|candidates?|officers?|journalists?|soldiers?|voters?|officials?|"
    r"diplomats?|negotiators?|governments?|parents?|players?|members?|"
    r"children|workers?|experts?|critics?|fans)\b",
    re.IGNORECASE,
)
_OF: Final = re.compile(
    r"\b(?:how (?:many|much)|which|some|many|most|all|any|none|one|two|each|both) of $", re.IGNORECASE
)
"""Before "them", which are then what was spoken about rather than who spoke."""
_ANTECEDENT: Final = re.compile(r"\b(?:the|an?|this|these|those|some|many|most|all|other|any|no)\b", re.IGNORECASE)
_GROUP: Final = re.compile(r"\b(?:the|these|those|[\w’'-]+[’']s?) (?:[a-z][\w-]* ){0,2}?[a-z-]+s\b")
_CONTENT: Final = re.compile(
    r"\b(?!(?:what|when|where|which|whom|whose|does|have|were|will|would|could|should|many|much|long|since|tell|about|"
    r"also|else|then|more)\b)\w{4,}",
    re.IGNORECASE,
)


def with_names(question: str, before: Turn) -> str:
    """Return *question* with its first pronoun replaced by whom or what it means; as it is where that is unknown."""
    for match in _PERSON.finditer(question):
        said = question[: match.start()]
        if _brings_its_own(_OF.sub("", said), match):
            return question
        if match["thing"] and _NOBODY.search(question, max(0, match.start() - 9)):
            continue
        inside_a_name = match.start() > 0 and match.group()[0].isupper()
        meant = None if inside_a_name else _meant(match, before)
        if meant is None:
            continue
        party = party_asked(before.question)
        is_party = party is not None and meant == party.name
        meant = _fullest(meant, before)
        owner = match["owner"] or match.group().lower() == "its"
        if match.group().lower() == "her" and _OBJECT.match(question[match.end() :]):
            owner = None
        if is_party and not owner:  # of other names the reader's own pronoun tells the number
            said = agreeing(said, meant)
        return f"{said}{meant}{_owning(meant) if owner else ''}{question[match.end() :]}"
    return question


def _brings_its_own(said: str, pronoun: re.Match[str]) -> bool:
    """Tell whether what was *said* before the pronoun holds whom or what it means."""
    if next(names_in(said), None):
        return True
    if pronoun.group().lower() in {"he", "she", "him", "his", "her"}:
        return bool(_ROLE.search(said))
    owned = pronoun.group().lower() in {"their", "its"}  # most often by what the question itself is about
    return bool(_ANTECEDENT.search(said)) or len(_CONTENT.findall(said)) > (1 if owned else 2)


def _fullest(name: str, before: Turn) -> str:
    """Return the longer name that ends with *name*, where the conversation has one."""
    known = (*filter(None, [before.speaker]), *before.names, *names_in(before.question))
    return next((full for full in known if full.endswith(f" {name}")), name)


def _owning(name: str) -> str:
    return "’" if name.endswith("s") else "’s"


def _meant(pronoun: re.Match[str], before: Turn) -> str | None:
    word = pronoun.group().lower()
    if pronoun["thing"]:
        return _thing(before, acts=bool(_ACTS.search(pronoun.string[: pronoun.start()])))
    if word in {"they", "them", "their"}:
        if _OF.search(pronoun.string[: pronoun.start()]) and (matter := topic_of(before.question)):
            return matter["topic"] if is_several(matter["topic"]) else None
        return _several(before, speak=bool(VERB.search(pronoun.string)) and not _SUFFERS.search(pronoun.string))
    return person_meant(word, before)


def _several(before: Turn, *, speak: bool) -> str | None:
    """Return whom or what "they" are.

    That is what was counted where they do not *speak*, things or a group where else it were one person, else the party.
    """
    if not speak and (counted := counted_in(before.question)):
        return counted
    party, topic = party_asked(before.question), topic_of(before.question)
    meant = (party.name if party else None) or next(names_in(before.question), None) or before.speaker
    if meant is None or not may_be_person(meant) or is_several(meant):
        return meant
    if party and topic and is_several(topic["topic"]):
        return topic["topic"]
    groups = (match.group() for match in _GROUP.finditer(before.question))
    return next((group for group in groups if is_group(group) and is_plural(group)), meant)


def _thing(before: Turn, *, acts: bool) -> str | None:
    """Return what "it" is: the side that was asked about where it *acts*, what was asked about, else a name with it."""
    party = party_asked(before.question)
    if acts and party and not may_be_person(party.name):
        return party.name
    if matter := happened_to(before.question) or topic_of(before.question):
        return matter["topic"]
    if matter := done_to(before.question):
        return f"the {matter['topic']}"
    for question in (before.question, *reversed(before.earlier)) if acts else ():
        for name in names_in(question):
            if f"the {name}" in question:
                return f"the {name}"
            if not may_be_person(name) or name.isupper():
                return name
    return _subject(before) if party is None else None


def _subject(before: Turn) -> str | None:
    """Return of what the last question asks what it does, or an earlier one whether it does or is something."""
    if (acting := acting_in(before.question)) and not is_several(acting["topic"]):
        return acting["topic"]
    return next(filter(None, map(whether_of, (before.question, *reversed(before.earlier)))), None)
