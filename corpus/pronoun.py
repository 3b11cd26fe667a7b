"""Whom "he" and "she" mean: who spoke or was named last, as far as their gender lets it be them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from corpus.occupations import PERSON
from corpus.people import People

Span = tuple[int, int]
GENDERS_OF: Final = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_SOMEBODY: Final = re.compile(
    rf"(?:(?!(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|him|was|is|as|be|like)\b)[\w’'-]+ ){{0,6}}?"
    rf"[Aa]n? (?:[a-z\d][\w-]* ){{0,3}}?{PERSON}\b"
)
"""Somebody without a name, of whom a sentence tells before anybody else."""
_SUBJECTS: Final = {"m": re.compile(r"\b[Hh]e\b"), "f": re.compile(r"\b[Ss]he\b")}
"""A pronoun before any name: another in the sentence means the same person, and nobody named between them."""

_ASKED: Final = re.compile(
    r"(?:(?:When|While|If|Although|Though|After being) )?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned)\b|If\b"
)
"""Begins a clause whose names are rather others than who speaks behind it: "Asked about Kest, he said"."""
_DATELINE: Final = re.compile(r"^(?:[A-Z][\w.’'-]*(?: of)? ?){1,3}: [A-Z]", re.MULTILINE)
"""Begins news of its own in a round-up: "Fair Harbor: The council met"."""
FEWEST_DATELINES: Final = 5  # in a round-up
_TOLD: Final = re.compile(r"\b(?:told|tells|telling) (?:[\w’'.-]+ ){0,2}$")
_TELLS_OF: Final = re.compile(
    r"(?:(?:But|And|Yet|So|Then|Now|Still|Later|Also|Instead)\b,? |(?:In|On|At|After|Before|By|During|Since|For|From|"
    r"Last|This)\b[^,;:“”\"]{2,60}, )?(?:(?P<m>[Hh]e)|[Ss]he)\b"
)
"""A sentence about him or her: whom else it names behind the pronoun is not who the next one is about."""


class Pronouns:
    """Reads one text sentence by sentence; a pronoun means nobody where it could be several people."""

    def __init__(self, text: str, people: People) -> None:
        self._text, self._people = text, people
        self._latest: str | None = None  # whom a pronoun means if it fits
        self._fitting: dict[str, str] = {}  # by gender whom else it means, in this paragraph
        self._gender: dict[str, str] = {}  # as a pronoun in the sentence of a name told
        self._sentence: Span = (0, 0)
        self._is_roundup = len(_DATELINE.findall(text)) >= FEWEST_DATELINES

    def begin(self, sentence: Span) -> None:
        """Take note that *sentence* is read next."""
        if "\n" in self._text[self._sentence[0] : sentence[0]]:
            self._fitting = {}
            if self._is_roundup and _DATELINE.match(self._text, *sentence):
                self._latest = None
        self._sentence = sentence

    def meant(self, at: Span, gender: str, marks: Sequence[Span]) -> str | None:
        """Return whom the pronoun at *at* means; *marks* are the quotations around."""
        start = self._sentence[0]
        mentions = [item for item in self._people.mentions(self._text, start, at[0]) if _is_outside(item.start, marks)]
        earlier = _SUBJECTS[gender].search(self._text, start, mentions[0].start) if mentions else None
        before = set() if earlier and _is_outside(earlier.start(), marks) else {item.name for item in mentions}
        fitting = {name for name in before if self._gender_of(name) in {gender, None}}
        if _ASKED.match(self._text, start) and self._text[at[0] - 2 : at[0]] == ", ":
            fitting = set()
        if len(fitting) == 1 and len(before) == 1:
            self._gender.setdefault(min(fitting), gender)
        if fitting:
            return fitting.pop() if len(fitting) == 1 else None
        is_told_of_somebody = not mentions and self._begins_with_somebody(at[0], marks)
        if is_told_of_somebody or self._people.introduces_others(self._text, start, at[0]):
            return None
        if self._latest and self._gender_of(self._latest) in {gender, None}:
            return self._latest
        return self._fitting.get(gender)

    def spoke(self, name: str | None) -> None:
        """Take note that the person *name* says something in this sentence, or None: somebody who may be a person."""
        self._latest = name
        if name is None:
            self._fitting = {}

    def read(self, voices: Collection[str], marks: Sequence[Span]) -> None:
        """Take note of whom a pronoun after this sentence would mean: who alone spoke, or else is named.

        Of the *voices* in it "" is somebody without a name.
        """
        mentions = [
            item
            for item in self._people.mentions(self._text, *self._sentence)
            if _is_outside(item.start, marks) and not _TOLD.search(self._text, self._sentence[0], item.start)
        ]
        names = list(dict.fromkeys(mention.name for mention in mentions))
        others = self._people.may_name_others(self._text, *self._sentence)
        told_of = _TELLS_OF.match(self._text, self._sentence[0], mentions[0].start) if mentions else None
        self._read_genders(names, others=others)
        if told_of:
            self._fitting.pop("m" if told_of["m"] else "f", None)
        if "" in voices:
            self._latest, self._fitting = None, {}
        elif len(voices) == 1 and self._people.knows(voice := min(voices)):
            self._latest = voice
        elif not names or (not voices and self._begins_with_somebody(mentions[0].start, marks)):
            if others or names or (not voices and self._begins_with_somebody(self._sentence[1], marks)):
                self._latest, self._fitting = None, {}
        elif told_of and len(names) == 1:
            pass  # it is still whoever the sentence is about
        elif (len(names) == 1 and not others) or self._begins(mentions[0].start):
            self._latest = names[0]
        elif self._latest not in names or others:
            self._latest = None

    def _begins(self, position: int) -> bool:
        return " " not in self._text[self._sentence[0] : position].rstrip()

    def _begins_with_somebody(self, end: int, marks: Sequence[Span]) -> bool:
        """Tell whether the sentence begins with somebody without a name, whom no name at *end* names behind a comma."""
        somebody = _SOMEBODY.match(self._text, self._sentence[0], end)
        is_named = self._text[end - 2 : end] == ", "
        return somebody is not None and not is_named and _is_outside(somebody.end(), marks)

    def _read_genders(self, names: Sequence[str], *, others: bool) -> None:
        for gender in ("m", "f"):
            fitting = [name for name in names if self._gender_of(name) in {gender, None}]
            if others or len(fitting) > 1:
                self._fitting.pop(gender, None)
            elif fitting:
                self._fitting.pop(gender, None)
                if self._gender_of(fitting[0]) == gender:
                    self._fitting[gender] = fitting[0]

    def _gender_of(self, name: str) -> str | None:
        return self._people.gender(name) or self._gender.get(name)


def _is_outside(position: int, marks: Sequence[Span]) -> bool:
    return not any(left < position < right for left, right in marks)
