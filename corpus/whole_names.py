"""Sources with the rest of the name that they end in: the tagger may stop at "the New York" of "the New York Times"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from corpus.tagger import Tagged
from corpus.titles import OPENING, WORD

_ENDS_IN_A_NAME: Final = re.compile(rf"(?:^| ){WORD}(?<![’']s)(?<![’'])$")
_DAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|"
_MONTH: Final = r"September|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec"
_ABBREVIATED: Final = r"(?:Gov|Sen|Rep|Gen|Lt|Col|Dr|St)\. [A-Z][\w’'-]*"
_REST: Final = re.compile(
    rf"(?: (?!{OPENING}|(?:{_DAY}{_MONTH})\b)(?:{_ABBREVIATED}|{WORD}(?<![’']s))){{1,6}}(?=[ .,;:)]|$)"
)


def in_whole_names(text: str, tagged: Sequence[Tagged]) -> Iterator[Tagged]:
    """Yield the spans as they are, a source with the capitalized words behind a name that are in no other span."""
    for position, item in enumerate(tagged):
        limit = tagged[position + 1].start if position + 1 < len(tagged) else len(text)
        rest = None
        if item.role == "source" and _ENDS_IN_A_NAME.search(text[item.start : item.end]):
            rest = _REST.match(text, item.end, limit)
        yield replace(item, end=rest.end()) if rest else item
