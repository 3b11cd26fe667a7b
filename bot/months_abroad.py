"""Names of months in other languages, in the cases in which questions have them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

_OTHER_CASES: Final[Mapping[str, Mapping[str, str]]] = {
    "ru": {"я": "ю ем ём е", "а": "у ом е"},
    "uk": {"ого": "ому им ім", "я": "ю ем і", "а": "у ом і"},
    "lt": {"is": "į", "as": "ą", "ė": "ę", "a": "ą"},
    "pl": {"ego": "ym", "da": "dem dzie", "a": "u em iem"},
}
"""For the endings of names as CLDR has them, nominative and genitive, those of other cases that tell a time."""


@cache
def months(language: str) -> Mapping[str, int]:
    """Return the number of the month, 1 to 12, by its name in *language*, from CLDR by way of Babel."""
    from babel import Locale

    written = Locale.parse(language).months
    names = [
        (name, number) for context in ("format", "stand-alone") for number, name in written[context]["wide"].items()
    ]
    return {form: number for name, number in names for form in _forms(name, language)}


def _forms(name: str, language: str) -> Iterator[str]:
    yield name.lower()
    for ending, others in _OTHER_CASES.get(language, {}).items():
        if name.endswith(ending):
            yield from (name.removesuffix(ending) + other for other in others.split())
            return
