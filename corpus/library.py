"""The library on disk: immutable texts by content hash, metadata beside them.

``<root>/ab/abcd….txt`` holds the words of an article and is never written again;
``<root>/ab/abcd….json`` holds what is known of it and is written last, so its presence means "complete".
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from corpus.article import Article, ArticleId, Block, Post, Reference, Speech, SpeechKind, Voice, article_id
from corpus.errors import QuothError
from corpus.read import ANALYSIS_VERSION, analyse


class Library:
    """Stored articles below one folder; a missing folder is an empty library."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def add(self, article: Article) -> bool:
        """Store *article*; False when exactly this text with this metadata is there already.

        Raises:
            QuothError: the folder cannot be written.
        """
        record = _record(article)
        path = self._path(article.id, "json")
        try:
            if path.is_file() and path.read_bytes() == record:
                return False
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(self._path(article.id, "txt"), article.text.encode())
            _write(path, record)
        except OSError as error:
            raise QuothError(
                f"cannot write to the library {self.root}: {error.strerror}",
                hint="choose a folder you may write to: --home DIR or QUOTH_HOME",
            ) from error
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
        return _article(identity, text, record)

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

    def remove(self, identity: ArticleId) -> None:
        """Take the article out of the library; the metadata goes first."""
        self._path(identity, "json").unlink(missing_ok=True)
        self._path(identity, "txt").unlink(missing_ok=True)

    def _path(self, identity: ArticleId, suffix: str) -> Path:
        return self.root / identity[:2] / f"{identity}.{suffix}"


def digest_of(records: Mapping[ArticleId, str]) -> str:
    """Return a hash of all that an index of these *records* depends on, the method of analysis too."""
    state = sha256(f"analysis {ANALYSIS_VERSION}\n".encode())
    for identity, record in sorted(records.items()):
        state.update(f"{identity} {record}\n".encode())
    return state.hexdigest()


def _record(article: Article) -> bytes:
    known = {key: value for key, value in asdict(article).items() if key not in {"id", "text"}}
    return json.dumps({"analysis": ANALYSIS_VERSION, **known}, ensure_ascii=False, sort_keys=True).encode()


def _article(identity: ArticleId, text: str, record: dict[str, Any]) -> Article:
    post = Post(**{**record["post"], "tags": tuple(record["post"]["tags"])})
    if record["analysis"] != ANALYSIS_VERSION:
        return analyse(text, post)[0]
    return Article(
        id=identity,
        text=text,
        post=post,
        blocks=tuple(
            Block(item["start"], item["end"], Voice(item["voice"]), tuple(item["references"]))
            for item in record["blocks"]
        ),
        references=tuple(Reference(**item) for item in record["references"]),
        speech=tuple(
            Speech(
                **{
                    **item,
                    "kind": SpeechKind(item["kind"]),
                    "mention": None if item["mention"] is None else (item["mention"][0], item["mention"][1]),
                }
            )
            for item in record["speech"]
        ),
    )


def _write(path: Path, data: bytes) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.write_bytes(data)
    temporary.replace(path)


def _damaged(identity: ArticleId) -> QuothError:
    return QuothError(
        f"article {identity[:12]} in the library is damaged",
        hint=f"take it out and add it again: quoth remove {identity[:12]}",
    )
