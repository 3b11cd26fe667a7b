"""Where articles come from: one record for each URL or file, with what it carries now and carried before."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path

from corpus.article import ArticleId
from corpus.disk import write


@dataclass(frozen=True, slots=True)
class Origin:
    """A URL or a file that articles come from."""

    key: str
    """The canonical URL, or the absolute path."""
    article: ArticleId | None
    """What it carries now; None when that was removed, or for a feed, which carries none itself."""
    before: tuple[ArticleId, ...] = ()
    """What it carried earlier, oldest first."""
    seen: str | None = None
    """When it was last read: ISO 8601, UTC."""
    told_by: Mapping[str, str] = field(default_factory=dict)
    """Which part of it gave title, author and so on."""
    etag: str | None = None
    modified: str | None = None
    """As the server sent them, for the next request."""


class Origins:
    """The origins below one folder; read once, since who changes them holds the library's lock."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[str, Origin] | None = None

    def get(self, key: str) -> Origin | None:
        """Return the origin *key*, None when nothing came from there yet."""
        return self._all().get(key)

    def put(self, origin: Origin) -> None:
        """Store *origin* in place of the one with its key.

        Raises:
            OSError: it cannot be written.
        """
        write(self._root / f"{sha256(origin.key.encode()).hexdigest()[:32]}.json", to_json(origin))
        self._all()[origin.key] = origin

    def carriers(self, article: ArticleId) -> list[Origin]:
        """Return the origins that carry *article* now."""
        return [origin for origin in self._all().values() if origin.article == article]

    def __iter__(self) -> Iterator[Origin]:
        """Yield all origins in the order of their keys."""
        return iter(sorted(self._all().values(), key=lambda origin: origin.key))

    def _all(self) -> dict[str, Origin]:
        if self._known is None:
            found = (from_json(path.read_bytes()) for path in self._root.glob("*.json"))
            self._known = {origin.key: origin for origin in found}
        return self._known


def to_json(origin: Origin) -> bytes:
    """Return *origin* as it is stored."""
    return json.dumps(asdict(origin), ensure_ascii=False, sort_keys=True).encode()


def from_json(data: bytes) -> Origin:
    """Return the origin that was stored as *data*."""
    known = json.loads(data)
    return Origin(**{**known, "before": tuple(known["before"])})
