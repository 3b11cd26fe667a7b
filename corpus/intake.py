"""Taking texts into the library: the same text twice is one article, a new version takes the place of the old.

Who takes in holds the library's lock. A replacement is written down before it begins, so that the next one who takes
in can finish what a crash interrupted.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from corpus.article import Article, ArticleId, article_id
from corpus.disk import write
from corpus.incoming import Incoming
from corpus.library import Library
from corpus.lock import exclusive
from corpus.origins import Origin, from_json, to_json
from corpus.read import Note, analyse_incoming

LOCK: Final = "LOCK"
UNFINISHED: Final = "unfinished.json"


class Outcome(StrEnum):
    """What became of a text."""

    ADDED = "added"
    KNOWN = "known"
    """Text and metadata are in the library, from here or from elsewhere."""
    CHANGED = "changed"
    """A new version took the place of the old one, or the same text has other metadata now."""
    REMOVED = "removed"
    """It was removed by hand earlier, and is not taken in again unasked."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A text that was taken in."""

    origin: str
    article: ArticleId
    outcome: Outcome
    notes: tuple[Note, ...] = ()


@contextmanager
def intake(library: Library, what: str) -> Iterator[Intake]:
    """Hold the lock of *library* for the work that *what* names, after finishing what a crash left undone.

    Raises:
        QuothError: somebody else holds the lock, or the folder cannot be written.
    """
    with exclusive(library.root / LOCK, what):
        taking = Intake(Library(library.root))
        try:
            taking.finish()
            yield taking
        except OSError as error:
            raise library.unwritable(error) from error


class Intake:
    """Changes one library; see ``intake``."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def take(
        self, incoming: Incoming, *, again: bool = True, etag: str | None = None, modified: str | None = None
    ) -> Taken:
        """Store *incoming*; without *again* what was removed by hand stays removed.

        Raises:
            QuothError, OSError: the library cannot be written.
        """
        identity = article_id(incoming.text)
        known = self.library.origins.get(incoming.origin)
        earlier = known.before if known else ()
        if known and known.article is None and earlier and not again:
            return Taken(incoming.origin, earlier[-1], Outcome.REMOVED)
        leaves = known.article if known and known.article != identity else None
        before = (*earlier, leaves) if leaves else earlier
        origin = Origin(incoming.origin, identity, before, _now(), incoming.told_by, etag, modified)
        article, notes = self._article(incoming, identity, known)
        if leaves:
            self._replace(article, origin, leaves)
            return Taken(incoming.origin, identity, Outcome.CHANGED, notes)
        there = self.library.get(identity) is not None
        stored = article is not None and self.library.add(article)
        self.library.origins.put(origin)
        outcome = Outcome.KNOWN if not stored else Outcome.CHANGED if there else Outcome.ADDED
        return Taken(incoming.origin, identity, outcome, notes)

    def _replace(self, article: Article | None, origin: Origin, leaves: ArticleId) -> None:
        write(self._unfinished, json.dumps({"origin": to_json(origin).decode(), "leaves": leaves}).encode())
        if article is not None:
            self.library.add(article)
        self.finish()

    def _article(
        self, incoming: Incoming, identity: ArticleId, known: Origin | None
    ) -> tuple[Article | None, tuple[Note, ...]]:
        """Return the article to store, None when what is stored stays as it is; reading takes a tenth of a second."""
        stored = self.library.get(identity)
        if stored is None or stored.quoted != incoming.quoted:
            reading = analyse_incoming(incoming)
            return reading.article, reading.notes
        others = [origin for origin in self.library.origins.carriers(identity) if origin.key != incoming.origin]
        foreign = bool(others) and (known is None or known.article != identity)
        return None if foreign or stored.post == incoming.post else replace(stored, post=incoming.post), ()

    def remove(self, identity: ArticleId, *, erase: bool = False) -> None:
        """Take an article out; its origins remember that it was removed.

        Raises:
            QuothError, OSError: the library cannot be written.
        """
        for origin in self.library.origins.carriers(identity):
            self.library.origins.put(replace(origin, article=None, before=(*origin.before, identity)))
        self.library.remove(identity, erase=erase)

    def note_feed(self, key: str, etag: str | None, modified: str | None) -> None:
        """Remember when the feed *key* was read, for the next request."""
        self.library.origins.put(Origin(key, None, seen=_now(), etag=etag, modified=modified))

    def note_skipped(self, source: str, reasons: Mapping[str, int]) -> None:
        """Remember what was left out of *source*, in place of what was left out the last time."""
        self.library.skipped_parts.note(source, reasons)

    def finish(self) -> None:
        """Finish a replacement that was begun; one whose new version never came is given up."""
        try:
            begun = json.loads(self._unfinished.read_bytes())
        except FileNotFoundError:
            return
        origin, leaves = from_json(begun["origin"].encode()), ArticleId(begun["leaves"])
        if origin.article and self.library.get(origin.article) is not None:
            self.library.origins.put(origin)
            if not self.library.origins.carriers(leaves):
                self.library.remove(leaves, replaced_by=origin.article)
        self._unfinished.unlink()

    @property
    def _unfinished(self) -> Path:
        return self.library.root / UNFINISHED


def _now() -> str:
    return f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
