"""The one root of every expected failure, and the exit codes that go with it."""

from __future__ import annotations

from typing import ClassVar, Final

DONE: Final = 0
NOTHING_FOUND: Final = 1
WRONG_USAGE: Final = 2
FAILED: Final = 3


class QuothError(Exception):
    """An expected failure: one line for the user, and the way out in *hint*."""

    exit_code: ClassVar[int] = FAILED

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        """Keep *message* (one line, no final full stop) and the remedy."""
        super().__init__(message)
        self.hint = hint


class UsageError(QuothError):
    """The command, a setting or a question cannot be taken as given."""

    exit_code: ClassVar[int] = WRONG_USAGE
