"""What must hold for a library and its index, which no single answer shows; each function yields what is broken."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np

from corpus.article import QUOTABLE, Post, Voice, article_id
from corpus.blocks import block_sentences
from corpus.library import Library
from corpus.read import analyse
from eval.invariants import Break
from eval.subject import Subject
from index.build import build
from index.passage import Passage, context

SAMPLED: Final = 60  # passages that are encoded again
SAME: Final = 0.99  # cosine; storing at half precision costs less than .001
SEED: Final = 7
_HOSTILE: Final = (
    "A &amp; B &lt;said&gt; &quot;no&quot;. Caf\u00e9 or cafe\u0301, 🚀 and x\u200by; a\tb? Two  blanks stay."
)
_LONG: Final = "The keeper counted " + "one boat after the other, and then " * 9 + "went home."
PROBE: Final = f"{_HOSTILE}\n{_LONG}"
"""Words that look as if they wanted to be cleaned, and a sentence as long as samples seldom have one."""


def broken_by_build(subject: Subject, folder: Path, *, rebuild: bool) -> Iterator[Break]:
    """Yield what is broken about library and index; with *rebuild* the index is built twice more."""
    yield from _library(subject.library)
    yield from _passages(subject)
    yield from _vectors(subject)
    if rebuild:
        yield from _rebuilt(subject, folder)
    yield from _probe(Subject(Library(folder / "probe"), folder / "probe-index", subject.encoder, subject.reranker))


def _library(library: Library) -> Iterator[Break]:
    for article in library.articles():
        if article_id(article.text) != article.id:
            yield Break("stored texts", f"the text of {article.id[:12]} has changed")
        if "".join(article.text[block.start : block.end] for block in article.blocks) != article.text:
            yield Break("stored texts", f"the blocks of {article.id[:12]} do not tile it")
        listed = " ".join(
            article.text[block.start : block.end] for block in article.blocks if block.voice is Voice.REFERENCE
        )
        numbers = {int(number) for number in re.findall(r"\d+", listed)}
        for reference in article.references:
            for words in (reference.title, reference.publication):
                if words and words not in listed:
                    yield Break("references", f"{words!r} is not in the reference list of {article.id[:12]}")
            year, _, rest = (reference.published or "").partition("-")
            day = rest.partition("-")[2]
            if any(part and int(part) not in numbers for part in (year, day)):
                yield Break("references", f"{reference.published} is not in the reference list of {article.id[:12]}")


def _passages(subject: Subject) -> Iterator[Break]:
    seen: set[Passage] = set()
    for row in range(len(subject.generation.rows)):
        passage = subject.generation.passage(row)
        where = f"{passage.article[:12]} {passage.start}:{passage.end}"
        if passage in seen:
            yield Break("indexed once", f"{where} is in the index twice")
        seen.add(passage)
        article = subject.library.get(passage.article)
        if article is None:
            yield Break("index fits library", f"{where}: its article is not in the library")
            continue
        block = article.block_at(passage.start)
        if block.voice not in QUOTABLE:
            yield Break("indexed voices", f"{where} is {block.voice}")
            continue
        sentences = block_sentences(article.text, block)
        if passage.start not in {start for start, _ in sentences} or passage.end not in {end for _, end in sentences}:
            yield Break("whole sentences", f"{where}: the passage starts or ends inside a sentence")


def _vectors(subject: Subject) -> Iterator[Break]:
    """Encode some passages again."""
    generation = subject.generation
    rows = random.Random(SEED).sample(  # noqa: S311 - draws rows, hides nothing
        range(len(generation.rows)), min(SAMPLED, len(generation.rows))
    )
    for row in sorted(rows):
        passage = generation.passage(row)
        article = subject.library.get(passage.article)
        if article is None:
            continue
        text = f"{context(article, passage)}\n{article.text[passage.start : passage.end]}"
        cosine = float(np.dot(subject.encoder.encode([text])[0], generation.vectors.rows([row])[0]))
        if cosine < SAME:
            yield Break("vectors", f"row {row} is not the vector of its passage (cosine {cosine:.2f})")


def _rebuilt(subject: Subject, folder: Path) -> Iterator[Break]:
    """Index again, and once more from a library that was filled in the opposite order."""
    second = subject.load_multilingual
    if build(subject.library, subject.index, lambda: subject.encoder, _silent, second).changed:
        yield Break("indexed again", "indexing twice changed the index")
    turned = Library(folder / "turned")
    for article in reversed(list(subject.library.articles())):
        turned.add(article)
    other = build(turned, folder / "turned-index", lambda: subject.encoder, _silent, second)
    if other.id != subject.generation.manifest.id:
        yield Break("any order", "the order of the articles changed the index")


def _probe(subject: Subject) -> Iterator[Break]:
    """Store and index the probe, and take it out again."""
    article, _ = analyse(PROBE, Post())
    subject.library.add(article)
    stored = subject.library.get(article.id)
    if stored is None or stored.text != PROBE or stored.slice(0, len(PROBE)) != PROBE:
        yield Break("exactness", "entities, blanks or accents of a stored text have changed")
        return
    build(subject.library, subject.index, lambda: subject.encoder, _silent)
    yield from _passages(subject)


def _silent(_stage: str, _done: int, _total: int, /) -> None:
    """Show nothing."""
