"""Offices beside a name whose owner the text leaves to be understood: "its envoy, Davor Kest", "the new coach"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_CAPITALIZED: Final = r"[A-ZÀ-ŽА-ЯЄІЇҐ](?:[\w.-]|[’'](?!s\b))*"
_NAME: Final = rf"(?:{_CAPITALIZED} )*(?P<last>{_CAPITALIZED})"
_WORD: Final = r"[^\s.!?,“”]+"
_OPENING: Final = re.compile(rf"(?:^“?|[.!?]”? )((?:(?:The|An?) {_WORD}|{_CAPITALIZED})(?: {_WORD})?)")
"""The first words of a sentence that is not all quoted."""
_SENTENCE_BEFORE: Final = re.compile(r"[.!?,]”? $")
_ACCORDING_TO: Final = re.compile(r"\bAccording to $")
_OWNED: Final = re.compile(r"(?:[’']s?|\b(?:[Ff]ormer|ex-)) (?:[\w-]+ ){0,2}$")


def openings_before(name: str, office: str, text: str, *, several: bool) -> Iterator[str]:
    """Yield how the sentence opens behind which *text* has "its *office*, *name*"; "their" too for *several*.

    Inside that sentence "its" may be anybody's.
    """
    surname = re.escape(name.rsplit(maxsplit=1)[-1])
    its = "its|their" if several else "its"
    for found in re.finditer(rf"\b(?i:{its}) {re.escape(office)},? [^,]{{0,40}}?\b{surname}\b", text):
        before = _ACCORDING_TO.sub("", text[text.rfind("\n", 0, found.start()) + 1 : found.start()])
        opening = _OPENING.findall(before)[-1:] if _SENTENCE_BEFORE.search(before) else []
        yield from opening


def may_be_two(office: str, text: str) -> bool:
    """Tell whether *text* has two who hold the *office*, and does not say beside their names whose it is."""
    holders = set()
    for found in re.finditer(rf"\b(?i:{re.escape(office)}),? {_NAME}", text):
        if not _OWNED.search(text, max(0, found.start() - 40), found.start()):
            holders.add(found["last"])
    return len(holders) > 1
