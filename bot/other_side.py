"""Which side "the other side" is: one of those in the quotes shown that is not the party's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import groupby
from typing import Final

from bot.name_runs import may_be_person, most_named
from bot.sides import led_by, may_speak, same_side, stems_of
from bot.turn import Turn
from corpus.collective import head_of

_HEARS_BOTH: Final = re.compile(r"\b(?:court|tribunal|judges?|jury|mediators?|arbiters?)$", re.IGNORECASE)
_SOME: Final = re.compile(r"^(?:the\b|[A-ZÀ-ŽА-ЯЄІЇҐ]).*(?<!people)$")  # not "two people", who are no side


def sides_in(texts: Iterable[str], heard: Iterable[str]) -> tuple[str, ...]:
    """Return the sides in the *texts* shown, with their article, the most named first, then those *heard* in the rest.

    Who hears both sides is none; of "Ukrainian" and "Ukraine" one is enough.
    """
    texts, heard = list(texts), [side for side in heard if _SOME.match(side)]
    bare = {side.removeprefix("the ") for side in heard}
    named = [_with_article(name, texts) for name in most_named(texts) if may_speak(name) or name in bare]
    capital_first = sorted(heard, key=lambda side: side.removeprefix("the ").islower())
    sides = [side for side in (*named, *capital_first) if not _HEARS_BOTH.search(head_of(side))]
    first = {key: at for at, key in reversed(list(enumerate(map(_stems, sides))))}
    alike = groupby(sorted(sides, key=lambda side: first[_stems(side)]), key=_stems)
    return tuple(min(names, key=lambda side: len(side.removeprefix("the "))) for _, names in alike)


def other_side(party: str, before: Turn) -> str | None:
    """Return the side shown that is not the one of *party*; None where there is no other, or its own is not known."""
    own = list(_own_sides(party, before))
    is_known = len(own) > 1 or not may_be_person(party) or may_speak(party)
    others = (side for side in before.sides if not any(our <= _stems(side) or _stems(side) <= our for our in own))
    return next(others, None) if is_known else None


def _own_sides(party: str, before: Turn) -> Iterator[AbstractSet[str]]:
    """Yield the stems of *party*, of the sides that it is one with, and of those that it is said to speak for."""
    own = stems_of(party)
    yield own
    yield from same_side(own)
    if state := led_by(party):
        yield from (stems_of(state), *same_side(stems_of(state)))
    for name, described_as in before.speakers:
        is_meant = own <= stems_of(f"{name} {described_as}")
        yield from (_stems(side) for side in before.sides if is_meant and _stems(side) <= stems_of(described_as))


def _stems(side: str) -> frozenset[str]:
    return frozenset(stems_of(side))


def _with_article(name: str, texts: Iterable[str]) -> str:
    """Return *name* as the *texts* mostly have it: "the League" rather than "League"."""
    named = re.compile(rf"(?P<the>\b[Tt]he )?\b{re.escape(name)}\b")
    found = [bool(match["the"]) for text in texts for match in named.finditer(text)]
    return f"the {name}" if 2 * sum(found) > len(found) else name
