"""Whether a passage states the answer, and which sentence: linear heads on the middle layers of the cross-encoder.

The cross-encoder was trained to tell passages about the question from others; its last layer says little about
whether one of them answers, its middle layers more. ``quoth-eval train-stated`` makes the weights in ``stated.npz``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from index.encoder import Parted, Reading, Reranker, Vector

WEIGHTS = "stated.npz"


@dataclass(frozen=True, slots=True)
class Judged:
    """What is thought of a passage."""

    states: float
    """Log-odds that it states the answer."""
    sentences: tuple[float, ...]
    """How well each of its sentences answers: differences are log-odds, there is no zero."""


@dataclass(frozen=True, slots=True)
class Heads:
    """Linear heads, and what takes their place for a model that does not show its layers."""

    passage: Vector
    bias: float
    sentence: Vector
    plain: tuple[float, float]
    """Slope and intercept over the logit."""

    def judge(self, question: str, texts: Sequence[Parted], reranker: Reranker) -> list[Judged]:
        """Judge each passage with its sentences; none depends on which others there are."""
        read = reranker.read(question, texts)
        if read is None or any(len(item.whole) != len(self.passage) for item in read):
            return [self._plainly(question, text, reranker) for text in texts]
        return [self.of(item) for item in read]

    def of(self, reading: Reading) -> Judged:
        """Judge what the layers hold."""
        sentences = tuple(float(part @ self.sentence) for part in reading.parts)
        return Judged(float(reading.whole @ self.passage) + self.bias, sentences)

    def _plainly(self, question: str, text: Parted, reranker: Reranker) -> Judged:
        slope, intercept = self.plain
        before = text.text[: text.parts[0][0]] if text.parts else ""
        sentences = [before + text.text[start:end] for start, end in text.parts]
        whole, *logits = reranker.logits(question, [text.text, *sentences])
        return Judged(slope * float(whole) + intercept, tuple(slope * float(logit) for logit in logits))


@cache
def load_heads() -> Heads:
    """Load the weights that ship with the package."""
    with files("bot").joinpath(WEIGHTS).open("rb") as file, np.load(file) as found:
        slope, intercept = found["plain"]
        return Heads(found["passage"], float(found["bias"]), found["sentence"], (float(slope), float(intercept)))
