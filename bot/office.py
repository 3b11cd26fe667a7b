"""For whom a speaker speaks by what they are called: an officer of a state for the state, an expert on it does not."""

from __future__ import annotations

import re
from typing import Final

_WATCHER: Final = re.compile(
    r"\b(?:experts?|analysts?|scholars?|specialists?|historians?|scientists?|researchers?|professors?|lecturers?|"
    r"academics?|economists?|sociologists?|correspondents?|reporters?|journalists?|editors?|bureau chiefs?|columnists?|"
    r"commentators?|authors?|writers?|bloggers?|fellows?|watchers?|observers?|activists?|critics?)\b",
    re.IGNORECASE,
)
"""Trades of those who look at a state, or at anybody, from outside."""
_EMPLOYED: Final = re.compile(r"\b(?:at|with|from)\b.*")
_ELSEWHERE: Final = re.compile(
    r"\b(?:((?i:ambassador|envoy|delegation))s? (?:to|for|in)|on|about|over|against|(?<!^)who|whose|whom|which|"
    r"that)\b.*"
)
"""From here on it is told what an office is about, or where it is held: "an envoy to Poland"."""
_OFFICE: Final = re.compile(
    r"presiden|minist|premier|chancell|spokes|offic|govern|ambassador|envoy|diplomat|negotiat|delegat|represent|leader|"
    r"\b(?:king|queen|emperor|head|chief|chair|staff|aide|side|team)|parliament|lawmaker|legislat|senator|"
    r"deputy|general|admiral|command|marshal|colonel|army|navy|military|advis|authorit|secretary|council|intelligence|"
    r"court|judge|mayor|prosecut|speaker|director|agency|police|kremlin|white house|pentagon|"
    r"\bwho (?:leads|runs|defends|signed|sp(?:eaks|oke)|act(?:s|ed)|plead(?:s|ed))\b",
    re.IGNORECASE,
)
_AT_HOME: Final = re.compile(
    r"\bfrom\b.*|\b(?:residents?|natives?|citizens?|inhabitants?|voters?|(?:arch)?bishops?|priests?|pastors?|rabbis?|"
    r"imams?) (?:of|in)\b.*",
    re.IGNORECASE,
)
"""From here on it is told where somebody comes from or serves, for whom they do not speak."""
_NOT_IN_OFFICE: Final = re.compile(
    r"\b(?:former|formerly|ex|exiled|retired|late|opposition|dissident|rebel)\b", re.IGNORECASE
)


def watches(called: str) -> bool:
    """Tell whether somebody *called* so looks at others from outside: "Russian analysts" are not Russia."""
    return bool(_WATCHER.search(called))


def speaks_for(called: str) -> str:
    """Return the words by which somebody *called* so speaks for others than themselves; empty where there are none.

    "A Russia expert at an institute" speaks for the institute, "France’s ambassador to Poland" for France.
    """
    if watches(called):
        employed = _EMPLOYED.search(called)
        return employed.group() if employed else ""
    return _ELSEWHERE.sub(r"\1", called)


def speaks_for_a_state(described_as: str) -> str:
    """Return the words of *described_as* that name the state whose office its bearer holds; empty where none does."""
    holds = _OFFICE.search(described_as) and not watches(described_as) and not _NOT_IN_OFFICE.search(described_as)
    return _ELSEWHERE.sub(r"\1", described_as) if holds else ""


def speaks_for_a_name(described_as: str) -> str:
    """Return the words of *described_as* by which its bearer speaks for what has a name: no baker does for her town."""
    spoken_for = speaks_for(described_as)
    return spoken_for if _OFFICE.search(spoken_for.partition(" from ")[0]) else _AT_HOME.sub("", spoken_for)
