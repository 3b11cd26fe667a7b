"""Keywords: a word or two that ask nothing, and what they find."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.library import Library
from index.search import Hit

MOST: Final = 2  # words; longer questions are also answered in other words than theirs
ALIKE: Final = 5  # letters with which other spellings of a word begin as it does: Putinas, Zelenskij, harbour
_WORD: Final = re.compile(r"[^\W_]+")


def holding(question: str, hits: Sequence[Hit], library: Library) -> list[Hit]:
    """Return those *hits* that may answer *question*: for a word or two, those that hold one of them.

    The models find something near for every word, "hello" too.
    """
    words = _WORD.findall(question)
    if len(words) > MOST:
        return list(hits)
    beginnings = [word[:ALIKE] for word in words if len(word) >= ALIKE]
    alike = re.compile(rf"\b(?:{'|'.join(beginnings)})", re.IGNORECASE) if beginnings else None
    return [hit for hit in hits if hit.bm25 is not None or (alike and alike.search(_words(hit, library)))]


def _words(hit: Hit, library: Library) -> str:
    article = library.get(hit.passage.article)
    return article.text[hit.passage.start : hit.passage.end] if article else ""
