"""People that an article names: where, and by which full name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from corpus.first_names import GENDERS
from corpus.introduced import FULL_NAME, descriptions, descriptions_before, heads_of, introduced_in, may_be_a_surname, named_in_full
from corpus.titles import GENERATION, WORD, bare_name, generation, may_be_a_person, surname

_LONE: Final = re.compile(rf"(?:(?P<before>[A-ZÀ-Ž][\w’'.-]*) )?\b(?P<last>{WORD})\b(?!-| [A-Z])")
_GENDER: Final = {"Mr": "m", "Sir": "m", "Lord": "m", "King": "m", "Mrs": "f", "Ms": "f", "Lady": "f", "Queen": "f"}
_GENDERED: Final = re.compile(rf"\b(?P<title>{'|'.join(_GENDER)})\.? (?:{WORD} )?(?P<last>{WORD})")
_SET_OFF: Final = re.compile(r", (?!and\b|or\b|[A-Z])")
_WHERE: Final = re.compile(r"\b(?:in|at|on|of|for|from|with|by|to|near|across|into|over|around|about)(?: the)? $")
INTRODUCED: Final = 600  # characters behind the first bare surname in which its bearer is named in full
OFTENER: Final = 2  # times as often as others of the surname is whom it means alone named in full
_SHORT: Final = 3  # letters of a first name that may stand for a longer one


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a person is named."""

    start: int
    end: int
    name: str
    """The fullest name that the article gives this person."""


@dataclass(slots=True)
class _Person:
    """Somebody who is named in full, in one form or several."""

    name: str
    """The longest form."""
    first: int
    """Where the text first has one of the forms."""
    times: int
    """How often it has them."""
    is_introduced: bool
    """The text gives a form a title or a description, or has it say something."""


class People:
    """The people of one text; found by titles, by descriptions beside a name, and by being the *sources* of words.

    Several may bear one surname: with a first name beside it it is theirs only whose first name agrees. A bare one is
    that of the bearer who is named in full far oftener than others, not only long after it; else it is nobody's in
    particular, and stays bare.
    """

    def __init__(self, text: str, sources: Collection[str] = ()) -> None:
        introduced = set(introduced_in(text, sources))
        surnames = {surname(name) for name in introduced} | {
            name for name in heads_of(sources) if may_be_a_surname(name, text)
        }
        names = introduced | set(named_in_full(text, surnames))
        alone = _alone(text)
        self._people: dict[str, list[_Person]] = defaultdict(list)
        for name in sorted(names, key=lambda name: (-len(name), name)):
            if not _begins_with_another_word(name, names, alone):
                person = _Person(name, text.find(name), text.count(name), name in introduced)
                _add(self._people[surname(name)], person)
        self._bare = {last: _meant_by(last, people, alone) for last, people in self._people.items()}
        behind = [(match["name"], match["described"].strip()) for match in descriptions(text)]
        self._described = [(bare_name(name), said) for name, said in (*behind, *descriptions_before(text))]
        self._gender: dict[str, set[str]] = defaultdict(set)
        for match in _GENDERED.finditer(text):
            self._gender[match["last"]].add(_GENDER[match["title"]])
        names_there = "|".join(sorted(map(re.escape, self._bare), key=len, reverse=True))
        pattern = (
            rf"(?:\b(?P<first>{WORD}|[A-Z]\.)[ ](?:[A-Z]\.[ ])?)?\b(?P<last>{names_there})\b(?P<more>{GENERATION})?"
        )
        self._pattern = re.compile(pattern) if names_there else None

    def full(self, name: str) -> str | None:
        """Return the fullest name for *name*, None when it is no person that the text knows."""
        bare = bare_name(name)
        return self._named(bare) if bare else None

    def knows(self, name: str) -> bool:
        """Tell whether *name* is the fullest name of a person of the text."""
        return bool(name) and self._named(name) == name

    def gender(self, name: str) -> str | None:
        """Return "m" or "f" as the titles before the name tell, or else the first name; None when neither does."""
        last = surname(name)
        genders = self._gender.get(last, set()) if self._bare.get(last) == name else set()
        return next(iter(genders)) if len(genders) == 1 else GENDERS.get(name.split(maxsplit=1)[0].lower())

    def described(self, name: str) -> str | None:
        """Return the text's own words that follow *name* after a comma, None when it never describes the person."""
        if " " not in name or not self.knows(name):
            return None
        return next((said for other, said in self._described if _is_same(name, other)), None)

    def mentions(self, text: str, start: int, end: int) -> list[Mention]:
        """Return the people named in text[start:end], in order."""
        if self._pattern is None:
            return []
        found = (
            (match, self._named(" ".join(filter(None, (match["first"], match["last"], match["more"])))))
            for match in self._pattern.finditer(text, start, end)
        )
        return [Mention(match.start(), match.end(), name) for match, name in found if name]

    def may_name_others(self, text: str, start: int, end: int) -> bool:
        """Tell whether text[start:end] holds what looks like the full name of somebody not known here."""
        return any(True for _ in self._others(text, start, end))

    def introduces_others(self, text: str, start: int, end: int) -> bool:
        """Tell whether text[start:end] has such a name with a known first name, or set off: "the judge Ada Lund, "."""
        return any(
            name.split(maxsplit=1)[0].lower() in GENDERS
            or (_SET_OFF.match(text, place.end()) and not _WHERE.search(text, start, place.start()))
            for name, place in self._others(text, start, end)
        )

    def _others(self, text: str, start: int, end: int) -> Iterator[tuple[str, re.Match[str]]]:
        """Yield the bare names in text[start:end] that may be those of people not known here, with their places."""
        for match in FULL_NAME.finditer(text, start, end):
            name = bare_name(match.group())
            if " " in name and may_be_a_person(name) and surname(name) not in self._bare:
                yield name, match

    def _named(self, name: str) -> str | None:
        """Return whom a bare *name* means; what is no first name before the surname counts as not there."""
        last = surname(name)
        theirs = (person.name for person in self._people.get(last, ()) if " " in name and _is_same(person.name, name))
        return next(theirs, None) or self._bare.get(last)


