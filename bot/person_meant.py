"""Whom "he" or "she" of a follow-up means, by the questions before, who answered them, and the quotes shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.name_runs import may_be_person, names_in
from bot.party_asked import VERB, party_asked
from bot.turn import Turn
from corpus.first_names import GENDERS
from corpus.titles import bare_name

_AND: Final = r"^(?:and |so |but )?"
_WHO: Final = re.compile(rf"{_AND}(?:who(?:m|se)?|which \w+(?! (?:did|does|do)\b))\b", re.IGNORECASE)
_WHO_IS: Final = re.compile(r"^[Ww]ho(?:[’']s| is| was)(?: (?:[A-ZÀ-ŽА-ЯЄІЇҐ]|de |van |von )[\w.-]*)+\W*$")
_WHO_SAYS: Final = re.compile(
    rf"{_AND}who (?:(?:else|also|first|has|have|had|would|will) )?(?:{VERB.pattern})", re.IGNORECASE
)
_HE: Final = frozenset(["he", "him", "his"])


def person_meant(pronoun: str, before: Turn) -> str | None:
    """Return whom *pronoun* means; None where nobody is known whom it may mean."""
    gender = "m" if pronoun.lower() in _HE else "f"
    persons = [name for name in _persons(before) if _gender(name, before) in {gender, None}]
    meant = next(iter(persons), None)
    asked = set(names_in(before.question))
    if meant in asked:  # of two whom one question names, "she" is who is known to be a woman
        return next((name for name in persons if name in asked and _gender(name, before) == gender), meant)
    return meant


def _gender(name: str, before: Turn) -> str | None:
    """Return ``m`` or ``f`` by the articles shown or the first name, None where neither tells."""
    first, last = name.split(maxsplit=1)[0].lower(), name.rsplit(maxsplit=1)[-1]
    if last in before.men or last in before.women:
        return "m" if last in before.men else "f"
    return GENDERS.get(first) if " " in name else None


def _persons(before: Turn) -> Iterator[str]:
    """Yield who may be meant, the likeliest first."""
    asked = [name for name in names_in(before.question) if may_be_person(name) and not _is_place(name, before.question)]
    owners = [name for name in asked if re.search(rf"{re.escape(name)}[’'](?:s\b|(?<=s[’']))", before.question)]
    asked = [name for name in asked if name not in owners]
    if _WHO.match(before.question) and not _WHO_IS.match(before.question):
        yield from _who_answered(before)
    yield from (name for name in reversed(asked) if " " in name)
    if before.speaker and may_be_person(before.speaker):
        yield before.speaker
    yield from (name for name in reversed(owners) if " " in name)
    yield from asked
    if (party := party_asked(before.question)) and may_be_person(party.name):
        yield party.name
    yield from owners
    for question in reversed(before.earlier):
        yield from (name for name in names_in(question) if may_be_person(name))
    yield from (name for name in before.names if " " in name and may_be_person(name))


def _is_place(name: str, question: str) -> bool:
    return bool(re.search(rf"\b(?:in|at|near|off|outside|across|inside) {re.escape(name)}\b", question))


def _who_answered(before: Turn) -> Iterator[str]:
    """Yield the people who answer the question for somebody that was asked last."""
    if _WHO_SAYS.match(before.question) and before.speaker and may_be_person(before.speaker):
        yield before.speaker
    yield from (name for name in before.answered if " " in name and may_be_person(name))


def named_in_answer(sentence: str, question: str) -> tuple[str, ...]:
    """Return the names in the *sentence* that answers *question* without those that this has itself."""
    asked = set(re.findall(r"\w+", question.casefold()))
    names = dict.fromkeys(map(bare_name, names_in(sentence)))
    return tuple(name for name in names if name and name.split()[-1].casefold() not in asked)
