"""Names in questions and quotes: runs of capitalized words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from bot.sides import is_state
from corpus.collective import head_of, is_group
from corpus.months import MONTHS
from corpus.titles import NOT_A_PERSON

_WORD: Final = r"[A-ZÀ-ŽА-ЯЄІЇҐ][\w’'.-]*\w"
_NAME: Final = re.compile(rf"\b(?:[A-Z]\. ?)*{_WORD}(?: (?:(?:de|van|von|der|bin|al|da|of|of the) )?{_WORD})*")
_FIRST_WORD: Final = re.compile(
    r"^(?:who|whom|whose|what|when|where|why|which|how|did|does|do|is|are|was|were|has|have|had|can|could|will|would|"
    r"should|since|tell|please|i|i[’']?d|i[’']m|and|but|so|then|also|now|in|on|at|for|of|to|from|by|after|before|"
    r"during|besides|give|show|name|list|explain|describe|the|a|an|any|if|any(?:thing|one|body)|may|might)\b[ ’']*",
    re.IGNORECASE,
)
_OPENS: Final = "“”‘’\"'«»„("
"""Marks behind which a sentence may begin."""
_OWNED: Final = re.compile(r"[’']s?$")
_BEHIND_OWNER: Final = re.compile(r"(?<= )(\S+)[’']s ")  # who has a name in full: "Davor Kest’s Varland envoy"


def names_in(text: str) -> Iterator[str]:
    """Yield the names in *text* in order: runs of capitalized words, without what only begins a sentence."""
    for sentence in re.split(r"(?<=\w\w[.!?])\s+", text):
        for match in _NAME.finditer(sentence):
            name = match.group()
            begins = match.start() == 0
            if begins or sentence[match.start() - 1] in _OPENS:
                while stripped := _FIRST_WORD.match(name):
                    name = name[stripped.end() :]
                if begins and name == match.group() and " " not in name:
                    continue  # any word may begin a sentence
            for part in _BEHIND_OWNER.sub(r"\1\n", _OWNED.sub("", name)).split("\n"):
                if part[:1].isupper() and part.lower() not in MONTHS and part != "I":
                    yield part


def most_named(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the names in *texts*, the most frequent first, equal ones in order."""
    counts: dict[str, int] = {}
    for text in texts:
        for name in names_in(text):
            counts[name] = counts.get(name, 0) + 1
    return tuple(sorted(counts, key=lambda name: -counts[name]))


def may_be_person(name: str) -> bool:
    """Tell whether *name* may be a person's: no state, no body, no number."""
    is_other = NOT_A_PERSON.search(name) or is_state(name) or is_group(head_of(name))
    return not is_other and " of " not in name and not re.search(r"\d", name)