def _begins_with_another_word(name: str, names: Collection[str], alone: Mapping[str, int]) -> bool:
    """Tell whether *name* is another one of *names* in full behind a word that is none of it: "Vermont Bernie Sanders".

    In "Debbie Wasserman Schultz" the other is the surname: its last word is nowhere *alone*.
    """
    words = name.split()
    ends = (" ".join(words[position:]) for position in range(1, len(words) - 1))
    return surname(name) in alone and any(end in names for end in ends)


def _add(people: list[_Person], new: _Person) -> None:
    """Put the *new* name to the person of *people* who may bear it, or to a new one."""
    if " " not in new.name and people:
        return
    for person in people:
        if _is_same(person.name, new.name):
            person.first, person.times = min(person.first, new.first), person.times + new.times
            person.is_introduced |= new.is_introduced
            return
    people.append(new)


def _meant_by(last: str, people: Collection[_Person], alone: Mapping[str, int]) -> str:
    """Return the name of whom the surname *last* alone means, itself where that is not certain."""
    person, *others = sorted(people, key=lambda person: -person.times)
    is_late = not person.is_introduced and last in alone and person.first > alone[last] + INTRODUCED
    is_one_of_many = any(person.times < OFTENER * other.times for other in others)
    if is_one_of_many and (introduced := _alone_so_far(people, alone.get(last))):
        return introduced.name
    return last if is_late or is_one_of_many else person.name


def _alone_so_far(people: Collection[_Person], position: int | None) -> _Person | None:
    """Return who of *people* is the only one named in full before the bare surname at *position* and no rarer one."""
    before = [person for person in people if position is not None and person.first < position]
    return before[0] if len(before) == 1 and before[0].times == max(person.times for person in people) else None


def _alone(text: str) -> dict[str, int]:
    """Return where *text* first has each capitalized word without a first name before it or a name behind it."""
    found: dict[str, int] = {}
    for match in _LONE.finditer(text):
        last = match["last"]
        if not match["before"] or bare_name(f"{match['before']} {last}") == last:
            found.setdefault(last, match.start())
    return found


def _is_same(name: str, other: str) -> bool:
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
