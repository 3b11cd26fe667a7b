"""Whom an article introduces as what a question calls somebody: "Maui police chief John Pell" is the Maui police chief.

The sentence of their words need not say it; it stands once, beside the name.
"""

from __future__ import annotations

import re
from typing import Final

from corpus.collective import head_of

_STEM: Final = 5  # letters by which Varland and Varlander are one
_OF: Final = re.compile(r"^(?P<office>[^,]+?) (?:of|for) (?:the )?(?P<whose>[^,]+)$")
_OWNERS: Final = re.compile(r"^(?P<whose>[^,]+)[’']s (?P<office>[^,]+)$")
_OWNED: Final = re.compile(r"[’']s?$")
_ANOTHER: Final = re.compile(
    r"\b(?:former|ex|then|late|retired|deputy|vice|assistant|associate|acting|interim|next|future|incoming)[ -]$",
    re.IGNORECASE,
)
"""Stands before an office that somebody has not."""
_BEFORE: Final = 12  # characters in which it does
_CAPITALIZED: Final = r"[A-ZÀ-ŽА-ЯЄІЇҐ][\w.’'-]*"


def is_introduced(called: str, name: str, text: str) -> bool:
    """Tell whether *text* introduces who has the full *name* as *called*: "the Syracuse chancellor".

    "The artist", of whom no more is said, has to be the only one whom it introduces so.
    """
    office = re.sub(r"^(?:the|an?) ", "", called, flags=re.IGNORECASE)
    if " " not in name or not head_of(office).islower():
        return False
    runs = [run for words in _phrasings(office) for run in _names(words, text)]
    theirs = [run for run in runs if name.rsplit(maxsplit=1)[-1] in run]
    return bool(theirs) and (len(office.split()) > 1 or len(theirs) == len(runs))


def _phrasings(office: str) -> list[str]:
    """Return patterns for *office* as texts may have it, with whose it is before or behind it."""
    owned, owners = _OF.match(office), _OWNERS.match(office)
    turned = [_pattern(f"{owned['whose']} {owned['office']}")] if owned else []
    turned += [rf"{_pattern(owners['office'])} (?:of|for) (?:the )?{_pattern(owners['whose'])}"] if owners else []
    return [_pattern(office), *turned]


def _pattern(words: str) -> str:
    return r"(?i:" + r"(?:[’']s?)? ".join(map(_word, words.split())) + ")"


def _word(word: str) -> str:
    own = _OWNED.sub("", word)
    return rf"\b{re.escape(own[:_STEM])}[\w-]*" if len(own) >= _STEM else rf"\b{re.escape(own)}\b"


def _names(office: str, text: str) -> list[list[str]]:
    """Return the names, each its words, that *text* has right before or behind the pattern *office*."""
    alone = "" if " " in office else "[Tt]he "
    before = rf"{alone}(?P<office>{office}),? (?P<name>{_CAPITALIZED}(?: {_CAPITALIZED}){{0,3}})"
    behind = rf"\b(?P<name>{_CAPITALIZED}), (?:the )?(?P<office>{office})(?=[,.;:)–—\n]|$)"
    found = (match for pattern in (before, behind) for match in re.finditer(pattern, text))
    return [_OWNED.sub("", item["name"].rstrip(".,")).split() for item in found if not _is_anothers(item)]


def _is_anothers(found: re.Match[str]) -> bool:
    """Tell whether the office *found* is one that its bearer has not: a former or a deputy one."""
    start = found.start("office")
    return bool(_ANOTHER.search(found.string, max(0, start - _BEFORE), start))
