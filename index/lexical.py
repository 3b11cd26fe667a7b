"""Lexical ranking: BM25 by tantivy over stemmed English words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import tantivy

WRITER_BYTES = 64_000_000  # holds 100,000 passages, so that a build writes one segment
WORD = re.compile(r"[^\W_]+")  # as the tokenizer cuts; what it would cut again, the query parser takes for a phrase


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", tokenizer_name="en_stem", index_option="freq")
    builder.add_integer_field("row", stored=True, fast=True)
    return builder.build()


class LexicalIndex:
    """Passages by row; scores are BM25 sums, comparable within one question only."""

    def __init__(self, inner: tantivy.Index) -> None:
        self._inner = inner
        self._searcher = inner.searcher()

    def best(self, question: str, k: int) -> list[tuple[int, float]]:
        """Return up to *k* (row, BM25 score) pairs that share a word with *question*, best first."""
        # Words only and in lower case: nothing in a question may act as query syntax.
        words = " ".join(dict.fromkeys(WORD.findall(question.lower())))
        if not words:
            return []
        query = self._inner.parse_query(words, ["text"])
        hits = self._searcher.search(query, k).hits
        found = [(int(self._searcher.doc(address)["row"][0]), float(score)) for score, address in hits]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))


def write_lexical(texts: Iterable[str], folder: Path) -> None:
    """Index *texts*, row by row, in a new *folder*."""
    folder.mkdir()
    inner = tantivy.Index(_schema(), path=str(folder))
    writer = inner.writer(heap_size=WRITER_BYTES, num_threads=1)
    for row, text in enumerate(texts):
        writer.add_document(tantivy.Document(text=text, row=row))
    writer.commit()
    writer.wait_merging_threads()


def open_lexical(folder: Path) -> LexicalIndex:
    """Open the index in *folder*."""
    return LexicalIndex(tantivy.Index.open(str(folder)))
