"""Whether a passage states the answer: a linear head on what the middle layers of the cross-encoder hold.

The cross-encoder was trained to tell passages about the question from others; its last layer says little about
whether one of them answers, its middle layers more. ``quoth-eval train-stated`` makes the weights in ``stated.npz``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from index.encoder import Matrix, Vector

WEIGHTS = "stated.npz"


@dataclass(frozen=True, slots=True)
class Head:
    """A linear head, and what takes its place for a model that does not show its layers."""

    weights: Vector
    """Of the states, then of the logit; shape ``(n + 1,)``."""
    bias: float
    plain: tuple[float, float]
    """Slope and intercept over the logit alone."""

    def log_odds(self, logits: Vector, states: Matrix | None) -> Vector:
        """Return the log-odds that each text states the answer, shape ``(number of texts,)``."""
        if states is None or states.shape[1] + 1 != len(self.weights):
            return np.asarray(self.plain[0] * logits + self.plain[1], dtype=np.float32)
        # Row by row: no value may depend on which other texts there are.
        rows = [float(row @ self.weights[:-1]) for row in states]
        found = np.array(rows, dtype=np.float32) + logits * self.weights[-1] + self.bias
        return np.asarray(found, dtype=np.float32)


@cache
def load_head() -> Head:
    """Load the weights that ship with the package."""
    with files("bot").joinpath(WEIGHTS).open("rb") as file, np.load(file) as found:
        return Head(found["weights"], float(found["bias"]), (float(found["plain"][0]), float(found["plain"][1])))
