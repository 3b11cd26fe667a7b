"""Vectors for the passages of a new generation: taken over where the text is the same, else computed."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from corpus.article import Article, ArticleId
from corpus.errors import QuothError
from corpus.library import Library
from index.cut import passage_text
from index.encoder import Encoder
from index.generation import Generation, Rows
from index.passage import Passage
from index.progress import Progress
from index.vectors import Codes, to_codes

BATCH: Final = 256  # passages between two steps of the progress bar
ENOUGH: Final = 64  # passages; the time of fewer tells no rate


@dataclass(frozen=True, slots=True)
class Embedded:
    """Vectors, and what it took to get them."""

    codes: Codes
    """By row."""
    encoded: int
    """Texts that the encoder had to read."""
    rate: float | None
    """Texts a second, measured now or else with an earlier generation; None when never."""


class PassageTexts:
    """The texts of passages as encoder and lexical index see them; reads each article when its turn comes."""

    def __init__(self, library: Library, articles: Sequence[ArticleId], rows: Rows) -> None:
        self._library, self._articles, self._rows = library, articles, rows

    def all(self) -> Iterator[str]:
        """Yield the texts of all rows, in order."""
        return self.at(range(len(self._rows)))

    def at(self, rows: Sequence[int]) -> Iterator[str]:
        """Yield the texts of *rows*, which ascend.

        Raises:
            QuothError: an article has gone meanwhile.
        """
        article: Article | None = None
        for row in rows:
            number, start, end, _ = self._rows[row].item()
            identity = self._articles[number]
            if article is None or article.id != identity:
                article = self._library.get(identity)
            if article is None:
                raise QuothError(f"article {identity[:12]} was removed meanwhile", hint="start again: quoth index")
            yield passage_text(article, Passage(identity, start, end))


def make_vectors(
    rows: Rows, texts: PassageTexts, before: Generation | None, encoder: Encoder, progress: Progress
) -> Embedded:
    """Return the vectors of *rows*; what the generation *before* has of this encoder is copied from it."""
    codes = np.zeros((len(rows), 2 * encoder.dimension), np.uint8)
    missing = np.ones(len(rows), bool)
    earlier = before.vectors_of(encoder.name) if before is not None else None
    if before is not None and earlier is not None:
        place, known = _places(rows["key"], np.array(before.rows["key"]))
        codes[known] = earlier.codes()[place[known]]
        missing = ~known
    fresh = np.flatnonzero(missing)
    _, first, which = np.unique(rows["key"][fresh], return_index=True, return_inverse=True)
    order = np.sort(first)  # by article, so that each is read once
    made = np.zeros((len(fresh), codes.shape[1]), np.uint8)
    began = time.perf_counter()
    for left in range(0, len(order), BATCH):
        at = order[left : left + BATCH]
        made[at] = to_codes(encoder.encode(list(texts.at(fresh[at].tolist()))))
        progress("encoding passages", left + len(at), len(order))
    codes[fresh] = made[first[which]]
    rate = before.manifest.rate if before is not None else None
    if len(order) >= ENOUGH:
        rate = len(order) / (time.perf_counter() - began)
    return Embedded(codes, len(order), rate)


def missing_keys(rows: Rows, before: Generation | None, encoder: str) -> Rows:
    """Return the keys of *rows*, each once, for which *before* has no vector of this *encoder*."""
    if before is None or before.vectors_of(encoder) is None:
        return np.asarray(np.unique(rows["key"]))
    return np.setdiff1d(rows["key"], before.rows["key"])


def _places(wanted: Rows, there: Rows) -> tuple[np.ndarray, np.ndarray]:
    """Return for each key of *wanted* a position in *there*, and whether it is there at all."""
    order = np.argsort(there)
    place = order[np.searchsorted(there, wanted, sorter=order).clip(max=len(there) - 1)]
    return place, there[place] == wanted
