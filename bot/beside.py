"""Looking beside what was shown: a follow-up is answered near the quotes before, and seldom by them again."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from bot.followup import Asks, asks_for
from bot.permalink import ID, shares_words
from bot.turn import Turn
from index.encoder import Encoder, Matrix, Vector
from index.generation import Generation
from index.passage import Passage
from index.search import Hit, search

# From 399 follow-ups of the development part of INSCIT: the first by recall among ten passages, the next two by a fit.
NEAR: Final = 0.15  # share of the shown passages in the question's vector
ALIKE: Final = 3.5  # log-odds for each unit of cosine to the most similar passage shown last
REPEATED: Final = -2.0  # log-odds for a passage that was shown before, in whole; in part accordingly less


@dataclass(frozen=True, slots=True)
class Shown:
    """Quotes that a follow-up looks beside, by id."""

    last: tuple[str, ...]
    before: tuple[str, ...]
    repeated: float
    """Log-odds for a passage that was shown already in whole."""
    others_only: bool = False
    """The reader asked for something else: no words that were shown."""
    same_only: bool = False
    """The reader asked whose words those shown last are: no others."""

    def admits(self, place: Passage) -> bool:
        """Tell whether the reader may want the words at *place*."""
        if self.same_only:
            return _holds(self.last, place)
        return not (self.others_only and _holds((*self.last, *self.before), place))


def shown_for(typed: str, before: Turn | None) -> Shown | None:
    """Return what the question *typed* after *before* looks beside, None when that is nothing."""
    if before is None or not before.shown or (asks := asks_for(typed, before)) is Asks.AGAIN:
        return None
    repeated = REPEATED if asks in {Asks.FURTHER, Asks.MORE} else 0.0
    wants = {"others_only": asks is Asks.MORE, "same_only": asks is Asks.SOURCE}
    return Shown(before.shown, before.shown_before, repeated, **wants)


def search_beside(generation: Generation, encoder: Encoder, question: str, k: int, shown: Shown | None) -> list[Hit]:
    """Return the best *k* passages for *question*, best first, with the pull that what was *shown* has on each.

    The pull moves passages among each other; it makes none more likely to answer.
    """
    last = shown_rows(generation, shown.last) if shown else {}
    if shown is None or not last:
        return search(generation, encoder, question, k)
    vectors = generation.vectors.rows(list(last))
    hits = search(generation, encoder, question, k, near=_toward(vectors))
    seen = shown_rows(generation, (*shown.last, *shown.before))
    alike = (generation.vectors.rows([hit.row for hit in hits]) @ vectors.T).max(axis=1, initial=-1.0)
    usual = alike.mean() if hits else 0.0  # so that hits of another search, which nothing pulls, keep their place
    return [
        replace(hit, pull=ALIKE * float(cosine - usual) + shown.repeated * seen.get(hit.row, 0.0))
        for hit, cosine in zip(hits, alike, strict=True)
    ]


def shown_rows(generation: Generation, quotes: Sequence[str]) -> dict[int, float]:
    """Return the rows of the passages that *quotes* (ids) lie in, each with the share of it that they hold, 0 to 1.

    What the generation has no longer is left out.
    """
    shares: dict[int, float] = {}
    for place in (match for quote in dict.fromkeys(quotes) if (match := ID.fullmatch(quote))):
        for row, share in _rows_at(generation, place):
            shares[row] = min(1.0, shares.get(row, 0.0) + share)
    return shares


def _holds(quotes: Iterable[str], place: Passage) -> bool:
    return shares_words(place, (quote for quote in quotes if ID.fullmatch(quote)))


def _rows_at(generation: Generation, place: re.Match[str]) -> Iterator[tuple[int, float]]:
    articles = generation.articles  # sorted
    first = bisect_left(articles, place["article"])
    if first == len(articles) or not articles[first].startswith(place["article"]):
        return
    for row in np.flatnonzero(generation.rows["article"] == first):
        start, end = int(generation.rows[row]["start"]), int(generation.rows[row]["end"])
        shared = min(end, int(place["end"])) - max(start, int(place["start"]))
        if shared > 0:
            yield int(row), shared / (end - start)


def _toward(vectors: Matrix) -> Vector:
    total = vectors.sum(axis=0)
    return np.asarray(NEAR * total / np.linalg.norm(total), dtype=np.float32)
