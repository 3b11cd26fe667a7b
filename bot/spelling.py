"""Misspelt words of a question, put right by the words of the passages that it comes near to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from difflib import get_close_matches
from itertools import pairwise
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
    read = [_WORD.findall(text) for text in texts]
    found = {word.casefold(): word for words in read for word in words if len(word) >= SHORTEST}
    neighbours = {pair for words in read for pair in _pairs(words)}
    for word in unknown:
        near = _with_letters_swapped(word.casefold(), found) or get_close_matches(word.casefold(), found, 1, ALIKE)
        if near and (found[near[0]].islower() or _is_name(word, near[0], question, neighbours)):
            question = re.sub(rf"\b{word}\b", found[near[0]], question)
    return question


def _is_name(typed: str, name: str, question: str, neighbours: AbstractSet[tuple[str, str]]) -> bool:
    """Tell whether *typed* is meant as *name*: much like it, or beside a word that stands beside it in the texts."""
    if get_close_matches(typed.casefold(), [name], 1, ALIKE_NAME):
        return True
    wrong = typed.casefold()
    beside = (pair for pair in _pairs(_WORD.findall(question)) if wrong in pair and len(min(pair, key=len)) >= SHORTEST)
    return any((name if one == wrong else one, name if two == wrong else two) in neighbours for one, two in beside)


def _pairs(words: Sequence[str]) -> set[tuple[str, str]]:
    folded = [word.casefold() for word in words]
    return set(pairwise(folded))


def _with_letters_swapped(word: str, known: Iterable[str]) -> list[str]:
    """Return those *known* that are *word* but for two neighbouring letters that changed places."""
    swapped = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
    return sorted(swapped.intersection(known))
