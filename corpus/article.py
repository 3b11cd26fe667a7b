"""The values everything else is made of: article, span, block, reference, speech.

Offsets are Unicode code points of ``Article.text``, start included, end excluded.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import NewType

ArticleId = NewType("ArticleId", str)
"""SHA-256 of the article's text (UTF-8), 64 lower-case hexadecimal digits."""


def article_id(text: str) -> ArticleId:
    """Return the id of an article with this *text*."""
    return ArticleId(sha256(text.encode()).hexdigest())


class Voice(StrEnum):
    """Who speaks in a block, or why nobody does."""

    PRESS = "press"
    """Words of the cited source."""
    AUTHOR = "author"
    """The post's own words."""
    HEADING = "heading"
    """A short heading line; context for what follows, never quoted."""
    REFERENCE = "reference"
    """A line of the reference list."""
    FURNITURE = "furniture"
    """Page boilerplate: stored, never indexed, never quoted."""


QUOTABLE = frozenset({Voice.PRESS, Voice.AUTHOR})


@dataclass(frozen=True, slots=True)
class Block:
    """A span of one article with one voice; the blocks of an article tile its text."""

    start: int
    end: int
    voice: Voice
    references: tuple[int, ...] = ()
    """Positions in ``Article.references`` of what this block quotes; empty when not given."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The bibliographic record that a mark ``[n]`` points to, or that the markup of a quotation names."""

    mark: str
    """The number as the author wrote it, without brackets; empty for a source that only the markup names."""
    author: str | None = None
    title: str | None = None
    publication: str | None = None
    published: str | None = None
    """ISO date, ``2025-09-04``, ``2025-09`` or ``2025``."""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch [start, end) that markup sets apart as quoted: ``blockquote`` in HTML, ``>`` in Markdown and mail."""

    start: int
    end: int
    source: Reference | None = None
    """What the markup names as the source; None when it names none."""


class SpeechKind(StrEnum):
    """How somebody's words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class Speech:
    """A span inside a block that is somebody's words."""

    start: int
    end: int
    kind: SpeechKind
    speaker: str | None
    """Resolved name; None when the article does not name the speaker."""
    mention: tuple[int, int] | None
    """Where the speaker is named, or None."""
    described_as: str | None = None
    """The article's own words beside the name, such as an office held."""


@dataclass(frozen=True, slots=True)
class Post:
    """What is known of the post that carries the text; None where nothing is known."""

    title: str | None = None
    author: str | None = None
    published: str | None = None
    """ISO date."""
    url: str | None = None
    language: str | None = None
    """ISO 639-1 code."""
    tags: tuple[str, ...] = ()
    sample: bool = False
    """True for the sample library that ships with the package."""


@dataclass(frozen=True, slots=True)
class Article:
    """One immutable stored text with its metadata and what was read out of it."""

    id: ArticleId
    text: str
    post: Post
    blocks: tuple[Block, ...]
    references: tuple[Reference, ...]
    speech: tuple[Speech, ...] = ()
    quoted: tuple[Quotation, ...] = ()
    """What markup said is quoted, in order; the blocks have it in them, and are made anew from it."""

    def slice(self, start: int, end: int) -> str:
        """Return the words at [start, end); the one door from a span to words.

        Raises:
            ValueError: the span is empty, reversed or outside the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"span {start}:{end} is not inside the {len(self.text)} characters of {self.id[:12]}")
        return self.text[start:end]

    def block_at(self, position: int) -> Block:
        """Return the block that holds the character at *position*.

        Raises:
            ValueError: no character is there.
        """
        for block in self.blocks:
            if block.start <= position < block.end:
                return block
        raise ValueError(f"no character at {position} in {self.id[:12]}")
