"""What the readers of files, pages, feeds and mails hand on: a text that is not analysed yet, and where it is from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.article import Post, Quotation


@dataclass(frozen=True, slots=True)
class Incoming:
    """A cleaned text with what its source says about it."""

    origin: str
    """What it is known by: the canonical URL, or the absolute path of the file."""
    text: str
    post: Post
    quoted: tuple[Quotation, ...] = ()
    told_by: Mapping[str, str] = field(default_factory=dict)
    """Where each field of *post* came from, as in ``{"author": "json-ld"}``."""
    lines_before: int = 0
    """Lines of the file in front of the text."""
    teaser: bool = False
    """Whether a feed gives only the beginning, and the page itself has the rest."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What one source held."""

    found: tuple[Incoming, ...]
    skipped: Mapping[str, int] = field(default_factory=dict)
    """How many parts were left out, by reason, as in ``{"comment": 12}``."""
