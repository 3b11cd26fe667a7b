"""The party that a question asks about: a person, an institution or a side, and whether a speaker belongs to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from bot.answer import Quote
from bot.asking import asking_part

_SPEAKS: Final = (
    r"(?:wants?|says?|said|thinks?|thought|believes?|claims?|claimed|demands?|demanded|argues?|argued|proposes?|"
    r"proposed|asks?|asked|insists?|insisted|offers?|offered|promises?|promised|deny|denies|denied|tells?|told|"
    r"expects?|expected|fears?|feared|warns?|warned|accepts?|accepted|rejects?|rejected|opposes?|opposed|calls?|called|"
    r"comments?|commented|describes?|described|explains?|explained|responds?|responded|admits?|admitted|predicts?|"
    r"predicted|suggests?|suggested|answers?|answered|reply|replies|replied|stands?|plans?|planned|sees?|views?)"
)
_WITHIN: Final = r"(?!(?:is|are|was|were|be|do|does|did|what|who|whose|which|about|in|on|to)\b)[^\W\d_][\w.’'-]*"
_FIRST: Final = rf"(?!(?:of|for|by|from|with|at|and|or|but|it|that|said|me|us|tell|show)\b){_WITHIN}"
_WHO: Final = rf"\b(?P<party>(?:the )?{_FIRST}(?: {_WITHIN}){{0,3}}?)"
_HELD: Final = (
    "(?:positions?|views?|demands?|stance|opinions?|conditions?|words|proposals?|answer|reply|response|reaction)"
)
_HOW: Final = r"(?:(?:also|ever|really|not|never|still|now|already|actually|himself|herself|themselves) )?"
_ASKS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:do|does|did|has|have|will|would|can|could) {_WHO} {_HOW}{_SPEAKS}\b",
        rf"\b(?:what|where|why|how|whom|which \w+) {_WHO} {_HOW}{_SPEAKS}\b",
        rf"\baccording to {_WHO}(?:[,?.]|$| (?:on|about|what|who|how|why|is|are|will)\b)",
        rf"{_WHO}[’']s? (?:\w+ )?{_HELD}\b",
        rf"\b(?:position|view|demands?|stance|opinion|words) of {_WHO}(?:[,?.]|$| (?:on|about)\b)",
    )
)
_NOT_A_PARTY: Final = re.compile(
    r"^(?:the )?(?:author|blogger|post|writer|it|he|she|they|we|you|i|anyone|anybody|people|that|this|there|"
    r"what|who|is|are|was|were|do|does|did|has|have|had|a|an|article|paper)\b",
    re.IGNORECASE,
)
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


_BODY: Final = re.compile(
    r"\b(?:governments?|ministry|ministries|minister|courts?|council|parliament|commission|coast guard|army|navy|"
    r"police|opposition|union|league|party|alliance|delegation|president|chancellor|mayor|captain|envoy|admiral|keeper|"
    r"company|shipowners|unions|strikers|experts|analysts|officials|allies|neighbors|other side)\b",
    re.IGNORECASE,
)
"""What is called by its office or its trade and has a position."""


@dataclass(frozen=True, slots=True)
class Party:
    """Whom a question asks about."""

    name: str
    """As the question has it."""

    def speaks_as(self, name: str, described_as: str | None) -> bool:
        """Tell whether a speaker called *name* is, or by the description speaks for, this party."""
        words = _stems(f"{name} {described_as or ''}")
        return any(_stems(alias) <= words for alias in self._aliases())

    def _aliases(self) -> set[str]:
        own = re.sub(r"^the |[’']s?$", "", self.name.casefold())
        stems = _stems(own)
        sides = [seats for seats in _SEATS if any(_stems(seat) <= stems for seat in seats)]
        led = {leader for leader, state in _LEADERS.items() if any(state in seats for seats in sides)}
        return {own}.union(led, *sides)


def party_asked(question: str) -> Party | None:
    """Return the party whose words *question* asks for, None when it asks for nobody's."""
    asking = asking_part(question)
    for pattern in _ASKS:
        match = pattern.search(asking)
        if match and not _NOT_A_PARTY.match(match["party"]):
            return Party(match["party"])
    return None


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


def in_turn(quotes: Sequence[Quote], question: str) -> list[Quote]:
    """Return *quotes* so that what is said by those whose words *question* asks for comes first, sides in turn."""
    party = party_asked(question)
    sides = [Party(name) for name in re.split(r",| and | or ", party.name) if name.strip()] if party else []
    said = [[quote for quote in quotes if is_said_by(quote, side)] for side in sides]
    turns = [quote for row in zip_longest(*said) for quote in row if quote is not None]
    return list({quote.id: quote for quote in (*turns, *quotes)}.values())


def is_said_by(quote: Quote, party: Party) -> bool:
    """Tell whether the key of *quote* is in the words of *party*, its own or reported."""
    speaker = quote.chain.speaker or quote.reported
    return speaker is not None and party.speaks_as(speaker.name, speaker.described_as)


def _stems(words: str) -> set[str]:
    return {word[:_STEM] for word in re.findall(r"[\w.]*\w", words.casefold())}
