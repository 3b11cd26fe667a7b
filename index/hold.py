"""Holding a generation: a shared lock for as long as somebody reads, which pruning respects."""

from __future__ import annotations

import fcntl
import os
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import IndexMismatchError

_LOCKED = "manifest.json"  # never written again, so that locking it changes nothing


class Hold:
    """A shared lock on a generation; it ends with this object, or with the process however that ends."""

    def __init__(self, descriptor: int) -> None:
        self._end = weakref.finalize(self, os.close, descriptor)

    @classmethod
    def of(cls, folder: Path) -> Hold:
        """Hold the generation in *folder*.

        Raises:
            IndexMismatchError: it is incomplete, or was pruned meanwhile.
        """
        try:
            descriptor = os.open(folder / _LOCKED, os.O_RDONLY)
            hold = cls(descriptor)
            fcntl.flock(descriptor, fcntl.LOCK_SH)
            same = os.path.samestat(os.fstat(descriptor), (folder / _LOCKED).stat())
        except OSError as error:
            raise IndexMismatchError(
                f"the index {folder.name} is incomplete", hint="rebuild it: quoth index"
            ) from error
        if not same:
            raise IndexMismatchError(f"the index {folder.name} was just replaced", hint="try again")
        return hold


@contextmanager
def unheld(folder: Path) -> Iterator[bool]:
    """Yield whether nobody reads the generation in *folder*; while the block runs nobody can begin to."""
    try:
        descriptor = os.open(folder / _LOCKED, os.O_RDONLY)
    except OSError:
        yield True  # without a manifest nobody can open it
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        yield False
    else:
        yield True
    finally:
        os.close(descriptor)
