"""Who is at the head of a body: "the head of the League" is its president, its director or its chief executive."""

from __future__ import annotations

import re
from typing import Final

from bot.sides import is_state, stems_of

_ASKED: Final = re.compile(
    r"(?:the )?(?:(?:head|boss|leader|chief) of (?:the )?(?P<of>.+)|(?P<own>.+?)[’']s? (?:head|boss|leader|chief))",
    re.IGNORECASE,
)
_HEAD: Final = (
    r"(?:(?:national|executive|general|managing|current|long-?time) )?(?:president|chair(?:man|woman|person)?|director|"
    r"chief executive(?: officer)?|CEO|director[ -]general|secretary[ -]general|head|leader|boss|chief)"
)
_LEADS: Final = r"(?:leads?|led|heads?|headed|chairs?|chaired|runs|ran|directs|directed)"
_TOLD: Final = re.compile(
    rf"(?:the )?(?:{_HEAD} of (?:the )?(?P<of>.+)|(?P<own>.+?)(?:[’']s?)? {_HEAD})", re.IGNORECASE
)


def heads(called: str, described_as: str | None) -> bool:
    """Tell whether who is *described_as* is at the head of a body, as whom a question has *called* so is."""
    asked, told = _ASKED.fullmatch(called), _TOLD.fullmatch(described_as or "")
    if asked is None or told is None:
        return False
    body = asked["of"] or asked["own"]
    return not is_state(body) and stems_of(body) == stems_of(told["of"] or told["own"])


def leads(called: str, name: str, text: str) -> bool:
    """Tell whether *text* says beside the *name* that its bearer leads what a question has *called* so to lead.

    "Ada Renn, a baker who led the strike committee" is the leader of the strike committee.
    """
    asked = _ASKED.fullmatch(called)
    if asked is None:
        return False
    body, surname = (re.escape(words) for words in (asked["of"] or asked["own"], name.rsplit(maxsplit=1)[-1]))
    beside = rf"\b{surname},? (?:(?:an?|the) (?:[a-z-]+ ){{1,4}})?who {_LEADS} (?:the )?(?i:{body})\b"
    return bool(re.search(beside, text))
