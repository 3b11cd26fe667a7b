"""What a question demands of its answer: a number, a point in time, the people and years it names."""

from __future__ import annotations

import re
from typing import Final

_COUNT_ASKED: Final = re.compile(r"\bhow many\b|\bwhat (?:number|percent\w*)\b", re.IGNORECASE)
_TIME_ASKED: Final = re.compile(
    r"^\W*(?:and )?when\b|\b(?:what|which) (?:year|date|day|month)\b|\bsince when\b", re.IGNORECASE
)
_NUMBER: Final = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundreds?|"
    r"thousands?|\w*millions?|\w*billions?|dozens?|half|third|quarter|both|none|no|every|all|single|twice|several)\b",
    re.IGNORECASE,
)
_TIME: Final = re.compile(
    r"\b(?:1[5-9]|20)\d\d|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|week|month|year|decade|century|"
    r"spring|summer|autumn|winter|morning|evening|night|ago|after|before|during|until|since|once|when)s?\b",
    re.IGNORECASE,
)
_NAME: Final = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-ZÀ-ŽА-ЯЄІЇҐ][\w-]{2,}")
_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_STEM: Final = 5  # letters by which Russia and Russian, Ukraine and Ukrainian are the same name


def has_what_is_demanded(question: str, sentences: str) -> bool:
    """Tell whether *sentences* hold a number where one is asked for, and words of time where a time is."""
    if _COUNT_ASKED.search(question) and not _NUMBER.search(sentences):
        return False
    return not _TIME_ASKED.search(question) or bool(_TIME.search(sentences))


def names_are_known(question: str, text: str) -> bool:
    """Tell whether every name and year in *question* occurs in *text* (the article and what it cites)."""
    text = text.casefold()
    names = {match.group().casefold()[:_STEM] for match in _NAME.finditer(question) if not match.group().isupper()}
    return all(name in text for name in names | set(_YEAR.findall(question)))
