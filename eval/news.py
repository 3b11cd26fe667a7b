"""A collection of news articles and questions on them, as files of JSON lines, plain or gzipped."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from corpus.article import Post, article_id
from corpus.clean import clean
from corpus.dates import iso_date
from corpus.errors import QuothError
from corpus.library import Library
from corpus.read import analyse

NO_ANSWER: Final = re.compile(r"none of|all of", re.IGNORECASE)  # choices that stand for others


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


def answer_of(record: Mapping[str, Any]) -> str | None:
    """Return the folded words of the right choice of a question, None where no passage can hold them."""
    choices: Sequence[str] = record["choices"]
    number = str(record["answer"][0])
    answer = choices[int(number)] if number.isdecimal() and int(number) < len(choices) else ""
    return None if not answer or NO_ANSWER.search(answer) else folded_words(answer)


def folded_words(text: str) -> str:
    """Return the words of *text* in lower case, with blanks round each, so that words are found as whole words."""
    return " ".join(("", *re.findall(r"\w+", text.lower()), ""))


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
