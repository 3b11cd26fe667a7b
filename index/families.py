"""What stands in several posts: quote families and near-duplicate articles, found when the index is built."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from corpus.article import ArticleId
from index.generation import Rows
from index.resemblance import Signature, near_duplicates

NAMED: Final = 20  # families; enough to see what they are


@dataclass(frozen=True, slots=True)
class Family:
    """One press sentence that stands in several posts."""

    articles: int
    """How many posts it stands in."""
    article: ArticleId
    """The first of them, by id."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Families:
    """What stands in several posts, with numbers."""

    press_sentences: int
    shared: int
    """Different press sentences that stand in two posts or more."""
    places: int
    """Press sentences that are one of those."""
    widest: tuple[Family, ...]
    """Those in most posts."""
    near_duplicates: tuple[tuple[ArticleId, ...], ...]
    """Groups of articles that nearly equal the first of their group."""


def find_families(articles: Sequence[ArticleId], sentences: Rows, signatures: Signature) -> Families:
    """Find what the *articles* share; *sentences* are numbered by article, *signatures* lie in the same order."""
    pairs = np.unique(np.stack([sentences["words"], sentences["article"].astype(np.uint64)]), axis=1)
    words, counts = np.unique(pairs[0], return_counts=True)
    shared, counts = words[counts > 1], counts[counts > 1]
    widest = sorted(zip((-counts).tolist(), shared.tolist(), strict=True))[:NAMED]
    return Families(
        press_sentences=len(sentences),
        shared=len(shared),
        places=int(np.isin(sentences["words"], shared).sum()),
        widest=tuple(_family(articles, sentences, word, -count) for count, word in widest),
        near_duplicates=tuple(tuple(articles[at] for at in group) for group in near_duplicates(signatures)),
    )


def write_families(families: Families, path: Path) -> None:
    """Store *families* at *path*."""
    path.write_text(json.dumps(asdict(families), indent=1) + "\n")


def read_families(path: Path) -> Families:
    """Return the families stored at *path*."""
    record: dict[str, Any] = json.loads(path.read_bytes())
    return Families(
        **{
            **record,
            "widest": tuple(Family(**item) for item in record["widest"]),
            "near_duplicates": tuple(tuple(group) for group in record["near_duplicates"]),
        }
    )


def _family(articles: Sequence[ArticleId], sentences: Rows, words: int, count: int) -> Family:
    first = sentences[np.flatnonzero(sentences["words"] == words)[0]]
    return Family(count, articles[int(first["article"])], int(first["start"]), int(first["end"]))
