"""The sides of disputes between states: who speaks for Russia when the Kremlin speaks, and who only for itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from bot.folded_names import fold, states, states_in_english
from bot.office import speaks_for_a_state, watches
from corpus.collective import head_of, head_phrase, is_body, is_group

_STEM: Final = 5  # letters by which Russia and Russian are one
_SMALL: Final = frozenset(["the", "a", "an", "of", "for", "from", "in", "at", "its", "their", "his", "her", "s"])
"""Words that tell no party from another."""
_SAME_OFFICE: Final = {
    "advoc": "lawye",
    "attor": "lawye",
    "couns": "lawye",
    "barri": "lawye",
    "speak": "spoke",
    "crews": "crew",
}
"""Stems of words for one office: who speaks for the crews is their spokeswoman."""
_MEMBER: Final = re.compile(r"(?:police|congress)(?:wo)?m[ae]n")
"""One of a body, whose words are not the body's."""
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
    {"italy", "rome", "italian"},
)
"""A state, its capital, the seat of its government: who speaks for one of them speaks for the side."""
_ALL_SEATS: Final = frozenset(seat for seats in _SEATS for seat in seats)
_LEADERS: Final = {"putin": "russia", "zelensky": "ukraine", "trump": "united states"}
"""Who speaks for a state without being described so; a state does not speak for its leader."""
# "Ukraine’s parliament" speaks for itself, "Ukraine’s government" for Ukraine.
_WHOLE_SIDE: Final = frozenset(["gover", "offic", "side", "autho", "deleg", "negot", "diplo", "state"])
_HEAD: Final = frozenset(["presi", "leade"])
"""Stems of what stands beside a state's name where all of it is meant, and where its leader is."""
_OFFICE: Final = re.compile(
    r"(?:minister|president|premier|chancellor|mayor|captain|envoy|admiral|keeper|director|officer|advocate|chief|"
    r"leader|deputy|lawyer|ambassador|commander|spokes(?:man|woman|person)|prosecutor|judge|coach|chair(?:man|woman)|"
    r"secretary|governor|senator|bishop|inspector|founder|manager|mediator|executive|CEO|boss|head|other side)$",
    re.IGNORECASE,
)
"""What one person is called by their office or trade, who has a position."""
_WHICH: Final = re.compile(r"^(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Tt]h[eo]se)\b|[’']s? |^[A-ZÀ-ŽА-ЯЄІЇҐ]")
_OWNER: Final = re.compile(r"(?:the )?(?P<name>.+?)(?:[’']s?(?: .*)?)?$", re.IGNORECASE)
_HAS_WHAT_STATES_HAVE: Final = r"[’']s? (?:[a-z]+ )?(?:ministry|parliament|coast guard|navy)\b"


def stems_of(words: str) -> set[str]:
    """Return the beginnings of *words*, without those that tell nobody from another."""
    found = (word for word in re.findall(r"[\w.]*\w", words.casefold()) if word not in _SMALL)
    stems = {word if _MEMBER.fullmatch(word) else word[:_STEM] for word in found}
    return {_SAME_OFFICE.get(stem, stem) for stem in stems}


def same_side(own: AbstractSet[str]) -> Iterator[set[str]]:
    """Yield the stems by which the side that *own* names is called; none when they name no side.

    An office goes along: "France’s navy" is "the French navy" and not France.
    """
    for seats in _SEATS:
        seat = max((stems for stems in map(stems_of, seats) if stems <= own), key=len, default=None)
        if seat is None:
            continue
        office = own - seat - _WHOLE_SIDE
        yield from (stems_of(name) | office for name in seats)
        if office <= _HEAD:
            yield from (stems_of(leader) for leader, state in _LEADERS.items() if state in seats)


def state_in_english(words: str, language: str) -> str | None:
    """Return the English name of the state, or of the seat of its government, that *words* in *language* name."""
    seats = {fold(seat): seat for side in _SEATS for seat in side if " " not in seat}
    known = states(language) | seats
    return next((known[word] for word in map(fold, words.split()) if word in known), None)


def is_office(words: str) -> bool:
    """Tell whether *words* are what one person is called by their office or trade: "the mayor of Brae"."""
    return bool(_OFFICE.search(head_phrase(words)))


def is_state(words: str, around: str = "") -> bool:
    """Tell whether *words* name a state, its capital or the seat of its government.

    A text *around* them that speaks of "Varland’s coast guard" knows a state called so.
    """
    owner = _OWNER.match(words)
    name = owner["name"] if owner else words
    is_known = name.casefold() in states_in_english() or any(stems_of(seat) <= stems_of(words) for seat in _ALL_SEATS)
    return is_known or bool(re.search(rf"\b{re.escape(name)}{_HAS_WHAT_STATES_HAVE}", around, re.IGNORECASE))


def is_side(words: str) -> bool:
    """Tell whether *words* name a state, its capital, the seat of its government or who leads it."""
    return is_state(words) or any(stems_of(name) <= stems_of(words) for name in _LEADERS)


def state_led_by(name: str) -> str | None:
    """Return the state whose leader is called *name*, None where it is no leader's."""
    stems = stems_of(name)
    return next((state.title() for leader, state in _LEADERS.items() if stems_of(leader) <= stems), None)


def may_speak(words: str) -> bool:
    """Tell whether *words* name a side, an office or a body that has a position.

    People are asked for theirs where it is told which they are, "the farmers", or where they speak by trade.
    """
    head = head_of(words)
    if is_side(words) or is_body(head) or is_office(words):
        return True
    return is_group(head) and bool(_WHICH.search(words) or watches(words) or speaks_for_a_state(words))
