"""Search across languages: the multilingual vectors, and the names and numbers of the question as they are typed."""

from __future__ import annotations

import re
from typing import Final

import numpy as np
import numpy.typing as npt

from index.encoder import Vector
from index.generation import Generation
from index.multilingual import Multilingual
from index.search import Hit

DEPTH: Final = 50  # passages that each ranking puts up
NAMES: Final = 0.006  # of similarity, for each point of BM25 of the names; chosen on XQuAD-R, German over English
_WORD: Final = re.compile(r"[^\W\d_]+")
_NAME: Final = re.compile(r"(?:[A-ZÀ-Ž][^\W\d_]{2,}|\d[\d.,]*)")


def search_multilingual(generation: Generation, part: Multilingual, question: str, vector: Vector) -> list[Hit]:
    """Return the best passages of any language for *question* and its *vector*, best first."""
    return _ranked(generation, part, question, vector, None)


def search_foreign(generation: Generation, part: Multilingual, question: str, vector: Vector) -> list[Hit]:
    """Return the best passages that are not in English, best first; nothing when there are none."""
    return _ranked(generation, part, question, vector, part.foreign) if len(part.foreign) else []


def background(part: Multilingual, vector: Vector) -> float:
    """Return how near *vector* is to everything: the mean cosine of the nearest passages but the first."""
    found = part.vectors.nearest(vector, DEPTH + 1)
    return float(np.mean([cosine for _, cosine in found[1:] or found]))


def names(question: str) -> str:
    """Return what looks the same in most languages: numbers, and the capitalized words but the first of all words."""
    first = _WORD.search(question)
    start = first.start() if first else -1
    return " ".join(match.group() for match in _NAME.finditer(question) if match.start() != start)


def _ranked(
    generation: Generation,
    part: Multilingual,
    question: str,
    vector: Vector,
    among: npt.NDArray[np.uint32] | None,
) -> list[Hit]:
    allowed = None if among is None else set(among.tolist())
    dense = [row for row, _ in part.vectors.nearest(vector, DEPTH, among)]
    lexical = dict(generation.lexical.best(names(question), DEPTH))
    rows = dense + [row for row in lexical if row not in set(dense) and (allowed is None or row in allowed)]
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
