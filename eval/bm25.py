"""Plain BM25, the baseline beside our rows; what quoth itself ranks by is :mod:`index.lexical`."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
import tantivy

K1: Final = 0.9
B: Final = 0.4
"""With K1 the values that Anserini and Pyserini use by default."""


class Bm25:
    """Ranks texts by BM25 in Lucene's form, over lower-case stemmed words."""

    def __init__(self, texts: Sequence[str], *, stem: str = "english") -> None:
        builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
        self._analyzer = builder.filter(tantivy.Filter.stemmer(stem)).build()
        counts = [Counter(self._analyzer.analyze(text)) for text in texts]
        lengths = np.array([sum(count.values()) for count in counts], dtype=np.float64)
        self._norm = K1 * (1 - B + B * lengths / max(1.0, lengths.mean()))
        rows: dict[str, list[tuple[int, int]]] = {}
        for row, count in enumerate(counts):
            for word, times in count.items():
                rows.setdefault(word, []).append((row, times))
        self._postings = {word: np.array(found, dtype=np.int64) for word, found in rows.items()}

    def scores(self, question: str) -> npt.NDArray[np.float64]:
        """Return the score of every text, shape ``(number of texts,)``; 0 where no word is shared."""
        total = np.zeros(len(self._norm))
        for word in dict.fromkeys(self._analyzer.analyze(question)):
            found = self._postings.get(word)
            if found is not None:
                rows, times = found[:, 0], found[:, 1]
                rarity = math.log(1 + (len(total) - len(rows) + 0.5) / (len(rows) + 0.5))
                total[rows] += rarity * times / (times + self._norm[rows])
        return total

    def best(self, question: str, k: int) -> list[int]:
        """Return the rows of up to *k* texts that share a word with *question*, best first, equal ones by row."""
        scores = self.scores(question)
        return [int(row) for row in np.argsort(-scores, kind="stable")[:k] if scores[row] > 0]
