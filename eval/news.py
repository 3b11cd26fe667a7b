"""A collection of news articles and questions on them, as files of JSON lines, plain or gzipped."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.article import Post, article_id
from corpus.clean import clean
from corpus.dates import iso_date
from corpus.errors import QuothError
from corpus.library import Library
from corpus.read import analyse


def add_news(path: Path, library: Library) -> None:
    """Add the articles of *path* that *library* does not have: ``title``, ``text``, ``url``, ``publish_date``.

    Raises:
        QuothError: the file cannot be read.
    """
    for record in records(path):
        text = clean(str(record.get("text") or ""))
        if text.strip() and library.get(article_id(text)) is None:
            published = iso_date(str(record.get("publish_date") or "").replace("/", "-"))
            library.add(analyse(text, Post(title=record.get("title"), url=record.get("url"), published=published))[0])


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of *path*.

    Raises:
        QuothError: the file cannot be read.
    """
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rt", encoding="utf-8") as file:
            yield from map(json.loads, file)
    except (OSError, ValueError) as error:
        raise QuothError(f"cannot read {path}", hint="name a file of JSON lines") from error
