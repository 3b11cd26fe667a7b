"""People that an article names: where, and by which full name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from corpus.collective import head_of
from corpus.first_names import GENDERS
from corpus.full_names import FULL_NAME, may_be_a_surname, named_in_full, with_a_first_name
from corpus.introduced import descriptions, descriptions_before, heads_of, introduced_in
from corpus.surnames import Surnames, is_same_person
from corpus.titles import GENERATION, TITLES, WORD, bare_name, may_be_a_person, surname

_GENDERED: Final = re.compile(rf"\b(?P<title>{'|'.join(TITLES)})\.? (?:{WORD} )?(?P<last>{WORD})")
_TITLED: Final = re.compile(rf"(?P<title>{'|'.join(TITLES)})\.? (?P<last>{WORD})(?! {WORD})")
_NOUNS: Final = {
    "f": re.compile(r"[a-z-]*woman|actress|mother|widow|wife|daughter|sister|niece|aunt|grandmother|nun|[Qq]ueen"),
    "m": re.compile(r"[a-z-]*boyfriend|father|widower|husband|son|brother|nephew|uncle|grandfather|monk|[Kk]ing"),
}
"""Heads of descriptions that tell a gender; what ends in -man does not."""
_ARTICLE: Final = re.compile(r"(?:the|an?) ", re.IGNORECASE)
_SET_OFF: Final = re.compile(r", (?!and\b|or\b|[A-Z])")
_KIND: Final = re.compile(r"\ban? $")
_WHERE: Final = re.compile(r"\b(?:in|at|on|of|for|from|with|by|to|near|across|into|over|around|about)(?: the)? $")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a person is named."""

    start: int
    end: int
    name: str
    """The fullest name that the article gives this person."""


class People:
    """The people of one text; found by titles, by descriptions beside a name, and by being the *sources* of words."""

    def __init__(self, text: str, sources: Collection[str] = ()) -> None:
        introduced = set(introduced_in(text, sources))
        surnames = {surname(name) for name in introduced} | {
            name for name in heads_of(sources) if may_be_a_surname(name, text)
        }
        names = introduced | set(named_in_full(text, surnames)) | set(with_a_first_name(text))
        self.surnames = Surnames(text, names, introduced)
        behind = [(match["name"], match["described"].strip()) for match in descriptions(text)]
        self.descriptions: Final = [(bare_name(name), said) for name, said in (*behind, *descriptions_before(text))]
        self._gender: dict[str, set[str]] = defaultdict(set)
        for match in _GENDERED.finditer(text):
            self._gender[match["last"]].add(TITLES[match["title"]])
        names_there = "|".join(sorted(map(re.escape, self.surnames.alone()), key=len, reverse=True))
        before = rf"(?:\b(?P<first>{WORD}|[A-Z]\.)[ ](?:[A-Z]\.[ ])?)?"
        pattern = rf"{before}\b(?P<last>{names_there})\b(?!-[a-z])(?P<more>{GENERATION})?"
        self._pattern = re.compile(pattern) if names_there else None

    def full(self, name: str) -> str | None:
        """Return the fullest name for *name*, None when it is no person that the text knows."""
        bare = bare_name(name)
        return self.surnames.meant(bare) if bare else None

    def knows(self, name: str) -> bool:
        """Tell whether *name* is the fullest name of a person of the text."""
        return bool(name) and self.surnames.meant(name) == name

    def with_title(self, words: str) -> str | None:
        """Return who alone of several bearers a title and a surname can mean: "Mr. Marrow" beside Ilse Marrow."""
        titled = _TITLED.match(words)
        if titled is None:
            return None
        bearers = self.surnames.bearers(titled["last"])
        genders = {name: GENDERS.get(name.split(maxsplit=1)[0].lower()) for name in bearers}
        fitting = [name for name, gender in genders.items() if gender in {TITLES[titled["title"]], None}]
        return fitting[0] if len(fitting) == 1 < len(bearers) else None

    def gender(self, name: str) -> str | None:
        """Return "m" or "f" as the titles before the name tell, or else the first name; None when neither does."""
        last = surname(name)
        genders = self._gender.get(last, set()) if self.surnames.alone().get(last) == name else set()
        if len(genders) == 1:
            return next(iter(genders))
        return GENDERS.get(name.split(maxsplit=1)[0].lower()) or self._gender_told(name)

    def _gender_told(self, name: str) -> str | None:
        """Return what a description of the person tells: "its chairwoman"."""
        told = {
            gender
            for other, said in self.descriptions
            if is_same_person(name, other)
            for gender, noun in _NOUNS.items()
            if noun.fullmatch(head_of(_ARTICLE.sub("", said)))
        }
        return told.pop() if len(told) == 1 else None

    def described(self, name: str) -> str | None:
        """Return the text's own words beside *name* and a comma, None when it never describes the person."""
        if " " not in name or not self.knows(name):
            return None
        return next((said for other, said in self.descriptions if is_same_person(name, other)), None)

    def mentions(self, text: str, start: int, end: int) -> list[Mention]:
        """Return the people named in text[start:end], in order."""
        if self._pattern is None:
            return []
        found = (
            (match, self.surnames.meant(" ".join(filter(None, (match["first"], match["last"], match["more"])))))
            for match in self._pattern.finditer(text, start, end)
        )
        return [Mention(match.start(), match.end(), name) for match, name in found if name]

    def may_name_others(self, text: str, start: int, end: int) -> bool:
        """Tell whether text[start:end] holds what looks like the full name of somebody not known here."""
        return any(True for _ in self._others(text, start, end))

    def introduces_others(self, text: str, start: int, end: int) -> bool:
        """Tell whether text[start:end] has such a name that begins it, is set off, or has a known first name."""
        return any(
            name.split(maxsplit=1)[0].lower() in GENDERS
            or (place.start() == start and place.group() == name)
            or (_SET_OFF.match(text, place.end()) and not _WHERE.search(text, start, place.start()))
            for name, place in self._others(text, start, end)
        )

    def _others(self, text: str, start: int, end: int) -> Iterator[tuple[str, re.Match[str]]]:
        """Yield the bare names in text[start:end] that may be those of people not known here, with their places."""
        for match in FULL_NAME.finditer(text, start, end):
            name = bare_name(match.group())
            is_kind = _KIND.search(text, start, match.start())  # "a Social Liberal"
            if " " in name and may_be_a_person(name) and surname(name) not in self.surnames.alone() and not is_kind:
                yield name, match
