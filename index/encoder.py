"""What the index asks of a model: vectors for texts, relevance for pairs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import numpy as np
import numpy.typing as npt

Matrix: TypeAlias = npt.NDArray[np.float32]
Vector: TypeAlias = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Parted:
    """A text, and parts of it that are judged apart."""

    text: str
    parts: tuple[tuple[int, int], ...]

    def behind(self, words: str) -> Parted:
        """Return the same text behind *words*, which belong to none of the parts."""
        return Parted(words + self.text, tuple((start + len(words), end + len(words)) for start, end in self.parts))


@dataclass(frozen=True, slots=True)
class Reading:
    """What the middle layers of a cross-encoder hold of a question and a text."""

    whole: Vector
    """Of both."""
    parts: Matrix
    """Of each part of the text: float32, shape ``(number of parts, n)``."""


class Encoder(Protocol):
    """Turns texts into unit vectors; a vector does not depend on what is encoded beside it."""

    @property
    def name(self) -> str:
        """Name and content hash of the weights: equal names give equal vectors."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    def encode(self, texts: Sequence[str], /) -> Matrix:
        """Return one unit-length row per passage text: float32, shape ``(len(texts), dimension)``."""

    def encode_question(self, question: str, /) -> Vector:
        """Return the unit vector of a question: float32, shape ``(dimension,)``."""


class Reranker(Protocol):
    """Judges pairs of question and text."""

    @property
    def name(self) -> str:
        """Name and content hash of the weights."""

    def logits(self, question: str, texts: Sequence[str], /) -> Vector:
        """Return how well each text answers: unbounded, higher is better, shape ``(len(texts),)``."""

    def read(self, question: str, texts: Sequence[Parted], /) -> list[Reading] | None:
        """Return what the middle layers hold; None for a model that does not show them."""
