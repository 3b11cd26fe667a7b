"""Articles that left the library: replaced by a new version, or removed. Permalinks still find them, answers do not."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.article import Article, ArticleId
from corpus.disk import write
from corpus.record import from_record

if TYPE_CHECKING:
    from corpus.library import Library


@dataclass(frozen=True, slots=True)
class Left:
    """An article that left."""

    id: ArticleId
    since: str
    """ISO 8601, UTC."""
    replaced_by: ArticleId | None
    """The new version, None when it was removed."""
    article: Article | None
    """As it was; None when its text was erased."""


class Old:
    """What left the library, below ``<library>/old``."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def keep(
        self, library: Library, identity: ArticleId, replaced_by: ArticleId | None, *, erase: bool = False
    ) -> None:
        """Keep what *library* has of the article, which is about to leave it; *erase* keeps only that it was there.

        Raises:
            OSError: it cannot be written.
        """
        text, record = library.stored(identity)
        if text is not None and not erase:
            write(self._path(identity, "txt"), text)
        left = {
            "since": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
            "replaced_by": replaced_by,
            "record": None if erase or record is None else json.loads(record),
        }
        write(self._path(identity, "json"), json.dumps(left, ensure_ascii=False, sort_keys=True).encode())

    def get(self, identity: ArticleId) -> Left | None:
        """Return what is known of an article that left, None when none with this id did."""
        try:
            left = json.loads(self._path(identity, "json").read_bytes())
        except FileNotFoundError:
            return None
        article = None
        if left["record"] is not None:
            article = from_record(identity, self._path(identity, "txt").read_bytes().decode(), left["record"])
        return Left(identity, left["since"], left["replaced_by"], article)

    def ids(self) -> tuple[ArticleId, ...]:
        """Return the ids of all articles that left, sorted."""
        return tuple(ArticleId(path.stem) for path in sorted(self._root.glob("??/*.json")))

    def _path(self, identity: ArticleId, suffix: str) -> Path:
        return self._root / identity[:2] / f"{identity}.{suffix}"
