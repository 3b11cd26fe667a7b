"""Passages in the words that a question asks for: they are read under their name, and what is written comes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.words_asked import Asked
from corpus.article import Article
from corpus.library import Library
from index.encoder import Parted
from index.passage import Passage, in_context
from index.search import Hit

WRITTEN_AMONG: Final = 20  # hits among which passages of the party are looked for
PULL: Final = 5.0  # log-odds for its passages in the order of passages: others answer only where these do not


def written_first(asked: Asked, hits: Sequence[Hit], library: Library) -> list[Hit]:
    """Return *hits* with the passages by whom is asked for first and pulled; as they are where there are none."""
    own = {
        hit.row
        for hit in hits
        if (article := library.get(hit.passage.article)) is not None and asked.wrote(article, hit.passage)
    }
    pulled = [replace(hit, pull=hit.pull + PULL) for hit in hits if hit.row in own]
    return [*pulled, *(hit for hit in hits if hit.row not in own)]


def read_as(asked: Asked, article: Article, place: Passage) -> Parted:
    """Return the passage at *place* in its context, behind the name of whom is asked for where it is their words."""
    text = in_context(article, place)
    if not (asked.wrote(article, place) or asked.speaks_unnamed(article, place)):
        return text
    before = f"{asked.name}: "
    return Parted(before + text.text, tuple((start + len(before), end + len(before)) for start, end in text.parts))
