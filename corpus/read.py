"""Reading a post: from bytes to an article with blocks, references and speech."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from corpus.article import Article, Post, Quotation, article_id
from corpus.blocks import split_blocks
from corpus.clean import clean
from corpus.decode import decode
from corpus.errors import QuothError
from corpus.frontmatter import split_front_matter
from corpus.incoming import Incoming
from corpus.quoted_lines import read_quoted_lines
from corpus.speech import find_speech

TEXT: Final = frozenset({".txt", ".md", ".markdown"})
"""Endings of files that hold one post each, in text or Markdown."""

ANALYSIS_VERSION: Final = 13


@dataclass(frozen=True, slots=True)
class Note:
    """Something that reading had to assume."""

    line: int
    """In the file, from 1."""
    assumed: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An article and what had to be assumed about it."""

    article: Article
    notes: tuple[Note, ...]


def read_post(data: bytes, *, name: str) -> Reading:
    """Read one post in plain text or Markdown; *name* is what messages call it.

    Raises:
        QuothError: the bytes are no such post.
    """
    return analyse_incoming(read_text(decode(data, name), name=name))


def read_text(source: str, *, name: str) -> Incoming:
    """Read one post in plain text or Markdown up to, but without, the analysis; *name* is also its origin.

    Raises:
        QuothError: there is no text, or the front matter is wrong.
    """
    post, body, skipped = split_front_matter(clean(source), name)
    leading = len(body) - len(body.lstrip("\n"))
    text, quoted = read_quoted_lines(body.strip("\n"))
    if not text.strip():
        raise QuothError(f"{name} has no text", hint="there is nothing to add")
    fields = ("title", "author", "published", "url", "language")
    told_by = {field: "front matter" for field in fields if getattr(post, field)}
    return Incoming(name, text, post, quoted, told_by, skipped + leading)


def analyse_incoming(incoming: Incoming) -> Reading:
    """Return the article that *incoming* is; the lines of its notes count in the file."""
    article, notes = analyse(incoming.text, incoming.post, incoming.quoted)
    return Reading(article, tuple(Note(note.line + incoming.lines_before, note.assumed) for note in notes))


def analyse(text: str, post: Post, quoted: tuple[Quotation, ...] = ()) -> tuple[Article, tuple[Note, ...]]:
    """Read blocks, references and speech out of a cleaned *text*; lines of the notes count in *text*.

    *quoted* is what markup, which the text no longer holds, set apart as quotations.
    """
    parsed = split_blocks(text, quoted)
    speech = find_speech(text, parsed.blocks)
    article = Article(article_id(text), text, post, parsed.blocks, parsed.references, speech, quoted)
    return article, tuple(Note(text.count("\n", 0, doubt.position) + 1, doubt.assumed) for doubt in parsed.doubts)
