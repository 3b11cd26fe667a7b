"""Misspelt words of a question, put right by the words of the passages that it comes near to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+")
SHORTEST: Final = 4  # letters; shorter words resemble too many others
ALIKE: Final = 0.8  # likeness (Ratcliff and Obershelp) of a misspelt word and the right one
ALIKE_NAME: Final = 0.85  # the same where the right one is a name: another person's may differ by a letter or two
_ASKING: Final = {
    wrong: right
    for right, typed in {
        "what": "wat waht wath whta wht",
        "when": "wehn wen whn",
        "where": "whre wher",
        "which": "whcih wich wihch",
        "who": "woh",
        "why": "hwy whi wy",
        "how": "hw hwo",
    }.items()
    for wrong in typed.split()
}
"""How the words that open a question are misspelt; no passage needs to hold them."""


def corrected(question: str, is_known: Callable[[str], bool], texts: Iterable[str]) -> str:
    """Return *question* with each word that is not known replaced by the one in *texts* that resembles it most.

    A word that resembles none stays: the encoder may still make something of it.
    """
    first, blank, others = question.partition(" ")
    if blank and first in _ASKING:
        question = f"{_ASKING[first]} {others}"
    unknown = [word for word in _WORD.findall(question) if len(word) >= SHORTEST and not is_known(word)]
    if not unknown:
        return question
    found = {word.casefold(): word for text in texts for word in _WORD.findall(text) if len(word) >= SHORTEST}
    for word in unknown:
        near = _with_letters_swapped(word.casefold(), found) or get_close_matches(word.casefold(), found, 1, ALIKE)
        if near and (found[near[0]].islower() or get_close_matches(word.casefold(), near, 1, ALIKE_NAME)):
            question = re.sub(rf"\b{word}\b", found[near[0]], question)
    return question


def _with_letters_swapped(word: str, known: Iterable[str]) -> list[str]:
    """Return those *known* that are *word* but for two neighbouring letters that changed places."""
    swapped = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
    return sorted(swapped.intersection(known))
