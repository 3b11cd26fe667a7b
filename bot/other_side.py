"""Which side "the other side" is: one of those in the quotes shown that is not the party's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from bot.name_runs import may_be_person, most_named
from bot.sides import may_speak, same_side, stems_of
from bot.turn import Turn
from corpus.collective import head_of

_HEARS_BOTH: Final = re.compile(r"\b(?:court|tribunal|judges?|jury|mediators?|arbiters?)$", re.IGNORECASE)
_SOME: Final = re.compile(r"^(?:the\b|[A-ZÀ-ŽА-ЯЄІЇҐ]).*(?<!people)$")  # not "two people", who are no side


def sides_in(texts: Iterable[str], heard: Iterable[str]) -> tuple[str, ...]:
    """Return the sides *heard* and those only named in the *texts* shown, with their article, the most named first.

    Who hears both sides is none; of "Ukrainian" and "Ukraine" one is enough.
    """
    texts, named = list(texts), most_named(texts)
    heard = sorted(filter(_SOME.match, heard), key=lambda side: _place(side.removeprefix("the "), named))
    only_named = [_with_article(name, texts) for name in named if may_speak(name)]
    sides: dict[frozenset[str], str] = {}
    for side in (*heard, *only_named):
        if not _HEARS_BOTH.search(head_of(side)):
            sides[_stems(side)] = min(sides.get(_stems(side), side), side, key=lambda name: len(name.split()[-1]))
    return tuple(sides.values())


def other_side(party: str, before: Turn) -> str | None:
    """Return the side shown that is not the one of *party*; None where there is no other, or its own is not known."""
    own = [_stems(party)]
    own += [_stems(said) for name, said in before.speakers if said and _stems(party) <= _stems(f"{name} {said}")]
    its_own = [_stems(side) for side in before.sides if _is_one_of(side, own)]
    others = (side for side in before.sides if not any(mine <= _stems(side) for mine in its_own))
    is_known = bool(its_own) or may_speak(party) or not may_be_person(party)
    return next(others, None) if is_known else None


def _is_one_of(side: str, own: Sequence[frozenset[str]]) -> bool:
    """Tell whether *side* is, under any of its names, the party or named in what is said of it; *own*: their stems."""
    called = (_stems(side), *same_side(_stems(side)))
    return own[0] <= _stems(side) or any(name <= words for name in called for words in own)


def _place(side: str, named: Sequence[str]) -> tuple[int, bool]:
    return named.index(side) if side in named else len(named), side.islower()


def _stems(side: str) -> frozenset[str]:
    return frozenset(stems_of(side))


def _with_article(name: str, texts: Iterable[str]) -> str:
    """Return *name* as the *texts* mostly have it: "the League" rather than "League"."""
    named = re.compile(rf"(?P<the>\b[Tt]he )?\b{re.escape(name)}\b")
    found = [bool(match["the"]) for text in texts for match in named.finditer(text)]
    return f"the {name}" if 2 * sum(found) > len(found) else name
