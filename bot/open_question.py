"""Questions for somebody's words that leave open on what: "what does the keeper say?", "how did Putin react?"."""

from __future__ import annotations

import re
from typing import Final

from bot.party_asked import VERB, party_asked
from bot.topic import matter_of

_ANSWERS: Final = r"answer(?:s|ed)?|repl(?:y|ies|ied)|respond(?:s|ed)?|react(?:s|ed)?"
_SAYS: Final = r"say|says|said|think|thinks|thought|comment(?:s|ed)?|propose[sd]?|demand(?:s|ed)?|argue[sd]?"
_OPEN: Final = re.compile(
    rf"^(?P<asked>(?:what|how) (?!else\b).*\b(?:(?P<answers>{_ANSWERS})|(?P<says>{_SAYS})))"
    r"(?: (?P<led>to|about|on|of) (?:that|this|it))?$",
    re.IGNORECASE,
)
_SOURCE: Final = re.compile(r",? according to [^,?]+", re.IGNORECASE)
_WHO_JUDGES: Final = re.compile(
    rf"^who (?:else )?(?:(?:does|did|do)(?:n[’']t| not) )?(?:dis(?:agree|approve)\w*|{VERB.pattern})"
    r"(?: (?:with|to|against|for|of))? (?:him|her|them)$",
    re.IGNORECASE,
)


def is_open(words: str) -> bool:
    """Tell whether *words* ask for somebody's words and leave open on what."""
    return bool(_OPEN.match(words))


def asks_who_judges(words: str) -> bool:
    """Tell whether *words* ask who judges somebody how, and say nothing more: "who disagreed with her"."""
    return bool(_WHO_JUDGES.match(words))


def on_the_matter(words: str, earlier: str) -> str:
    """Return the open question *words* with what the *earlier* one is about.

    Where that asks for somebody's words and not on what, these are it: "what do the crews demand?", "what does the
    company reply to the crews?" Where it asks for a fact, somebody's word on that is asked for.
    """
    found = _OPEN.match(words)
    asked, party, own = (found["asked"] if found else words), party_asked(earlier), party_asked(words)
    leading = (found["led"] if found else None) or ("to" if found and found["answers"] else "about")
    if matter := matter_of(earlier):
        return f"{asked} {leading} {matter}?"
    fact = _SOURCE.sub("", earlier) if party else earlier
    if own and found and found["says"] and (party is None or fact != earlier):
        return f"{fact.rstrip('?!. ')}, according to {own.name}?"
    if party is None:
        return f"{words}: {earlier}"
    return f"{asked}?" if own and own.name == party.name else f"{asked} {leading} {party.name}?"
