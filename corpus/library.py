"""The library on disk: immutable texts by content hash, metadata beside them.

``<root>/ab/abcd….txt`` holds the words of an article and is never written again;
``<root>/ab/abcd….json`` holds what is known of it and is written last, so its presence means "complete".
``origins/`` tells where each came from, ``old/`` keeps what was replaced or removed, ``skipped/`` what was left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from corpus.article import Article, ArticleId, article_id
from corpus.disk import write
from corpus.errors import QuothError
from corpus.old import Old
from corpus.origins import Origins
from corpus.read import ANALYSIS_VERSION
from corpus.record import from_record, to_record
from corpus.skipped import Skipped, SkippedParts


class Library:
    """Stored articles below one folder; a missing folder is an empty library."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.old = Old(root / "old")
        self.origins = Origins(root / "origins")
        self.skipped_parts = SkippedParts(root / "skipped")

    def add(self, article: Article) -> bool:
        """Store *article*; False when exactly this text with this metadata is there already.

        Raises:
            QuothError: the folder cannot be written.
        """
        record = to_record(article)
        path = self._path(article.id, "json")
        try:
            if path.is_file() and path.read_bytes() == record:
                return False
            write(self._path(article.id, "txt"), article.text.encode())
            write(path, record)
        except OSError as error:
            raise self.unwritable(error) from error
        return True

    def get(self, identity: ArticleId) -> Article | None:
        """Return the article with this id, None when it is not in the library.

        Raises:
            QuothError: the stored text is not the text that was added.
        """
        try:
            record = json.loads(self._path(identity, "json").read_bytes())
            text = self._path(identity, "txt").read_bytes().decode()
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise _damaged(identity) from error
        if article_id(text) != identity:
            raise _damaged(identity)
        return from_record(identity, text, record)

    def outdated(self, among: Iterable[ArticleId]) -> list[ArticleId]:
        """Return those of *among* that an older version analysed."""
        found = []
        for identity in among:
            with suppress(FileNotFoundError):  # removed meanwhile
                if json.loads(self._path(identity, "json").read_bytes())["analysis"] != ANALYSIS_VERSION:
                    found.append(identity)
        return found

    def refresh(self, among: Iterable[ArticleId]) -> Iterator[tuple[int, int]]:
        """Store again what of *among* is outdated; yield (how many are done, of how many) after each article."""
        outdated = self.outdated(among)
        for done, identity in enumerate(outdated, 1):
            article = self.get(identity)
            if article is not None:
                self.add(article)
            yield done, len(outdated)

    def records(self, among: Iterable[ArticleId] | None = None) -> dict[ArticleId, str]:
        """Return the hash of each article's record: with the id, which is the hash of the text, all that counts."""
        found: dict[ArticleId, str] = {}
        for identity in self.ids() if among is None else among:
            with suppress(FileNotFoundError):  # removed meanwhile
                found[identity] = sha256(self._path(identity, "json").read_bytes()).hexdigest()
        return found

    def ids(self) -> tuple[ArticleId, ...]:
        """Return the ids of all complete articles, sorted."""
        return tuple(ArticleId(path.stem) for path in sorted(self.root.glob("??/*.json")))

    def articles(self) -> Iterator[Article]:
        """Yield all articles in the order of their ids."""
        for identity in self.ids():
            article = self.get(identity)
            if article is not None:
                yield article

    def find(self, prefix: str) -> ArticleId:
        """Return the one id that starts with *prefix*.

        Raises:
            QuothError: none or several do.
        """
        found = [identity for identity in self.ids() if identity.startswith(prefix)] if prefix else []
        if len(found) != 1:
            raise QuothError(
                f"{len(found) or 'no'} articles have an id that starts with {prefix!r}", hint="see the ids: quoth list"
            )
        return found[0]

    def remove(self, identity: ArticleId, replaced_by: ArticleId | None = None, *, erase: bool = False) -> None:
        """Take the article out; what it was stays for permalinks, unless *erase* says that only this is kept.

        Raises:
            QuothError: the folder cannot be written.
        """
        try:
            self.old.keep(self, identity, replaced_by, erase=erase)
            # The metadata goes first: without it the article is not there.
            self._path(identity, "json").unlink(missing_ok=True)
            self._path(identity, "txt").unlink(missing_ok=True)
        except OSError as error:
            raise self.unwritable(error) from error

    def stored(self, identity: ArticleId) -> tuple[bytes | None, bytes | None]:
        """Return text and record as they are on disk; None for what is not there."""
        found = []
        for suffix in ("txt", "json"):
            path = self._path(identity, suffix)
            found.append(path.read_bytes() if path.is_file() else None)
        return found[0], found[1]

    def skipped(self) -> tuple[Skipped, ...]:
        """Return what was left out when articles were added, by source and reason."""
        return self.skipped_parts.all()

    def unwritable(self, error: OSError) -> QuothError:
        """Return the error for a library that cannot be written."""
        return QuothError(
            f"cannot write to the library {self.root}: {error.strerror or error}",
            hint="free some space, or choose a folder you may write to: --home DIR or QUOTH_HOME",
        )

    def _path(self, identity: ArticleId, suffix: str) -> Path:
        return self.root / identity[:2] / f"{identity}.{suffix}"


def digest_of(records: Mapping[ArticleId, str]) -> str:
    """Return a hash of all that an index of these *records* depends on, the method of analysis too."""
    state = sha256(f"analysis {ANALYSIS_VERSION}\n".encode())
    for identity, record in sorted(records.items()):
        state.update(f"{identity} {record}\n".encode())
    return state.hexdigest()


def _damaged(identity: ArticleId) -> QuothError:
    return QuothError(
        f"article {identity[:12]} in the library is damaged",
        hint=f"take it out and add it again: quoth remove {identity[:12]}",
    )
