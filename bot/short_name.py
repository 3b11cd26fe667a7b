"""A body by the first words of its name: "Orlo" of an article that has introduced "Orlo Shipping"."""

from __future__ import annotations

import re
from typing import Final

from bot.sides import is_state
from corpus.first_names import GENDERS

_CAPITALIZED: Final = r"[A-ZÀ-ŽА-ЯЄІЇҐ][\w’'-]*"
_NAME: Final = re.compile(rf"(?:the )?(?P<name>{_CAPITALIZED}(?: (?:& |and )?{_CAPITALIZED})+)")
_PUBLIC: Final = re.compile(
    r"\b(?:mayor|minist|president|premier|parliament|government|governor|ambassador|envoy|army|navy|police|bishop|"
    r"court|council|voter|resident)",
    re.IGNORECASE,
)
"""What a town or a state has, of whose name a body may have its own: "the Brae Museum" is not Brae."""
_PLACED: Final = r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round) %s\b(?! %s)"
_BEFORE: Final = r"(?<!%s )\b%s\b"


def is_short_for(name: str, called: str, described_as: str | None, text: str) -> bool:
    """Tell whether *text* calls the body that has this *name* by its first words, for whom somebody *called* so speaks.

    Of a person texts keep the last name. A place lends its name to bodies, for which it does not speak.
    """
    named = _NAME.fullmatch(name)
    if named is None or _PUBLIC.search(described_as or ""):
        return False
    first, rest = named["name"].split(maxsplit=1)
    owner = (described_as or "").rpartition("’s ")[0] or re.split(r" (?:of|for|at) ", described_as or "")[-1]
    if first not in (called, owner.removeprefix("the ")) or first.lower() in GENDERS or is_state(first, text):
        return False
    short, more, last = map(re.escape, (first, rest, rest.split()[-1]))
    is_introduced = re.search(rf"\b{short} {more}\b", text)
    is_person = re.search(_BEFORE % (re.escape(f"{first} {rest}".rsplit(maxsplit=1)[0]), last), text)
    is_another = re.search(rf"\b{short} (?!{more}){_CAPITALIZED}", text)
    return bool(is_introduced) and not (is_person or is_another or re.search(_PLACED % (short, more), text))
