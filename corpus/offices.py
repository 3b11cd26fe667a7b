"""Whose office stands before a name: "Secretary of State Ilse Marrow", "Board of Pilots member Orrin Pell"."""

from __future__ import annotations

import re
from typing import Final

from corpus.collective import is_body, is_group
from corpus.occupations import ROLE
from corpus.titles import FIRST, MORE, NOT_A_PERSON, OFFICE, TITLE, WORD

_OFFICE_OF: Final = re.compile(
    rf"(?:[^,]* )?(?:{OFFICE}|Member) (?:of|to|for|from|in) (?:the )?(?:(?:{WORD}|parliament) )+?"
    rf"(?P<name>(?!International|National){WORD}(?: [A-Z]\.)? (?!Airport|Hall|Center|Fund){WORD})(?=,|$| of the )"
)
_MEMBER_OF_A_BODY: Final = re.compile(
    rf"(?:[Tt]he )?(?P<body>(?:{WORD} )+)(?:(?:of|for|on) [^,;]* )?(?:(?:{OFFICE}|{ROLE}|secretary-general|member|"
    rf"boss|writer|performer|coach|captain|player) )+(?:{TITLE} )*(?P<name>{FIRST}{MORE}{{1,2}})(?=,|$)"
)
"""Who has the body they speak for before them: "Board of Pilots member Orrin Pell"."""
_CHIEF: Final = re.compile(
    rf"(?:[^,]* )?(?i:editor[ -]in[ -]chief|chief[ -]of[ -]staff|(?:vice|senior vice) president of \w+|head of \w+) "
    rf"(?P<name>{FIRST}{MORE}{{1,2}})(?=,|$)"
)
"""Who has an office of several words before the name."""
_IN_BRACKETS: Final = re.compile(r" \([^()]*\)")


def office_holder(source: str) -> str | None:
    """Return the name behind an office or a body of which it is part: "Secretary of State Jocelyn Benson"."""
    source = _IN_BRACKETS.sub("", source)
    if office := _OFFICE_OF.match(source) or _CHIEF.match(source):
        return office["name"]
    member = _MEMBER_OF_A_BODY.match(source)
    body = member["body"].strip() if member else ""
    speaks_as_one = is_body(body) or (NOT_A_PERSON.search(body) and not is_group(body))  # critics of somebody do not
    return member["name"] if member and speaks_as_one else None
