"""Sources with the rest of the name that they end in: the tagger may stop at "the New York" of "the New York Times"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from corpus.collective import KIN, is_group
from corpus.tagger import Tagged
from corpus.titles import OPENING, WORD

_ENDS_IN_A_NAME: Final = re.compile(rf"(?:^| ){WORD}(?<![’']s)(?<![’'])$")
_DAY_OR_MONTH: Final = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|"
    r"October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\b"
)
_ABBREVIATED: Final = r"(?:Gov|Sen|Rep|Gen|Lt|Col|Dr|St)\. [A-Z][\w’'-]*"
_REST: Final = re.compile(
    rf"(?: (?!{OPENING}|{_DAY_OR_MONTH})(?:{_ABBREVIATED}|{WORD}(?<![’']s))){{1,6}}(?=[ .,;:)]|$)"
)
_OTHERS: Final = re.compile(rf"(?:, {WORD}(?: {WORD})*)+,? and {WORD}(?: {WORD})*(?![’'])")
"""The others of a list of names behind "by"."""
_IS_NAMED: Final = re.compile(rf"(?!{_DAY_OR_MONTH})(?:[a-z]+-)?[A-ZÀ-Ž]")
_OWNED: Final = re.compile(
    rf"(?P<owner>[’']s?)? "
    rf"(?:(?!(?:in|on|of|to|for|at|from|with|by)\b)[\w-]+ ){{0,6}}?(?P<last>(?:{KIN})|[\w-]+)(?=,? ?$|, )",
    re.IGNORECASE,
)
"""What somebody's own is, up to the verb: "’s current President Ilse Marrow"."""


def in_whole_names(text: str, tagged: Sequence[Tagged]) -> Iterator[Tagged]:
    """Yield the spans as they are, a source with the words behind it that belong to it and are in no other span.

    They are the rest of its name, or whoever of the owner's it is that speaks: "Marrow’s older sister".
    """
    for position, item in enumerate(tagged):
        following = tagged[position + 1] if position + 1 < len(tagged) else None
        limit = following.start if following else len(text)
        end = item.end
        if item.role == "source" and _ENDS_IN_A_NAME.search(text[item.start : item.end]):
            rest = _REST.match(text, item.end, limit)
            end = rest.end() if rest else end
            others = _OTHERS.match(text, end, limit) if text.endswith("by ", 0, item.start) else None
            end = others.end() if others else end
        if item.role == "source" and following and following.role == "cue":
            end = _end_of_owned(text, item.start, end, limit)
        yield replace(item, end=end)


def _end_of_owned(text: str, start: int, end: int, limit: int) -> int:
    """Return where what belongs to the owner at [start, end) ends, if a person or a group does, else *end*."""
    owned = _OWNED.match(text, end, limit)
    if owned is None or not (owned["owner"] or text[start:end].endswith(("’s", "'s", "s’", "s'", "’", "'"))):
        return end
    last = owned["last"]
    return owned.end() if re.fullmatch(KIN, last) or is_group(last) or _IS_NAMED.match(last) else end
