"""How long work tells how far it has come."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Is told how far a build has come."""

    def __call__(self, stage: str, done: int, total: int, /) -> None:
        """Take note that *done* of *total* steps of *stage* are behind us."""
