"""Search: dense and lexical ranking, fused by score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from index.encoder import Encoder, Vector
from index.generation import Generation
from index.passage import Passage

DEPTH = 50  # ranks of each list that take part in the fusion


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage found for a question."""

    passage: Passage
    similarity: float
    """Cosine of question and passage in [-1, 1]."""
    bm25: float | None
    """None when only the vectors found it."""
    fused: float
    """As :func:`fuse` has it, 2 at most; comparable within one question only, higher is better."""
    row: int
    """Of the passage in its generation."""
    pull: float = 0.0
    """Log-odds that a conversation adds to the place of this passage, not to whether it answers."""


def search(generation: Generation, encoder: Encoder, question: str, k: int, *, near: Vector | None = None) -> list[Hit]:
    """Return the best *k* passages for *question*, best first.

    *near*, shape ``(dimension,)``, is added to the question's vector to find them, not for ``similarity``.
    """
    vector = encoder.encode_question(question)
    sought = vector if near is None else (vector + near) / np.linalg.norm(vector + near)
    dense = generation.vectors.nearest(sought, DEPTH)
    bm25 = dict(generation.lexical.best(question, DEPTH))
    rows = list(dict.fromkeys([*(row for row, _ in dense), *bm25]))
    cosines = dict(zip(rows, (generation.vectors.rows(rows) @ sought).tolist(), strict=True))
    found = fuse(cosines, bm25, min((cosine for _, cosine in dense), default=0.0))[:k]
    similarity = generation.vectors.rows([row for row, _ in found]) @ vector
    return [
        Hit(generation.passage(row), float(cosine), bm25.get(row), value, row)
        for (row, value), cosine in zip(found, similarity, strict=True)
    ]


def fuse(cosines: Mapping[int, float], bm25: Mapping[int, float], floor: float) -> list[tuple[int, float]]:
    """Return the rows of *cosines*, best first and equal ones by row, with their scores in both rankings summed.

    Each ranking is scaled so that its best has 1. In that of the vectors a cosine of *floor* has 0, in that of BM25 a
    row that is not there.
    Source: Bruch, Gai and Ingber, An Analysis of Fusion Functions for Hybrid Retrieval, TOIS 2023.
    """
    spread = max(cosines.values(), default=floor) - floor or 1.0
    best = max(bm25.values(), default=0.0) or 1.0
    sums = {row: (cosine - floor) / spread + bm25.get(row, 0.0) / best for row, cosine in cosines.items()}
    return sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))
