"""Lexical ranking: BM25 by tantivy over stemmed English words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

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
        builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
        self._analyzer = builder.filter(tantivy.Filter.stemmer("english")).build()

    def __len__(self) -> int:
        """Return the number of passages."""
        return int(self._searcher.num_docs)

    def holds(self, word: str) -> bool:
        """Tell whether *word*, in any of its forms, occurs in a passage."""
        return all(self._searcher.doc_freq("text", stem) for stem in self._analyzer.analyze(word))

    def best(self, question: str, k: int) -> list[tuple[int, float]]:
        """Return up to *k* (row, BM25 score) pairs that share a word with *question*, best first."""
        # Words only and in lower case: nothing in a question may act as query syntax.
        words = " ".join(dict.fromkeys(WORD.findall(question.lower())))
        if not words:
            return []
        query = self._inner.parse_query(words, ["text"])
        hits = self._with_ties(query, k)
        found = [(int(self._searcher.doc(address)["row"][0]), float(score)) for score, address in hits]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))[:k]

    def _with_ties(self, query: tantivy.Query, k: int) -> list[Any]:
        """Return the best *k* hits and those as good as the last; which of these counts is not tantivy's choice."""
        depth = k + 1
        while True:
            hits = self._searcher.search(query, depth).hits
            if len(hits) < depth or hits[-1][0] < hits[k - 1][0]:
                return list(hits)
            depth *= 2


def write_lexical(texts: Iterable[str], folder: Path) -> None:
    """Index *texts*, row by row, in a new *folder*.

    Raises:
        OSError: it cannot be written.
    """
    folder.mkdir()
    try:
        _fill(texts, folder)
    except ValueError as error:
        raise OSError(f"the lexical index cannot be written: {error}") from error


def _fill(texts: Iterable[str], folder: Path) -> None:
    inner = tantivy.Index(_schema(), path=str(folder))
    writer = inner.writer(heap_size=WRITER_BYTES, num_threads=1)
    for row, text in enumerate(texts):
        writer.add_document(tantivy.Document(text=text, row=row))
    writer.commit()
    writer.wait_merging_threads()


def open_lexical(folder: Path) -> LexicalIndex:
    """Open the index in *folder*."""
    return LexicalIndex(tantivy.Index.open(str(folder)))
