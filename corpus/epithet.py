"""Whom a text means by what somebody is: "the judge" where it names one judge and tells of no other."""

from __future__ import annotations

import re
from typing import Final

from corpus.collective import head_phrase
from corpus.occupations import OCCUPATION
from corpus.people import People
from corpus.titles import FIRST, MORE

_EPITHET: Final = re.compile(
    rf"[Tt]he (?:Democratic |Republican )?(?P<role>(?:prime |foreign )?{OCCUPATION}|sheriff|coroner)"
)
_SHORT: Final = {"governor": "Gov", "senator": "Sen", "congressman": "Rep", "congresswoman": "Rep", "professor": "Prof"}
"""Titles as they stand before names."""
_ARTICLE: Final = re.compile(r"(?:the|an?) ", re.IGNORECASE)
_ANOTHER: Final = r"(?:an?|another|other|former|first|second|third|next|new|old|one|his|her|its|their|[a-z]+[’']s?)"
_OF_A_STATE: Final = frozenset(["president", "premier", "chancellor", "minister", "governor"])
"""Whoever has such an office in a company or a college is not who "the president" is to a text that does not say."""
NEAR: Final = 1500  # characters before an epithet in which the person is named


class Epithets:
    """The roles of the people of one text."""

    def __init__(self, text: str, people: People) -> None:
        self._text, self._people = text, people
        self._known: dict[str, str | None] = {}  # by role who alone has it

    def meant(self, words: str, position: int) -> str | None:
        """Return who alone is what *words* at *position* say, "the judge", and is named before; else None."""
        epithet = _EPITHET.fullmatch(words)
        if epithet is None:
            return None
        role = epithet["role"]
        if role not in self._known:
            self._known[role] = self._alone(role)
        name = self._known[role]
        before = self._people.mentions(self._text, max(0, position - NEAR), position)
        return name if any(mention.name == name for mention in before) else None

    def _alone(self, role: str) -> str | None:
        bearers = self._titled(role) | (set() if role in _OF_A_STATE else self._described(role))
        name = bearers.pop() if len(bearers) == 1 else None
        return name if name and not self._tells_of_others(role, name) else None

    def _titled(self, role: str) -> set[str]:
        title = "|".join(filter(None, (role.title(), _SHORT.get(role))))
        titled = re.compile(rf"\b(?:{title})\.? (?P<name>{FIRST}{MORE}{{0,2}})")
        names = (self._people.full(match["name"]) for match in titled.finditer(self._text))
        return {name for name in names if name and self._people.knows(name)}

    def _described(self, role: str) -> set[str]:
        return {
            full
            for name, said in self._people.descriptions
            if f" {head_phrase(_ARTICLE.sub('', said))}".casefold().endswith(f" {role}")
            and (full := self._people.full(name))
            and self._people.knows(full)
        }

    def _tells_of_others(self, role: str, name: str) -> bool:
        """Tell whether the text has other bearers of the *role* than *name*: several, another, one without a name."""
        others = re.compile(rf"\b(?:{role}s|{role[:-1]}(?:ies|en)|{_ANOTHER} (?:[a-z-]+ )?{role})\b", re.IGNORECASE)
        return any(not self._is_of(match.end(), name) for match in others.finditer(self._text))

    def _is_of(self, end: int, name: str) -> bool:
        """Tell whether what ends at *end* is said of the person *name*, who stands right behind it."""
        return any(mention.name == name for mention in self._people.mentions(self._text, end, end + len(name) + 3))
