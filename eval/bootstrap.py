"""Intervals by the bootstrap: how far a mean over cases could be off by the choice of cases."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

import numpy as np

DRAWS: Final = 2000
SEED: Final = 20261125
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean with the 95 % percentile interval of its bootstrap."""

    mean: float
    low: float
    high: float

    def __str__(self) -> str:
        """Return it as ``.712 [.690, .734]``."""
        return f"{_short(self.mean)} [{_short(self.low)}, {_short(self.high)}]"


def interval(values: Sequence[float]) -> Interval | None:
    """Return the mean of *values* (one a case) with its interval, None when there are none.

    Source: Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13.
    """
    if not values:
        return None
    sample = np.asarray(values, dtype=np.float64)
    draw = np.random.default_rng(SEED)
    means = [float(sample[draw.integers(0, len(sample), len(sample))].mean()) for _ in range(DRAWS)]
    low, high = np.percentile(means, [2.5, 97.5])
    return Interval(float(sample.mean()), float(low), float(high))


def interval_of(cases: Sequence[T], statistic: Callable[[Sequence[T]], float | None]) -> Interval | None:
    """Return a *statistic* that is no mean, with its interval over draws of *cases*; None when it has no value."""
    found = statistic(cases)
    if found is None:
        return None
    draw = np.random.default_rng(SEED)
    chosen = (draw.integers(0, len(cases), len(cases)) for _ in range(DRAWS))
    values = [statistic([cases[row] for row in rows]) for rows in chosen]
    low, high = np.percentile([value for value in values if value is not None], [2.5, 97.5])
    return Interval(found, float(low), float(high))


def _short(value: float) -> str:
    return f"{value:.3f}".replace("0.", ".", 1) if 0 <= value < 1 else f"{value:.3f}"
