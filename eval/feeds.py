"""Counting what feeds bring: every entry is read as an article or left out for a reason, none is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus.errors import QuothError
from corpus.feed import read_feed

ENTRY: Final = re.compile(rb"<(?:\w+:)?(?:entry|item)[\s>]")
COMMENT: Final = re.compile(rb"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Counted:
    """What one feed brought."""

    name: str
    there: int
    """Entries in its XML, counted without a feed reader."""
    found: int
    skipped: dict[str, int]
    error: str | None = None

    @property
    def right(self) -> bool:
        """Whether every entry is accounted for; comments of an export lie inside entries."""
        inside = self.skipped.get("comment", 0) if self.there < self.found + sum(self.skipped.values()) else 0
        return self.error is None and self.there == self.found + sum(self.skipped.values()) - inside


def count_feeds(folder: Path) -> Iterator[Counted]:
    """Read every ``*.xml`` below *folder*.

    Raises:
        QuothError: there is none.
    """
    files = sorted(folder.rglob("*.xml"))
    if not files:
        raise QuothError(f"{folder} holds no *.xml", hint="name a folder with feeds in it")
    for file in files:
        data = file.read_bytes()
        there = len(ENTRY.findall(COMMENT.sub(b"", data)))
        try:
            batch = read_feed(data, name=file.name, url=None)
        except QuothError as error:
            yield Counted(file.name, there, 0, {}, str(error))
            continue
        yield Counted(file.name, there, len(batch.found), dict(batch.skipped))
