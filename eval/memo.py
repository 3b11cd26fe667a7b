"""Models that remember what they said: a run asks them for the same text several times, a test still more often."""

from __future__ import annotations

import time
from collections.abc import Sequence

import numpy as np

from index.encoder import Encoder, Matrix, Parted, Reading, Reranker, Vector


class MemoEncoder:
    """An encoder that computes no text twice; ``seconds`` is what computing took."""

    def __init__(self, inner: Encoder) -> None:
        self._inner = inner
        self._texts: dict[str, Vector] = {}
        self._questions: dict[str, Vector] = {}
        self.seconds = 0.0
        self.name, self.dimension = inner.name, inner.dimension

    def encode(self, texts: Sequence[str], /) -> Matrix:
        """Return one unit-length row per text: float32, shape ``(len(texts), dimension)``."""
        fresh = [text for text in dict.fromkeys(texts) if text not in self._texts]
        if fresh:
            began = time.perf_counter()
            self._texts.update(zip(fresh, self._inner.encode(fresh), strict=True))
            self.seconds += time.perf_counter() - began
        return np.array([self._texts[text] for text in texts], dtype=np.float32).reshape(len(texts), self.dimension)

    def encode_question(self, question: str, /) -> Vector:
        """Return the unit vector of a question: float32, shape ``(dimension,)``."""
        if question not in self._questions:
            began = time.perf_counter()
            self._questions[question] = self._inner.encode_question(question)
            self.seconds += time.perf_counter() - began
        return self._questions[question]


class MemoReranker:
    """A cross-encoder that reads no pair twice; ``seconds`` is what reading took."""

    def __init__(self, inner: Reranker) -> None:
        self._inner = inner
        self._pairs: dict[tuple[str, str], float] = {}
        self._readings: dict[tuple[str, Parted], Reading] = {}
        self.seconds = 0.0
        self.name = inner.name

    def logits(self, question: str, texts: Sequence[str], /) -> Vector:
        """Return how well each text answers: unbounded, higher is better, shape ``(len(texts),)``."""
        fresh = [text for text in dict.fromkeys(texts) if (question, text) not in self._pairs]
        if fresh:
            began = time.perf_counter()
            for text, value in zip(fresh, self._inner.logits(question, fresh), strict=True):
                self._pairs[question, text] = float(value)
            self.seconds += time.perf_counter() - began
        return np.array([self._pairs[question, text] for text in texts], dtype=np.float32)

    def read(self, question: str, texts: Sequence[Parted], /) -> list[Reading] | None:
        """Return what the middle layers hold, as the protocol says."""
        fresh = [text for text in dict.fromkeys(texts) if (question, text) not in self._readings]
        if fresh:
            began = time.perf_counter()
            read = self._inner.read(question, fresh)
            self.seconds += time.perf_counter() - began
            if read is None:
                return None
            self._readings.update(zip([(question, text) for text in fresh], read, strict=True))
        return [self._readings[question, text] for text in texts]
