"""What a build may do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

KEEP: Final = 2  # generations: the one that serves and the one to go back to
CHURN: Final = 0.2  # share of the passages; more than a day's corrections take away, less than a wrong folder does


@dataclass(frozen=True, slots=True)
class Terms:
    """What a build may do; by default all."""

    publish: bool = True
    """False: make the generation ready but let the old one serve."""
    churn: float | None = None
    """Share of the passages that may be lost, 0..1; None for any."""
    keep: int = KEEP
    """Generations that stay on disk."""


ANY_TERMS: Final = Terms()
