"""Rough English for the words of a question in another language, from glossaries of our own in ``glossaries``.

A line is ``form form stem- = english``: a form stands for itself, a stem for all that begins with it, and ``_`` joins
the words of a fixed expression. What has no English, such as an article, has nothing behind the ``=``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Final

FOLDER: Final = "glossaries"
_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d[\d.,]*")
_AS_WRITTEN: Final = str.maketrans("'ʼёЁ", "’’еЕ")
_WITHIN: Final = re.compile(r"(?<=’)|-")
"""Where a word is cut that is not known as a whole: d’|accord, a|t|il."""
_ENDING: Final = 6  # letters at most behind a stem
_LINK: Final = 3  # the same behind the first part of a compound
_PART: Final = 4  # letters at least of each part of a compound
_KEY: Final = 3  # first letters by which expressions are looked up
_COMPOUNDING: Final = frozenset(["de"])
"""Languages that write compounds as one word."""


@dataclass(frozen=True, slots=True)
class Gloss:
    """Words of a question with their English, which is None where the glossary does not know them."""

    words: str
    english: str | None


@dataclass(frozen=True, slots=True)
class Glossary:
    """The glossary of one language."""

    language: str
    forms: dict[str, str] = field(default_factory=dict)
    stems: dict[str, str] = field(default_factory=dict)
    expressions: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    """By the first letters, the longest first."""

    def glosses(self, question: str) -> Iterator[Gloss]:
        """Yield the words of *question*, in their order, and their English."""
        words = list(self._words(question))
        at = 0
        while at < len(words):
            length, english = self._expression(words[at:])
            yield Gloss(" ".join(words[at : at + length]), english if length > 1 else self._english(words[at]))
            at += length

    def _words(self, question: str) -> Iterator[str]:
        for match in _WORD.finditer(question.translate(_AS_WRITTEN)):
            word = match.group()
            yield from [word] if word.lower() in self.forms else filter(None, _WITHIN.split(word))

    def _expression(self, words: Sequence[str]) -> tuple[int, str | None]:
        """Return how many *words* the longest expression has with which they begin, and its English."""
        for parts, english in self.expressions.get(words[0][:_KEY].lower(), ()):
            if len(parts) <= len(words) and all(map(_is_form_of, words, parts)):
                return len(parts), english
        return 1, None

    def _english(self, word: str) -> str | None:
        if word[0].isdigit():
            return word
        for written in (word.lower(), plain(word)):
            english = self.forms.get(written, self._by_stem(written, _ENDING))
            if english is None and self.language in _COMPOUNDING:
                english = self._compound(written)
            if english is not None:
                return english
        return None

    def _by_stem(self, word: str, ending: int) -> str | None:
        stems = (word[:length] for length in range(len(word), max(1, len(word) - ending - 1), -1))
        return next((self.stems[stem] for stem in stems if stem in self.stems), None)

    def _compound(self, word: str) -> str | None:
        for cut in range(len(word) - _PART, _PART - 1, -1):
            first = self._part(word[:cut])
            last = self._part(word[cut:]) or self._part(word[cut:].removeprefix("s")) if first else None
            if first and last:
                return f"{first} {last}"
        return None

    def _part(self, word: str) -> str | None:
        return self.forms.get(word, self._by_stem(word, _LINK)) if len(word) >= _PART else None


@cache
def glossary(language: str) -> Glossary | None:
    """Return the glossary of *language* (ISO 639-1), None where there is none."""
    file = files("bot").joinpath(FOLDER, f"{language}.txt")
    if not file.is_file():
        return None
    found = Glossary(language)
    for line in file.read_text(encoding="utf-8").splitlines():
        forms, _, english = line.partition(" =")
        for form in forms.split():
            _add(found, form, english.strip())
    for expressions in found.expressions.values():
        expressions.sort(key=lambda item: -len(item[0]))
    return found


def plain(word: str) -> str:
    """Return *word* in lower case, as it is typed without the marks on Latin letters."""
    lower = word.lower().replace("ł", "l")
    if not lower[:1] or lower[0] > "\u024f":
        return lower
    return "".join(letter for letter in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(letter))


def _add(found: Glossary, form: str, english: str) -> None:
    parts = tuple(form.split("_"))
    if len(parts) > 1:
        found.expressions.setdefault(parts[0].rstrip("-")[:_KEY], []).append((parts, english))
        return
    known = found.stems if form.endswith("-") else found.forms
    known[form.rstrip("-")] = english
    known.setdefault(plain(form.rstrip("-")), english)


def _is_form_of(word: str, part: str) -> bool:
    if not part.endswith("-"):
        return word.lower() == part
    return word.lower().startswith(part[:-1]) and len(word) < len(part) + _ENDING
