"""Questions for the words of two or three sides: "what do Varland and the League say?", "Kest vs. Marrow on fish"."""

from __future__ import annotations

import re
from typing import Final

AND: Final = r"(?:and|or|vs\.?|versus|as well as)"
MOST: Final = 3  # sides that are asked one by one: each costs what a question costs
_BETWEEN: Final = re.compile(rf",? {AND} |, ")
_OWNER: Final = re.compile(r"[’']s?$")
_AGAIN: Final = re.compile(r"(\baccording to [^?.;]+?,? (?:and|or)) (?:according )?to (?=\w)", re.IGNORECASE)
_ASKED_AGAIN: Final = re.compile(
    r"\b(?P<ask>(?:what|how|why|when|where) (?:do|does|did)) (?P<one>[^,?]+?) (?P<verb>\w+),? and "
    r"(?:what|how|why|when|where) (?:do|does|did) (?P<two>[^,?]+?) (?P=verb)\b",
    re.IGNORECASE,
)
_BOTH: Final = re.compile(rf"\bboth (?=\S+(?: \S+){{0,5}}? {AND} )", re.IGNORECASE)
_EACH: Final = "(?: each| both| respectively)?"
_VERSUS: Final = re.compile(
    r"^(?P<sides>[^:?]+? (?:vs\.?|versus) [^:?]+?)(?:(?P<so>: )| on | about )(?P<rest>.+)$", re.IGNORECASE
)


def in_one(question: str) -> str:
    """Return *question* with the sides that it asks one after the other named in one place."""
    if found := _VERSUS.match(question):
        asking = "according to {sides}, {rest}" if found["so"] else "what do {sides} say about {rest}"
        question = asking.format(sides=found["sides"], rest=found["rest"])
    question = _AGAIN.sub(r"\1 ", question)
    question = _ASKED_AGAIN.sub(r"\g<ask> \g<one> and \g<two> \g<verb>", question)
    return _BOTH.sub("", question)


def sides_of(name: str) -> tuple[str, ...]:
    """Return the sides that the party called *name* has, one where it is one."""
    sides = tuple(_OWNER.sub("", side) for side in _BETWEEN.split(name) if side.strip())
    return sides or (name,)


def of_each(question: str, name: str) -> tuple[str, ...]:
    """Return *question* for each side of the party *name* alone; none where it is one side, or too many."""
    sides, question = sides_of(name), in_one(question)
    if not 1 < len(sides) <= MOST or name not in question:
        return ()
    headed = re.fullmatch(rf"{re.escape(name)} (?:on|about|regarding) (?P<topic>.+)", question)
    asking = f"what do {name} say about {headed['topic']}" if headed else question
    return tuple(re.sub(re.escape(name) + _EACH, side, asking) for side in sides)
