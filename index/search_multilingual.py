"""Search across languages: the multilingual vectors, and the names and numbers of the question as they are typed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from index.encoder import Vector
from index.generation import Generation
from index.multilingual import Multilingual
from index.search import Hit

DEPTH: Final = 50  # passages that each ranking puts up
NAMES: Final = 0.006  # of similarity, for each point of BM25 of the names; chosen on XQuAD-R, German over English
_WORD: Final = re.compile(r"[^\W\d_]+")
_NAME: Final = re.compile(r"(?:[A-ZÀ-Ž][^\W\d_]{2,}|\d[\d.,]*)")


def search_multilingual(
    generation: Generation, part: Multilingual, question: str, vector: Vector, *, depth: int = DEPTH
) -> list[Hit]:
    """Return the best passages of any language for *question* and its *vector*, best first.

    Each ranking puts up *depth* of them.
    """
    dense = part.vectors.nearest(vector, depth)
    lexical = dict(generation.lexical.best(names(question), depth))
    return _fused(generation, part, vector, [row for row, _ in dense], lexical)


def search_foreign(generation: Generation, part: Multilingual, question: str, vector: Vector) -> list[Hit]:
    """Return the best passages that are not in English, best first; nothing when there are none."""
    if not len(part.foreign):
        return []
    allowed = set(part.foreign.tolist())
    dense = part.vectors.nearest(vector, DEPTH, part.foreign)
    named = generation.lexical.best(names(question), DEPTH)
    lexical = {row: score for row, score in named if row in allowed}
    return _fused(generation, part, vector, [row for row, _ in dense], lexical)


def background(part: Multilingual, vector: Vector) -> float:
    """Return how near *vector* is to everything: the mean cosine of the nearest passages but the first."""
    found = part.vectors.nearest(vector, DEPTH + 1)
    return float(np.mean([cosine for _, cosine in found[1:] or found]))


def names(question: str) -> str:
    """Return what looks the same in most languages: numbers, and the capitalized words but the first of all words."""
    first = _WORD.search(question)
    start = first.start() if first else -1
    return " ".join(match.group() for match in _NAME.finditer(question) if match.start() != start)


def _fused(
    generation: Generation, part: Multilingual, vector: Vector, dense: Sequence[int], lexical: Mapping[int, float]
) -> list[Hit]:
    """Return the passages in the rows *dense* and *lexical*, best first."""
    rows = list(dict.fromkeys([*dense, *lexical]))
    cosines = part.vectors.rows(rows) @ vector
    hits = [
        Hit(
            generation.passage(row),
            float(cosine),
            lexical.get(row),
            float(cosine) + NAMES * lexical.get(row, 0.0),
            row,
        )
        for row, cosine in zip(rows, cosines, strict=True)
    ]
    return sorted(hits, key=lambda hit: -hit.fused)
