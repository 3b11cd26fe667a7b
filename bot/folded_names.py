"""Names across languages and scripts: Зеленський, Selenskyj and Zelensky fold to the same letters."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

_CYRILLIC: Final = (
    "аa бb вv гg ґg дd еe єe ёe жs зs иi іi їi йi кk лl мm нn оo пp рr сs тt уu фf хh цs чc шs щs ыi эe юu яa ъ ь ’"
)
_LETTERS: Final = str.maketrans(
    {pair[0]: pair[1:] for pair in _CYRILLIC.split()} | {"ł": "l", "ø": "o", "ß": "s", "đ": "d"}
)
_SOUNDS: Final = tuple(
    (re.compile(spelling), sound)
    for spelling, sound in (
        ("tsch|sch|sh|sz|ts|tz|z", "s"),
        ("tch|cz|ch|ck|c", "k"),
        ("kh", "h"),
        ("ph", "f"),
        ("th", "t"),
        ("ou", "u"),
        ("w", "v"),
        ("[yj]", "i"),
        ("x", "ks"),
        (r"(.)\1", r"\1"),
    )
)
"""Spellings of one sound, in the order in which they are replaced."""
_PREFIX: Final = 4  # letters; what follows is inflected


def fold(word: str) -> str:
    """Return the first letters of *word* as they sound, whatever the language writes them in."""
    return sounds(word)[:_PREFIX]


def sounds(word: str) -> str:
    """Return *word* as it sounds, in Latin letters."""
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    letters = "".join(letter for letter in plain if letter.isalpha() and letter.isascii())
    for spelling, sound in _SOUNDS:
        letters = spelling.sub(sound, letters)
    return letters


@cache
def states(language: str) -> dict[str, str]:
    """Return the English names of the states by their folded names in *language*, from CLDR by way of Babel."""
    from babel import Locale

    names = Locale.parse(language).territories
    english = sorted(Locale.parse("en").territories.items(), key=lambda item: -len(item[1]))  # of equals the shortest
    found = {fold(names[code].split()[0]): name for code, name in english if code in names and str(code).isalpha()}
    return found | {fold(name): "United States" for name in ("США", "JAV", "USA")}


@cache
def states_in_english() -> frozenset[str]:
    """Return the English names of the states in lower case, from CLDR by way of Babel."""
    from babel import Locale

    return frozenset(name.casefold() for code, name in Locale.parse("en").territories.items() if str(code).isalpha())
