"""Search: dense and lexical ranking, fused by score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from index.encoder import Encoder, Vector
from index.generation import Generation
from index.passage import Passage

Scores: TypeAlias = npt.NDArray[np.float64]
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
    """Share of the best score in each ranking, summed, 0..2; comparable within one question only."""
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
    vectors = generation.vectors.rows(rows)
    values = fused(vectors @ sought, np.array([bm25.get(row, 0.0) for row in rows]), dense[-1][1] if dense else 0.0)
    similarity = vectors @ vector
    return [
        Hit(generation.passage(rows[at]), float(similarity[at]), bm25.get(rows[at]), float(values[at]), rows[at])
        for at in sorted(range(len(rows)), key=lambda at: (-values[at], rows[at]))[:k]
    ]


def fused(cosines: Vector, bm25: Scores, lowest: float) -> Scores:
    """Fuse the scores of rows, each scaled so that the best has 1; *lowest* is the cosine that gets 0.

    Source: Bruch, Gai and Ingber, An Analysis of Fusion Functions for Hybrid Retrieval, TOIS 2023.
    """
    best = cosines.max(initial=lowest)
    dense = (cosines - lowest) / (best - lowest) if best > lowest else np.zeros(len(cosines))
    return np.asarray(dense + bm25 / (bm25.max(initial=0.0) or 1.0), dtype=np.float64)
