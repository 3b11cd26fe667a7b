"""Passages that a question prefers to others: they are read first, and come first where they answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from corpus.article import Article
from corpus.library import Library
from index.passage import Passage
from index.search import Hit

PULL: Final = 5.0  # log-odds for them in the order of passages: others answer only where these do not


def preferred_first(
    hits: Sequence[Hit], library: Library, is_preferred: Callable[[Article, Passage], bool], most: int
) -> list[Hit]:
    """Return *hits* with the first *most* that are preferred before the others, and pulled."""
    found = (
        hit
        for hit in hits
        if (article := library.get(hit.passage.article)) is not None and is_preferred(article, hit.passage)
    )
    first = list(islice(found, most))
    rows = {hit.row for hit in first}
    return [*(replace(hit, pull=hit.pull + PULL) for hit in first), *(hit for hit in hits if hit.row not in rows)]
