"""Whom and what the pronouns of a follow-up mean, by rules over the questions before and the quotes shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from bot.party_asked import party_asked
from bot.sides import is_state, may_speak, same_side, stems_of
from bot.turn import Turn
from corpus.months import MONTHS
from corpus.titles import NOT_A_PERSON

_WORD: Final = r"[A-ZÀ-ŽА-ЯЄІЇҐ][\w’'.-]*\w"
_NAME: Final = re.compile(rf"\b(?:[A-Z]\. ?)*{_WORD}(?: (?:(?:de|van|von|der|bin|al|da|of|of the) )?{_WORD})*")
_FIRST_WORD: Final = re.compile(
    r"^(?:who|whom|whose|what|when|where|why|which|how|did|does|do|is|are|was|were|has|have|had|can|could|will|would|"
    r"should|since|tell|please|i|i[’']?d|i[’']m|and|but|so|then|also|now|in|on|at|for|of|to|from|by|after|before|"
    r"during|besides|give|show|name|list|explain|describe|the|a|an|any|if|any(?:thing|one|body)|may|might)\b[ ’']*",
    re.IGNORECASE,
)
_OWNED: Final = re.compile(r"[’']s?$")
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
_OBJECT: Final = re.compile(  # what follows "her" where it is no owner
    r"^\W*(?:$|(?:in|on|at|for|to|from|by|with|about|after|before|during|when|as|and|or|because|that|so)\b)",
    re.IGNORECASE,
)
_ROLE: Final = re.compile(  # somebody whom the question itself brings along
    r"\b(?:ministers?|presidents?|m[ae]n|wom[ae]n|people|authors?|spokes\w+|generals?|leaders?|kings?|queens?|"
    r"chancellors?|senators?|mayors?|directors?|candidates?|officers?|journalists?|soldiers?|voters?|officials?|"
    r"diplomats?|negotiators?|governments?|parents?|someone|somebody|anyone|anybody|everyone|players?|members?|"
    r"children|workers?|experts?|critics?|fans)\b",
    re.IGNORECASE,
)
_ANTECEDENT: Final = re.compile(r"\b(?:the|an?|this|these|those|some|many|most|all|other|any|no)\b", re.IGNORECASE)
_CONTENT: Final = re.compile(
    r"\b(?!(?:what|when|where|which|whom|whose|does|have|were|will|would|could|should|many|much|long|since|tell|about|"
    r"also|else|then|more)\b)\w{4,}",
    re.IGNORECASE,
)
_TOPIC: Final = re.compile(r"\b(?:on|about|regarding|concerning) (?P<topic>[^?]+?)\W*$", re.IGNORECASE)


_SUBJECT: Final = re.compile(
    r"^(?:when|where|why|how|by whom) (?:was|were|is|are) (?P<topic>(?:the|an?) [^?]+?) "
    r"(?:\w{2,}ed|built|made|sold|held|born|sent|written|given|taken|found|lost|won|sunk|shot|hit|paid)\b",
    re.IGNORECASE,
)


def topic_of(question: str) -> re.Match[str] | None:
    """Return where *question* says what it is about, as the group ``topic``."""
    return _TOPIC.search(question)


def names_in(text: str) -> Iterator[str]:
    """Yield the names in *text* in order: runs of capitalized words, without what only begins a sentence."""
    for sentence in re.split(r"(?<=\w\w[.!?])\s+", text):
        for match in _NAME.finditer(sentence):
            name = match.group()
            if match.start() == 0:
                while stripped := _FIRST_WORD.match(name):
                    name = name[stripped.end() :]
                if name == match.group() and " " not in name:
                    continue  # any word may begin a sentence
            name = _OWNED.sub("", name)
            if name[:1].isupper() and name.lower() not in MONTHS and name != "I":
                yield name


def with_names(question: str, before: Turn) -> str:
    """Return *question* with its first pronoun replaced by whom or what it means; as it is where that is unknown."""
    for match in _PERSON.finditer(question):
        said = question[: match.start()]
        if _brings_its_own(said, match):
            return question
        if match["thing"] and _NOBODY.search(question, max(0, match.start() - 9)):
            continue
        inside_a_name = match.start() > 0 and match.group()[0].isupper()
        meant = None if inside_a_name else _meant(match, before)
        if meant is None:
            continue
        meant = _fullest(meant, before)
        owner = match["owner"] or match.group().lower() == "its"
        if match.group().lower() == "her" and _OBJECT.match(question[match.end() :]):
            owner = None
        return f"{said}{meant}{_owning(meant) if owner else ''}{question[match.end() :]}"
    return question


def other_side(party: str, before: Turn) -> str | None:
    """Return the side that the quotes shown name most and that is not *party*; None where they name no other."""
    own = stems_of(party)
    ours = [own, *same_side(own)]
    others = (name for name in before.names if may_speak(name) and not any(stems_of(name) <= our for our in ours))
    other = next(others, None)
    alike = (name for name in before.names if other and stems_of(name) == stems_of(other))
    return min(alike, key=len, default=None)  # Ukraine rather than Ukrainian


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
        party = party_asked(before.question)
        return (party.name if party else None) or next(names_in(before.question), None) or before.speaker
    return next(_persons(before), None)


def _persons(before: Turn) -> Iterator[str]:
    """Yield who "he" or "she" may be, the likeliest first."""
    asked = [name for name in names_in(before.question) if _may_be_person(name)]
    yield from (name for name in reversed(asked) if " " in name)
    if before.speaker and _may_be_person(before.speaker):
        yield before.speaker
    yield from asked
    if (party := party_asked(before.question)) and _may_be_person(party.name):
        yield party.name
    for question in reversed(before.earlier):
        yield from (name for name in names_in(question) if _may_be_person(name))
    yield from (name for name in before.names if " " in name and _may_be_person(name))


def _thing(before: Turn, *, acts: bool) -> str | None:
    """Return what "it" is: the side that was asked about where it *acts*, what was asked about, else a name with it."""
    party = party_asked(before.question)
    if acts and party and not _may_be_person(party.name):
        return party.name
    if matter := _SUBJECT.match(before.question) or topic_of(before.question):
        return matter["topic"]
    for question in (before.question, *reversed(before.earlier)) if acts else ():
        for name in names_in(question):
            if f"the {name}" in question:
                return f"the {name}"
            if not _may_be_person(name) or name.isupper():
                return name
    return None


def _may_be_person(name: str) -> bool:
    return not NOT_A_PERSON.search(name) and not is_state(name) and " of " not in name and not re.search(r"\d", name)


def most_named(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the names in *texts*, the most frequent first, equal ones in order."""
    counts: dict[str, int] = {}
    for text in texts:
        for name in names_in(text):
            counts[name] = counts.get(name, 0) + 1
    return tuple(sorted(counts, key=lambda name: -counts[name]))
