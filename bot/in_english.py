"""A question in another language in rough English: word by word, with the names as passages near to it have them.

"Ile głosów padło za umową?" is read as "how many votes fell for agreement": enough for a model that reads English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

from bot.folded_names import sounds
from bot.glossary import Gloss, glossary

KNOWN: Final = 0.6  # share of its words from which a question is read
_NAME: Final = re.compile(r"[A-ZÀ-Ž][^\W\d_]{2,}")
_CAPITALIZES_NOUNS: Final = frozenset(["de"])
_INFLECTED: Final = 4  # letters at most behind a name
_SHORTEST: Final = 3  # sounds that two names have in common at least


@dataclass(frozen=True, slots=True)
class InEnglish:
    """The words of a question with their English."""

    glosses: tuple[Gloss, ...]

    @property
    def question(self) -> str:
        """The question in rough English."""
        return " ".join(filter(None, map(_words, self.glosses))) + "?"

    def of(self, words: str) -> str:
        """Return *words* of the question, such as a name in it, in English."""
        asked = words.split()
        return " ".join(_words(gloss) for gloss in self.glosses if gloss.words in asked) or words


def in_english(question: str, language: str, passages: Iterable[str]) -> InEnglish | None:
    """Return *question* in rough English, None where there is no glossary or it knows too few of the words.

    Names are written as *passages* near to the question have them.
    """
    known = glossary(language)
    if known is None:
        return None
    names = {name: sounds(name) for passage in passages for name in _NAME.findall(passage)}
    glosses = [_named(gloss, names, language, is_first=at == 0) for at, gloss in enumerate(known.glosses(question))]
    if sum(gloss.english is not None for gloss in glosses) < KNOWN * len(glosses):
        return None
    return InEnglish(tuple(glosses))


def _named(gloss: Gloss, names: Mapping[str, str], language: str, *, is_first: bool) -> Gloss:
    """Return *gloss* with one of *names*, which have their sounds, as its English if it is that name.

    A capital letter tells names from words, but not where the question begins, nor in German.
    """
    word = gloss.words
    if not word[:1].isupper():
        return gloss
    if word in names and not is_first:
        return replace(gloss, english=word)
    if gloss.english is not None and (is_first or language in _CAPITALIZES_NOUNS):
        return gloss
    return replace(gloss, english=next(_sounding_like(word, names), gloss.english))


def _sounding_like(word: str, names: Mapping[str, str]) -> Iterator[str]:
    """Yield of *names*, which have their sounds, those of which *word* may be a form, the longest first."""
    heard = sounds(word)
    for name, sound in sorted(names.items(), key=lambda item: -len(item[1])):
        common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(heard, sound, strict=False)))
        if common >= max(_SHORTEST, len(sound) - 1) and len(heard) - common <= _INFLECTED:
            yield name


def _words(gloss: Gloss) -> str:
    """Return the English of *gloss*; a word that nobody knows as it sounds, with its capital letter."""
    if gloss.english is not None:
        return gloss.english
    heard = sounds(gloss.words)
    return heard.title() if gloss.words[:1].isupper() else heard
