"""What a source says of a person beside the name: "Prime Minister of Italy", "envoy" of "its envoy, Orrin Pell"."""

from __future__ import annotations

import re
from typing import Final

from corpus.called import CAPITALIZED, DETERMINER, OF_A_STATE, OWNED, POSSESSIVE
from corpus.collective import KIN
from corpus.occupations import OCCUPATION
from corpus.titles import OFFICE, OPENING, TITLE, surname

_RELATED: Final = re.compile(
    rf"^(?:his|her|their) .*\b(?:{KIN}|opponent|rival|friend|partner|neighbou?r)$", re.IGNORECASE
)
_OFFICE: Final = re.compile(rf"(?:{OFFICE} )+")
_OFFICE_OF_A_STATE: Final = re.compile(rf"(?!{OPENING})(?:(?!{TITLE} ){CAPITALIZED} )+(?:{OFFICE} )+")
_OFFICE_OF: Final = re.compile(rf"(?:{CAPITALIZED} )*{OFFICE} (?:of|to|for|from) (?:the )?(?:{CAPITALIZED} )+")
_NOT_HERS: Final = r"(?:his|her|their|our|my|your|and|or|by|of)\b"
_TRADE: Final = re.compile(rf"(?:(?!{OPENING}){CAPITALIZED} )*(?:(?!{_NOT_HERS})[\w’'-]+ ){{0,3}}?{OCCUPATION} ")
_BEHIND: Final = re.compile(rf", (?:\d\d, )?(?P<described>(?:the|an?) (?:[\w’'-]+ ){{0,4}}?{OCCUPATION}),?")
"""What somebody is, around the name within a source: "Brae chancellor Orrin Pell", "Pell, the artist,"."""


def described_beside(words: str, name: str) -> str | None:
    """Return what the source *words* say of the person called *name*, None when nothing."""
    before, there, after = DETERMINER.sub("", words).partition(name if name in words else surname(name))
    if not there or name[0].islower():
        return None
    if any(pattern.fullmatch(before) for pattern in (_OFFICE_OF_A_STATE, _OFFICE_OF, _TRADE)):
        return before.strip()
    if _OFFICE.fullmatch(before) and (state := OF_A_STATE.match(after)):
        return before + state.group().strip()
    if not before and (behind := _BEHIND.fullmatch(after)):
        return behind["described"]
    return _set_off(words, name)


def _set_off(words: str, name: str) -> str | None:
    """Return what stands before the *name* and a comma; whose kin somebody is, a pronoun does not tell."""
    described, comma, rest = words.partition(", ")
    begins = DETERMINER.match(described) or OWNED.match(described)
    if not (comma and (begins or POSSESSIVE.match(described)) and name.rsplit(maxsplit=1)[-1] in rest):
        return None
    if _RELATED.search(described):
        return None
    described = OWNED.sub("", described).strip()
    return described[:1].lower() + described[1:] if begins and described else described or None
