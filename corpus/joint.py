"""What has "and" in it and is one: an office with two matters, two offices of one person, a body."""

from __future__ import annotations

import re
from typing import Final

from corpus.collective import is_group
from corpus.occupations import OCCUPATION
from corpus.titles import OFFICE, TITLE

_CAPITALIZED: Final = r"[A-ZÀ-ŽА-ЯЄІЇҐ][\w.-]*"
_ROLE_BESIDE: Final = re.compile(r"(?:[\w’'-]+ )*[a-z][\w-]*[^\Ws]")
_ENDS_IN_A_ROLE: Final = re.compile(rf"(?:[\w.’'-]+ )+(?:{OFFICE}|{OCCUPATION})")
_REST_OF_AN_OFFICE: Final = re.compile(rf"(?!{TITLE} )(?:{_CAPITALIZED} )+?(?:{OFFICE}|{OCCUPATION}) {_CAPITALIZED}")
_MATTER_OF_AN_OFFICE: Final = re.compile(
    r"\b(?:Health|Fish|Parks|Fire|Housing|Transport(?:ation)?|Sciences?|Arts|Trade|Customs|Immigration|Food|Energy|"
    r"Education|Environment|Planning|Econom(?:y|ics)|Agriculture|Forestry|Water|Culture|Information|Communications?|"
    r"Labou?r|Business|Finance|Youth|Sports?|Tourism|Safety|Justice|Defen[cs]e|Security|Lands?|Oil|Mines|Power|Research|"
    r"Works|Children|Famil(?:y|ies)|Women|Veterans|Social|Development|Commerce|Industry|Technology|Innovation)$"
)
"""What the first half of an office is about: "Health and Human Services Secretary"."""
_ONE_BODY: Final = re.compile(
    rf"(?:[Tt]he|[Aa]n?) (?:state )?(?:{_CAPITALIZED},? )+?and (?:{_CAPITALIZED} )+?"
    r"(?:Commission|Council|Administration|Division|Board|Committee|Agency|Department|Authority|Service|Association|"
    r"Institute|Center|Centre|Office|Society|Foundation|Bureau|Union|Court)"
)
"""A body with two matters in its name: "the Securities and Exchange Commission"."""


def is_role(part: str) -> bool:
    """Tell whether *part* is what somebody is, without a name: "union leader", "Harbor Association President"."""
    return bool(_ROLE_BESIDE.fullmatch(part) or _ENDS_IN_A_ROLE.fullmatch(part)) and not is_group(part)


def is_half_an_office(part: str, rest: str) -> bool:
    """Tell whether *part* and the *rest* are one office: "Health", "Human Services Secretary Ada Kest"."""
    return bool(_MATTER_OF_AN_OFFICE.search(part) and _REST_OF_AN_OFFICE.match(rest))


def is_one_body(words: str) -> bool:
    """Tell whether *words*, with their article, name one body: "the Securities and Exchange Commission"."""
    return bool(_ONE_BODY.fullmatch(words))
