"""Search: dense and lexical ranking, fused by rank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.encoder import Encoder, Vector
from index.generation import Generation
from index.passage import Passage

DEPTH = 50  # ranks of each list that take part in the fusion
RRF = 60  # the constant of reciprocal rank fusion (Cormack, Clarke and Buettcher, SIGIR 2009)


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage found for a question."""

    passage: Passage
    similarity: float
    """Cosine of question and passage in [-1, 1]."""
    bm25: float | None
    """None when only the vectors found it."""
    fused: float
    """Sum of reciprocal ranks; comparable within one question only, higher is better."""
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
    lexical = generation.lexical.best(question, DEPTH)
    fused = fuse([row for row, _ in dense], [row for row, _ in lexical])[:k]
    similarity = generation.vectors.rows([row for row, _ in fused]) @ vector
    bm25 = dict(lexical)
    return [
        Hit(generation.passage(row), float(cosine), bm25.get(row), value, row)
        for (row, value), cosine in zip(fused, similarity, strict=True)
    ]


def fuse(*rankings: Sequence[int]) -> list[tuple[int, float]]:
    """Fuse *rankings* of rows, each best first, by reciprocal rank; equal sums by row."""
    sums: dict[int, float] = {}
    for ranking in rankings:
        for rank, row in enumerate(ranking, 1):
            sums[row] = sums.get(row, 0.0) + 1 / (RRF + rank)
    return sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))
