"""Names of people in full, and surnames, wherever they stand in a text: by what they begin and end in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Final

from corpus.collective import is_group
from corpus.first_names import GENDERS
from corpus.titles import FIRST, MORE, OFFICE, WORD, bare_name, may_be_a_person, surname

_PLACES: Final = frozenset(
    ["georgia", "virginia", "charlotte", "victoria", "florence", "troy", "logan", "lana", "dale"]
)
"""First names that begin names of places and schools as often: "Georgia Tech"."""
_FIRST_NAMES: Final = GENDERS.keys() - _PLACES
_REGION: Final = re.compile(r"\b(?:New|North|South|West|East|San|Los|St)\b")
_ENDS_IN_A_FIRST: Final = re.compile(rf"\b(?P<first>{WORD})(?: {WORD}| [A-Z]\.)?$")
_ENDS_WITHIN: Final = re.compile(r"\b(?:in|across|throughout)$")
_ENDS_TOWARDS: Final = re.compile(r"\b(?:into|inside|near|outside|to)$")
_WITHIN: Final = re.compile(rf"\b(?:in|across|throughout|into|inside|near|outside) ({WORD})")
FULL_NAME: Final = re.compile(rf"\b{FIRST}{MORE}{{1,5}}")
_OF_AN_OFFICE: Final = re.compile(rf"\b{OFFICE} (?:of|to|for|from|in) (?:the )?$")
LONGEST_NAME: Final = 4  # words
FIRST_WITHIN: Final = 60  # characters before a surname in which a first name stands
FARTHEST: Final = 40  # characters before a name in which such an office stands


def named_in_full(text: str, surnames: Collection[str]) -> Iterator[str]:
    """Yield the bare names in full, wherever they stand, that end in one of *surnames*."""
    for match in FULL_NAME.finditer(text):
        name = bare_name(match.group())
        if _OF_AN_OFFICE.search(text, max(0, match.start() - FARTHEST), match.start()):
            continue  # "Secretary of State Jocelyn Benson" is nobody called State
        if " " in name and may_be_a_person(name) and surname(name) in surnames:
            yield name


def with_a_first_name(text: str) -> Iterator[str]:
    """Yield the bare names in full that begin with a first name and end in no place."""
    names: Counter[str] = Counter()
    for found, times in Counter(FULL_NAME.findall(text)).items():
        name = bare_name(found)
        if _has_a_first_name(name) and may_be_a_person(name):
            names[name] += times
    borne, places = Counter(surname(name) for name in names.elements()), Counter(_WITHIN.findall(text))
    yield from (name for name in names if places[surname(name)] < borne[surname(name)])


def _has_a_first_name(name: str) -> bool:
    words = name.split()
    is_name = 1 < len(words) <= LONGEST_NAME and not is_group(words[-1]) and not _REGION.search(name)
    return is_name and words[0].lower() in _FIRST_NAMES


def may_be_a_surname(name: str, text: str) -> bool:
    """Tell whether *name* is a single one and, as *text* has it, no place.

    What has a first name before it is none for being spoken to: "he went over to Marrow".
    """
    if not re.fullmatch(WORD, name) or not may_be_a_person(name):
        return False
    known = places = aims = 0
    for match in re.finditer(rf" {re.escape(name)}\b", text):
        before = text[max(0, match.start() - FIRST_WITHIN) : match.start()]
        first = _ENDS_IN_A_FIRST.search(before)
        known += bool(first and first["first"].lower() in GENDERS)
        places += bool(_ENDS_WITHIN.search(before))
        aims += bool(_ENDS_TOWARDS.search(before))
    return places < known or not (places or aims)
