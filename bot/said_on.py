"""Words of whom a question asks for that name what it asks about: "what did Kest stress about the seabed?".

That they speak of it makes them an answer, whatever the cross-encoder thinks of what they say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.choose import Candidate
from bot.party import Party
from bot.said_by import is_said_by
from bot.sides import stems_of

SAID_ON: Final = 1.0  # log-odds that they answer at least: of 59 on questions of our own, two do not
_SMALL: Final = """
    about against all and any are be by had has have he him if in into is it its more most no not nor of off on or our
    out over she so some such than that their them there these they this those to up us was we were what when where
    which who whose why will with would you
"""
_TELL_NOTHING: Final = frozenset(_SMALL.split())


def said_on(topic: str, party: Party, found: Sequence[Candidate]) -> list[Candidate]:
    """Return those *found*; words of *party* that hold all words of *topic* are likely to answer."""
    wanted = _stems(topic) - stems_of(party.name)
    return [_lifted(item) if wanted and _is_on(wanted, party, item) else item for item in found]


def _is_on(wanted: set[str], party: Party, item: Candidate) -> bool:
    return wanted <= _stems(item.article.slice(*item.span)) and is_said_by(party, item.article, item.key)


def _lifted(item: Candidate) -> Candidate:
    more = max(0.0, SAID_ON - item.relevance)
    return replace(item, place=item.place + more, relevance=item.relevance + more)


def _stems(words: str) -> set[str]:
    told = (word for word in re.findall(r"[^\W_]+", words.casefold()) if word not in _TELL_NOTHING)
    return stems_of(" ".join(told))
