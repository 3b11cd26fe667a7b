"""Who bears a surname in a text, and whom it means alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from corpus.collective import KIN
from corpus.titles import WORD, bare_name, generation, surname

_LONE: Final = re.compile(rf"(?:(?P<before>[A-ZÀ-Ž][\w’'.-]*) )?\b(?P<last>{WORD})\b(?!-| [A-Z])")
_KIN: Final = re.compile(rf"\b(?:His|Her|Their) (?:[a-z]+ )?(?:{KIN}|namesake|parents|children|siblings)\b")
"""Somebody's kin, at the beginning of a sentence."""
NEAR: Final = 200  # characters behind the mention of kin in which a surname may be theirs
INTRODUCED: Final = 600  # characters behind the first bare surname in which its bearer is named in full
OFTENER: Final = 2  # times as often as others of the surname is whom it means alone named in full
FAR_OFTENER: Final = 4  # times as often as whom alone the text had named when it first used the bare surname
_SHORT: Final = 3  # letters of a first name that may stand for a longer one


@dataclass(slots=True)
class _Bearer:
    """Somebody who is named in full, in one form or several."""

    name: str
    """The longest form."""
    first: int
    """Where the text first has one of the forms."""
    times: int
    """How often it has them."""
    is_introduced: bool
    """The text gives a form a title or a description, or has it say something."""


class Surnames:
    """The surnames of the *names* in full of one text, of which some are *introduced*.

    With a first name beside it a surname is theirs only whose first name agrees. Alone it is that of the bearer who is
    named in full far oftener than others, not only long after it; else it is nobody's in particular, and stays bare.
    """

    def __init__(self, text: str, names: Collection[str], introduced: Collection[str]) -> None:
        self._text, self._first_alone = text, _first_alone(text)
        self._bearers: dict[str, list[_Bearer]] = defaultdict(list)
        for name in sorted(names, key=lambda name: (-len(name), name)):
            if not _begins_with_another_word(name, names, self._first_alone):
                bearer = _Bearer(name, text.find(name), text.count(name), name in introduced)
                _add(self._bearers[surname(name)], bearer)
        self._bare = {last: _meant_by(last, bearers, self._first_alone) for last, bearers in self._bearers.items()}

    def alone(self) -> Mapping[str, str]:
        """Return for each surname the name of whom it means alone, itself where that is not certain."""
        return self._bare

    def bearers(self, last: str) -> list[str]:
        """Return the fullest names of those who bear the surname *last*."""
        return [bearer.name for bearer in self._bearers.get(last, ())]

    def meant(self, name: str) -> str | None:
        """Return whom a bare *name* means; what is no first name before the surname counts as not there."""
        last = surname(name)
        theirs = (item.name for item in self._bearers.get(last, ()) if " " in name and is_same_person(item.name, name))
        return next(theirs, None) or self._bare.get(last)

    def is_doubtful(self, words: str, name: str, position: int) -> bool:
        """Tell whether *words* at *position*, which have no first name, may mean somebody else than *name*.

        The paragraph last named another bearer in full, who came before anybody was called so, or told of kin.
        """
        if " " not in name or name.split(maxsplit=1)[0] in words:
            return False
        start = self._text.rfind("\n", 0, position) + 1
        bearers = self._bearers.get(surname(name), ())
        latest = max(bearers, key=lambda bearer: self._text.rfind(bearer.name, start, position), default=None)
        if latest and latest.name != name and latest.name in self._text[start:position]:
            return latest.first < self._first_alone.get(surname(name), position)
        return bool(_KIN.search(self._text, max(start, position - NEAR), position))


def is_same_person(name: str, other: str) -> bool:
    """Tell whether two names may be the same person's: surnames are equal, first names agree where both have one."""
    if surname(name) != surname(other) or generation(name) != generation(other):
        return False
    short, long = sorted((name, other), key=len)
    firsts = (each.split(maxsplit=1)[0] for each in (name, other))
    return " " not in short or long.endswith(f" {short}") or _agree(*firsts)


def _agree(first: str, other: str) -> bool:
    """Tell whether one of two first names is the other, its initial, or short for it."""
    short, long = sorted((first.rstrip("."), other.rstrip(".")), key=len)
    return short == long or (long.startswith(short) and (len(short) == 1 or len(short) >= _SHORT))


def _begins_with_another_word(name: str, names: Collection[str], alone: Mapping[str, int]) -> bool:
    """Tell whether *name* is another one of *names* in full behind a word that is none of it: "Vermont Bernie Sanders".

    In "Debbie Wasserman Schultz" the other is the surname: its last word is nowhere *alone*.
    """
    words = name.split()
    ends = (" ".join(words[position:]) for position in range(1, len(words) - 1))
    return surname(name) in alone and any(end in names for end in ends)


def _add(bearers: list[_Bearer], new: _Bearer) -> None:
    """Put the *new* name to the one of *bearers* who may bear it, or to a new one."""
    if " " not in new.name and bearers:
        return
    for bearer in bearers:
        if is_same_person(bearer.name, new.name):
            bearer.first, bearer.times = min(bearer.first, new.first), bearer.times + new.times
            bearer.is_introduced |= new.is_introduced
            return
    bearers.append(new)


def _meant_by(last: str, bearers: Collection[_Bearer], alone: Mapping[str, int]) -> str:
    """Return the name of whom the surname *last* alone means, itself where that is not certain."""
    bearer, *others = sorted(bearers, key=lambda bearer: -bearer.times)
    is_late = not bearer.is_introduced and last in alone and bearer.first > alone[last] + INTRODUCED
    before = [each for each in (bearer, *others) if last in alone and each.first < alone[last]]
    is_late |= len(before) == 1 and before[0] is not bearer and bearer.times < FAR_OFTENER * before[0].times
    is_one_of_many = any(bearer.times < OFTENER * other.times for other in others)
    if is_one_of_many and (introduced := _alone_so_far(bearers, alone.get(last))):
        return introduced.name
    return last if is_late or is_one_of_many else bearer.name


def _alone_so_far(bearers: Collection[_Bearer], position: int | None) -> _Bearer | None:
    """Return who of *bearers* is the only one named in full before the bare surname at *position* and no rarer one."""
    before = [bearer for bearer in bearers if position is not None and bearer.first < position]
    return before[0] if len(before) == 1 and before[0].times == max(bearer.times for bearer in bearers) else None


def _first_alone(text: str) -> dict[str, int]:
    """Return where *text* first has each capitalized word without a first name before it or a name behind it."""
    found: dict[str, int] = {}
    for match in _LONE.finditer(text):
        last = match["last"]
        if not match["before"] or bare_name(f"{match['before']} {last}") == last:
            found.setdefault(last, match.start())
    return found
