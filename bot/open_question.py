"""Questions for somebody's words that leave open on what: "what does the keeper say?", "how did Putin react?"."""

from __future__ import annotations

import re
from typing import Final

from bot.heard import is_heard
from bot.party_asked import VERB, party_asked
from bot.topic import matter_of
from bot.turn import Turn

_ANSWERS: Final = r"answer(?:s|ed)?|repl(?:y|ies|ied)|respond(?:s|ed)?|react(?:s|ed)?"
_COMMENTS: Final = r"comment(?:s|ed)?"
_SAYS: Final = r"say|says|said|think|thinks|thought|propose[sd]?|demand(?:s|ed)?|argue[sd]?"
_OPEN: Final = re.compile(
    rf"^(?P<asked>(?:what|how) (?!else\b).*\b(?:(?P<answers>{_ANSWERS})|(?P<comments>{_COMMENTS})|(?P<says>{_SAYS})))"
    r"(?: (?P<led>to|about|on|of) (?:that|this|it|them|these|those))?$",
    re.IGNORECASE,
)
_SOURCE: Final = re.compile(r",? according to [^,?]+", re.IGNORECASE)
_REPLY: Final = re.compile(r"^(?:what|how)\b(.*) (?:answer|reply|respond|react)$", re.IGNORECASE)
_WHO: Final = re.compile(r"^(?:and )?who(?:m|se)?\b", re.IGNORECASE)
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


def on_the_matter(words: str, earlier: str, before: Turn) -> str:
    """Return the open question *words* with what the *earlier* one is about.

    Where that asks for a fact, somebody's word on it is asked for; where it names neither, anything that they say.
    """
    found, party, own = _OPEN.match(words), party_asked(earlier), party_asked(words)
    asked = found["asked"] if found else words
    if matter := matter_of(earlier):
        return f"{asked} {_leading(found)} {matter}?"
    fact = _SOURCE.sub("", earlier)
    asks_for_fact = fact != earlier or (party is None and not _WHO.match(earlier))
    if own and found and found["says"] and asks_for_fact:
        return f"{fact.rstrip('?!. ')}, according to {own.name}?"
    if own and not asks_for_fact and (found is None or not found["answers"] or is_heard(own.name, before.speakers)):
        return _REPLY.sub(r"what\1 say", asked) + "?"
    return f"{words}: {earlier}"


def _leading(found: re.Match[str] | None) -> str:
    """Return the preposition that leads to the matter: one replies to it, comments on it, and else speaks about it."""
    if found is None:
        return "about"
    return found["led"] or ("to" if found["answers"] else "on" if found["comments"] else "about")
