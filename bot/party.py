"""A party to a dispute: a person, an institution or a side, and who speaks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bot.folded_names import fold, states
from corpus.language import ENGLISH
from corpus.people import bare_name

_STEM: Final = 5  # letters by which Russia and Russian are one
_SEATS: Final = (
    {"russia", "kremlin", "moscow"},
    {"ukraine", "kyiv", "kiev"},
    {"united states", "america", "washington", "white house", "pentagon", "u.s", "us"},
    {"china", "beijing"},
    {"britain", "london", "downing street", "united kingdom", "u.k", "uk", "british"},
    {"france", "paris", "élysée", "french"},
    {"germany", "berlin", "german"},
    {"european union", "brussels", "eu", "european commission"},
    {"poland", "warsaw", "polish"},
    {"turkey", "ankara", "turkish"},
    {"israel", "jerusalem"},
    {"iran", "tehran"},
    {"lithuania", "vilnius"},
)
"""A state, its capital, the seat of its government: who speaks for one of them speaks for the side."""
_LEADERS: Final = {"putin": "russia", "zelensky": "ukraine", "trump": "united states"}
"""Who speaks for a state without being described so; a state does not speak for its leader."""


_WHOLE_SIDE: Final = frozenset(["gover", "offic", "side", "autho", "deleg", "negot", "diplo", "state"])
_HEAD: Final = frozenset(["presi", "leade"])
"""Stems of what stands beside a state's name where all of it is meant, and where its leader is."""


_BODY: Final = re.compile(
    r"\b(?:governments?|ministry|ministries|minister|courts?|council|parliament|commission|coast guard|army|navy|"
    r"police|opposition|union|league|party|alliance|delegation|president|chancellor|mayor|captain|envoy|admiral|keeper|"
    r"company|shipowners|unions|strikers|experts|analysts|officials|allies|neighbors|other side)\b",
    re.IGNORECASE,
)
"""What is called by its office or its trade and has a position."""


_SMALL: Final = frozenset(["the", "a", "an", "of", "for", "its", "their", "his", "her", "s"])
"""Words that tell no party from another."""
_CAPITALIZED: Final = r"[A-ZÀ-ŽА-ЯЄІЇҐ](?:[\w.-]|[’'](?!s\b))*"
_NAMED: Final = re.compile(
    rf"(?:the )?(?:(?!(?:of|for|in|at|from|to)\b)[a-z]+ ){{0,2}}(?P<name>{_CAPITALIZED}(?: {_CAPITALIZED})*)(?: \w+ly)?"
)
"""A name, with or without what its bearer is: "the biologist Orrin Pell", "President Trump", "the Ostrin League"."""


@dataclass(frozen=True, slots=True)
class Party:
    """Whom a question asks about."""

    name: str
    """As the question has it."""
    language: str = ENGLISH
    """What the question is in; the articles' names are English."""

    def speaks_as(self, name: str, described_as: str | None) -> bool:
        """Tell whether a speaker called *name* is, or by the description speaks for, this party."""
        words = _stems(f"{name} {described_as or ''}")
        if self.language != ENGLISH and fold(self.name.split()[-1]) in {fold(word) for word in name.split()}:
            return True
        is_alias = any(alias <= words for alias in self._aliases())
        return is_alias or self._bears(name) or self._holds(described_as)

    def wrote(self, author: str | None, publication: str | None) -> bool:
        """Tell whether this party is the *author* of a text or the *publication* that printed it."""
        own = _core(self.name)
        last = {name.split()[-1].casefold() for name in (author, publication) if name and " " in name}
        return own in {_core(name) for name in (author, publication) if name} | last

    def _bears(self, name: str) -> bool:
        """Tell whether *name* is this party's, in full or by its last word: Hanne Solberg is Admiral Solberg."""
        named = _NAMED.fullmatch(self.name)
        own = bare_name(named["name"]).split() if named else []
        given = [word for word in name.split() if word[0].isupper()]
        return bool(own and given) and own[-1] == given[-1] and (len(given) == 1 or set(own) <= set(given))

    def _holds(self, described_as: str | None) -> bool:
        """Tell whether *described_as* is this party's office alone, whose the article does not say beside the name."""
        office = re.split(r" (?:of|for) ", self.name)[0].split()[-1]
        return described_as is not None and described_as == office

    def _aliases(self) -> Iterator[set[str]]:
        """Yield the stems of what this party may be called; never none."""
        own = _stems(self._in_english())
        if own:
            yield own
        for seats in _SEATS:
            seat = max((stems for stems in map(_stems, seats) if stems <= own), key=len, default=None)
            if seat is None:
                continue
            office = own - seat - _WHOLE_SIDE  # "Ukraine’s parliament" is one of Ukraine's, "Ukraine’s government" is Ukraine
            yield from (_stems(name) | office for name in seats)
            if office <= _HEAD:
                yield from (_stems(leader) for leader, state in _LEADERS.items() if state in seats)

    def _in_english(self) -> str:
        if self.language == ENGLISH:
            return self.name
        seats = {fold(seat): seat for side in _SEATS for seat in side if " " not in seat}
        known = states(self.language) | seats
        return next((known[word] for word in map(fold, self.name.split()) if word in known), self.name)


def is_state(words: str) -> bool:
    """Tell whether *words* name a state, its capital or the seat of its government."""
    stems = _stems(words)
    return any(_stems(name) <= stems for names in _SEATS for name in names)


def is_side(words: str) -> bool:
    """Tell whether *words* name a state, its capital, the seat of its government or who leads it."""
    return is_state(words) or any(_stems(name) <= _stems(words) for name in _LEADERS)


def may_speak(words: str) -> bool:
    """Tell whether *words* name a side or a body that has a position."""
    return is_side(words) or bool(_BODY.search(words))


def _core(name: str) -> str:
    return re.sub(r"^the |\(.*?\)|[’']s?$", "", name.casefold()).strip()


def _stems(words: str) -> set[str]:
    return {word[:_STEM] for word in re.findall(r"[\w.]*\w", words.casefold()) if word not in _SMALL}
