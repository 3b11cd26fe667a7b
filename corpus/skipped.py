"""What was left out when articles were added, and why: one record for each source, about its last reading."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from corpus.disk import write


@dataclass(frozen=True, slots=True)
class Skipped:
    """Parts of one source that were left out for one reason, such as "comment" or the error about a file."""

    source: str
    reason: str
    count: int


class SkippedParts:
    """What was left out, below ``<library>/skipped``."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def note(self, source: str, reasons: Mapping[str, int]) -> None:
        """Remember what was left out of *source* this time, in place of what was the last time.

        Raises:
            OSError: it cannot be written.
        """
        path = self._root / f"{sha256(source.encode()).hexdigest()[:32]}.json"
        if reasons:
            write(path, json.dumps({"source": source, "reasons": dict(reasons)}, ensure_ascii=False).encode())
        else:
            path.unlink(missing_ok=True)

    def all(self) -> tuple[Skipped, ...]:
        """Return everything that was left out, by source and reason."""
        records = [json.loads(path.read_bytes()) for path in self._root.glob("*.json")]
        found = [
            Skipped(item["source"], reason, count) for item in records for reason, count in item["reasons"].items()
        ]
        return tuple(sorted(found, key=lambda item: (item.source, item.reason)))
