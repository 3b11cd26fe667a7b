"""People that an article names: where, and by which full name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from corpus.first_names import GENDERS
from corpus.titles import FIRST, GENERATION, MORE, OFFICE, TITLE, WORD, bare_name, generation, may_be_a_person, surname

_TITLED: Final = re.compile(rf"\b(?:{TITLE}[ ])+(?P<name>{WORD}{MORE}{{0,3}})")
_VERB: Final = r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|said|says|told|tells)"
_LEADS: Final = (
    r"who (?:leads|heads|chairs|runs|commands|represents|defends|"
    r"(?:speaks|spoke|signed|acts|acted|negotiates|negotiated|pleads|pleaded) for)"
)
"""What somebody does for others, and so speaks for them."""
_CUT_SHORT: Final = r"(?<!\b[A-Z])(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bGen)(?<!\bSt)"  # before a full stop: no end there
_ROLE: Final = (
    r"(?:director|head|president|owner|chairman|chairwoman|chair|chief|founder|co-founder|professor|spokesman|"
    r"spokeswoman|spokesperson|editor|author|leader|secretary|minister|governor|mayor|manager|economist|analyst|dean)"
)
"""What somebody is called without an article: "Orrin Pell, founder of the Harbor Fund"."""
_DESCRIBED: Final = re.compile(
    rf"(?P<name>{WORD}{MORE}{{1,3}}),[ ]"
    rf"(?P<described>(?:an?|the|its|their|[A-Z]\w+[’']s|{_LEADS}|"
    rf"(?:[a-z-]+[ ]){{0,2}}{_ROLE}(?=[ ](?:of|at|for|in|and)\b))[ ]"
    rf"(?:(?!\b{_VERB}\b)[^,;:.“”\"]){{3,90}})(?:(?=[,;](?! [A-Z]\w+-based))|{_CUT_SHORT}(?=\.))"
)
_LED: Final = re.compile(
    r"(?:^|[.!?][”\"]? +|\n)(?:(?:Per|In|On|At|After|Before|By|For|From|With|Under|During|Following|Despite|Since|As|"
    r"When|While|If|Like|Unlike|Against|Because)|\w+(?:ed|ing) (?:with|by|to|about|on|for|of)) [^,.!?\n]*$"
)
"""What has to be followed by a main clause: what ends the sentence behind it is no description."""
_HEAD: Final = re.compile(r"^.*?(?P<last>[\w-]+)(?: (?:of|at|in|on|for|with|from|to|by|that|which|who|near|where)\b|$)")
_THING: Final = re.compile(
    r"(?:county|city|town|village|region|state|province|district|stronghold|nonprofit|company|firm|group|school|college|"
    r"organi[sz]ation|university|agency|website|newspaper|magazine|tank|charity|party|team|club|station|network|island|"
    r"river|country|nation|capital|suburb|neighbou?rhood|ship|vessel|film|book|song|album|show|drug|vaccine|hospital|"
    r"museum|center|centre|union|institute|association|subsidiary|brand|maker|publisher)s?",
    re.IGNORECASE,
)
"""Heads of descriptions of what is nobody."""
_MEANT: Final = re.compile(
    rf"(?:^|(?<=[.!?”\"] )|(?<=\n))[“\"«„]?(?P<name>{WORD}{MORE}{{1,3}}) "
    rf"(?!(?:[a-z][\w-]* ){{1,3}}{WORD} {WORD})[a-z][^.!?\n]{{5,300}}[.!?][”\"]? (?:He|She) ",
    re.MULTILINE,
)
"""Who "he" or "she" of the next sentence means."""
_WHO: Final = re.compile(rf"\b(?P<name>(?P<first>{WORD}){MORE}{{1,2}}), who\b")
_FULL_NAME: Final = re.compile(rf"\b{FIRST}{MORE}{{1,5}}")
_AT_THE_END: Final = re.compile(rf"(?:^| )(?P<name>(?:{TITLE} )*{FIRST}{MORE}{{1,4}})$")
_LONE: Final = re.compile(rf"(?:(?P<before>[A-ZÀ-Ž][\w’'.-]*) )?\b(?P<last>{WORD})\b(?!-| [A-Z])")
_SOURCE_HEAD: Final = re.compile(
    r"^.*?(?=,| \(| [—–] | (?:of|for|from|in|at|who|whom|with|on|to|by|about|near|familiar|whose|that|among|close|like|"
    r"such|including)\b|$)"
)
_PARTED: Final = re.compile(r", (?:and )?(?!who|which|that)| (?:and|&) ")
_OFFICE_OF: Final = re.compile(
    rf"\b{OFFICE} (?:of|to|for|from|in) (?:the )?(?:{WORD} )+?(?P<name>{WORD}(?: [A-Z]\.)? {WORD})(?=,|$)"
)
_OF_AN_OFFICE: Final = re.compile(rf"\b{OFFICE} (?:of|to|for|from|in) (?:the )?$")
LED_WITHIN: Final = 120  # characters before a name in which its sentence begins
FARTHEST: Final = 40  # characters before a name in which such an office stands
_GENDER: Final = {"Mr": "m", "Sir": "m", "Lord": "m", "King": "m", "Mrs": "f", "Ms": "f", "Lady": "f", "Queen": "f"}
_GENDERED: Final = re.compile(rf"\b(?P<title>{'|'.join(_GENDER)})\.? (?:{WORD} )?(?P<last>{WORD})")
_OWNER: Final = re.compile(rf"{WORD}[’'](?:s\b|(?<=s[’']))")
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
        introduced = set(_introduced(text, sources))
        surnames = {surname(name) for name in introduced} | {
            name for name in _heads(sources) if _may_be_a_surname(name, text)
        }
        names = introduced | set(_in_full(text, surnames))
        alone = _alone(text)
        self._people: dict[str, list[_Person]] = defaultdict(list)
        for name in sorted(names, key=lambda name: (-len(name), name)):
            if not _begins_with_another_word(name, names, alone):
                person = _Person(name, text.find(name), text.count(name), name in introduced)
                _add(self._people[surname(name)], person)
        self._bare = {last: _meant_by(last, people, alone) for last, people in self._people.items()}
        self._described = [(bare_name(match["name"]), match["described"].strip()) for match in _descriptions(text)]
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
        names = map(bare_name, (match.group() for match in _FULL_NAME.finditer(text, start, end)))
        return any(" " in name and may_be_a_person(name) and surname(name) not in self._bare for name in names)

    def _named(self, name: str) -> str | None:
        """Return whom a bare *name* means; what is no first name before the surname counts as not there."""
        last = surname(name)
        theirs = (person.name for person in self._people.get(last, ()) if " " in name and _is_same(person.name, name))
        return next(theirs, None) or self._bare.get(last)


def _introduced(text: str, sources: Collection[str]) -> Iterator[str]:
    """Yield the bare names of people whom a title, a description or words of theirs tell from what is nobody."""
    names = [match["name"] for match in _TITLED.finditer(text)]
    names += [match["name"] for match in _descriptions(text) if _is_somebody(match)]
    names += [match["name"] for match in _MEANT.finditer(text)]
    names += [match["name"] for match in _WHO.finditer(text) if match["first"].lower() in GENDERS]
    names += [name for source in sources for name in _of_source(source)]
    yield from (name for name in map(bare_name, names) if may_be_a_person(name))


def _in_full(text: str, surnames: Collection[str]) -> Iterator[str]:
    """Yield the bare names in full, wherever they stand, that end in one of *surnames*."""
    for match in _FULL_NAME.finditer(text):
        name = bare_name(match.group())
        if _OF_AN_OFFICE.search(text, max(0, match.start() - FARTHEST), match.start()):
            continue  # "Secretary of State Jocelyn Benson" is nobody called State
        if " " in name and may_be_a_person(name) and surname(name) in surnames:
            yield name


def _begins_with_another_word(name: str, names: Collection[str], alone: Mapping[str, int]) -> bool:
    """Tell whether *name* is another one of *names* in full behind a word that is none of it: "Vermont Bernie Sanders".

    In "Debbie Wasserman Schultz" the other is the surname: its last word is nowhere *alone*.
    """
    words = name.split()
    ends = (" ".join(words[position:]) for position in range(1, len(words) - 1))
    return surname(name) in alone and any(end in names for end in ends)


def _descriptions(text: str) -> Iterator[re.Match[str]]:
    """Yield the names with what describes them behind a comma; a main clause behind a name describes nobody."""
    for match in _DESCRIBED.finditer(text):
        is_clause = text[match.end() : match.end() + 1] == "." and _LED.search(
            text, max(0, match.start() - LED_WITHIN), match.start()
        )
        if not is_clause:
            yield match


def _is_somebody(described: re.Match[str]) -> bool:
    head = None if described["described"].startswith("who ") else _HEAD.match(described["described"])
    return " " in bare_name(described["name"]) and not (head and _THING.fullmatch(head["last"]))


def _may_be_a_surname(name: str, text: str) -> bool:
    """Tell whether *name* is a single one and, as *text* has it, no place.

    What has a first name before it is none for being spoken to: "he went over to Marrow".
    """
    if not re.fullmatch(WORD, name) or not may_be_a_person(name):
        return False
    last = re.escape(name)
    firsts = re.findall(rf"\b({WORD})(?: {WORD}| [A-Z]\.)? {last}\b", text)
    known = sum(first.lower() in GENDERS for first in firsts)
    places = len(re.findall(rf"\b(?:in|across|throughout) {last}\b", text))
    return places < known or not (places or re.search(rf"\b(?:into|inside|near|outside|to) {last}\b", text))


def _of_source(source: str) -> Iterator[str]:
    """Yield the names in full that a source consists of, ends in, or sets off."""
    source = _OWNER.sub("", source)
    for part in _PARTED.split(source):
        if (head := _SOURCE_HEAD.match(part)) and (named := _AT_THE_END.search(head.group())):
            yield named["name"]
    if holder := office_holder(source):
        yield holder


def _heads(sources: Iterable[str]) -> set[str]:
    """Return what the *sources* consist of or begin with: "Pell" of "Pell, who saw it"."""
    return {head.group() for source in sources if (head := _SOURCE_HEAD.match(source))}


def office_holder(source: str) -> str | None:
    """Return the name behind an office that takes its place before it: "Secretary of State Jocelyn Benson"."""
    office = _OFFICE_OF.search(source)
    return office["name"] if office else None


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
