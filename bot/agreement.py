"""Verbs that agree with the party that takes the place of another."""

from __future__ import annotations

import re
from typing import Final

from corpus.collective import head_phrase, is_plural

_FOR_ONE: Final = {"do": "does", "have": "has", "are": "is", "were": "was"}
_FOR_SEVERAL: Final = {one: several for several, one in _FOR_ONE.items()}
_VERB: Final = re.compile(rf"\b(?P<verb>{'|'.join((*_FOR_ONE, *_FOR_SEVERAL))}) $", re.IGNORECASE)
_ONE: Final = re.compile(r"(?:\bStates|\bNations|\bNetherlands|ss)$")
_PEOPLE: Final = re.compile(r"ans$|\band\b")


def put_for(old: str, new: str, question: str) -> str:
    """Return *question* with the party *new* in the place of *old*, and the verb before it in the number of *new*."""
    said, found, rest = question.partition(old)
    return f"{agreeing(said, new)}{new}{rest}" if found else question


def agreeing(said: str, party: str) -> str:
    """Return what is *said* before *party* with its last verb in the number of that: "what does " or "what do "."""
    return _VERB.sub(lambda match: f"{_form(match['verb'], party)} ", said)


def is_several(party: str) -> bool:
    """Tell whether a verb about *party* stands in the plural: Giorgos Pappas is one, "the crews" are several."""
    head = head_phrase(party)
    last = head.split()[-1] if head.split() else head
    if last[:1].isupper() and not head.lower().startswith("the "):
        return bool(_PEOPLE.search(head))
    return is_plural(head) and not _ONE.search(head)


def _form(verb: str, party: str) -> str:
    form = (_FOR_SEVERAL if is_several(party) else _FOR_ONE).get(verb.lower(), verb.lower())
    return form.capitalize() if verb[0].isupper() else form
