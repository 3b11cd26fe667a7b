"""One writer at a time: a lock on a folder that says who holds it and since when.

The system gives the lock back when its holder dies, however it dies; the note about the holder may then be left over
and is written anew by the next one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.errors import QuothError


@contextmanager
def exclusive(path: Path, what: str) -> Iterator[None]:
    """Hold the lock at *path* for the work that *what* names, as in ``quoth add``; the folder is made when missing.

    Raises:
        QuothError: somebody else holds it, named with pid and since when; or the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path, timeout=0)
        lock.acquire()
    except Timeout:
        raise QuothError(
            f"{path.parent} is being written by {_holder(path)}", hint=f"wait until it is done, then {what} again"
        ) from None
    except OSError as error:
        raise QuothError(
            f"cannot write to {path.parent}: {error.strerror or error}",
            hint="choose a folder you may write to: --home DIR or QUOTH_HOME",
        ) from error
    try:
        with suppress(OSError):  # a full disk; the note is a courtesy
            _note(path).write_text(f"{what}, process {os.getpid()}, since {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC\n")
        yield
    finally:
        lock.release()


def holder(path: Path) -> str | None:
    """Return who holds the lock at *path* now, None when nobody does."""
    if not path.exists():
        return None
    try:
        with FileLock(path, timeout=0):
            return None
    except Timeout:
        return _holder(path)


def _note(path: Path) -> Path:
    # A file of its own, because a second process that tries the lock empties the lock file.
    return path.with_name(f"{path.name}.holder")


def _holder(path: Path) -> str:
    try:
        return _note(path).read_text().strip() or "another process"
    except OSError:
        return "another process"
