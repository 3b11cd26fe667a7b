"""The newest generation for a process that answers for long."""

from __future__ import annotations

import logging
from pathlib import Path
from threading import Lock
from typing import Final

from corpus.errors import QuothError
from index.errors import IndexMismatchError
from index.generation import REBUILD, Generation, current_id, open_current, open_generation

_log: Final = logging.getLogger(__name__)


class Reader:
    """Takes up what is published, while other threads go on with what they have.

    Opening compares hashes (half a second for 150,000 passages); only the one question that comes first after a
    publish waits for it. When what was published cannot be opened, the old generation goes on serving.
    """

    def __init__(self, root: Path, encoder: str) -> None:
        """Open the current generation below *root*, built with *encoder*; a *root* that is one, for ever.

        Raises:
            IndexMissingError: nothing was published.
            IndexMismatchError: it is damaged, or of another format or encoder.
        """
        self._root, self._encoder = root, encoder
        self._fixed = (root / "manifest.json").is_file()
        self._opening = Lock()
        self._seen = self._mark()
        self._generation = self._open()

    def newest(self) -> Generation:
        """Return the newest generation; whoever got one before keeps it to the end of the answer."""
        if not self._fixed and self._mark() != self._seen and self._opening.acquire(blocking=False):
            try:
                self._seen = self._mark()
                if current_id(self._root) != self._generation.manifest.id:
                    self._generation = self._open()
            except (QuothError, OSError) as error:
                _log.warning("the published index cannot be taken up, the old one goes on: %s", error)
            finally:
                self._opening.release()
        return self._generation

    def _mark(self) -> tuple[int, int] | None:
        """Return what changes with every publish, also of the same generation; None when nothing is published."""
        try:
            status = (self._root / "CURRENT").stat()
        except OSError:
            return None
        return status.st_ino, status.st_mtime_ns

    def _open(self) -> Generation:
        generation = open_generation(self._root) if self._fixed else open_current(self._root)
        if generation.manifest.encoder != self._encoder:
            raise IndexMismatchError(
                f"the index was built with the encoder {generation.manifest.encoder}, this is {self._encoder}",
                hint=REBUILD,
            )
        return generation
