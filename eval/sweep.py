"""The choices behind an answer, changed one at a time over the development cases of the sample library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from bot.choose import FUSED, RERANKED
from bot.stated import load_heads
from corpus.article import Article
from corpus.language import ENGLISH
from corpus.library import Library
from eval.bm25 import Bm25
from eval.cases import read_cases
from eval.gold import Place, located
from index.encoder import Encoder, Matrix, Parted, Reranker
from index.models import ENCODER
from index.passage import TOKEN_BUDGET, Passage, in_context, passage_sentences, passages
from index.progress import Progress
from index.search import DEPTH, fuse
from index.tokens import token_counter

DENSE: Final = "dense"
LEXICAL: Final = "lexical"
BOTH: Final = "both, fused"
FIVE: Final = 5


@dataclass(frozen=True, slots=True)
class Way:
    """How passages are made, found and read."""

    encoder: str = ENCODER
    budget: int = TOKEN_BUDGET
    ranking: str = BOTH
    read: int = RERANKED
    """Passages that the cross-encoder reads; 0: the order of the search is kept."""
    context: bool = True
    """Whether titles and headings go before the words."""


WAYS: Final = (
    Way(),
    Way(encoder="sentence-transformers/all-MiniLM-L6-v2"),
    Way(budget=TOKEN_BUDGET // 2),
    Way(budget=TOKEN_BUDGET * 2),
    Way(ranking=DENSE),
    Way(ranking=LEXICAL),
    Way(read=0),
    Way(read=3),
    Way(read=10),
    Way(read=20),
    Way(context=False),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one case."""

    first: bool
    """Whether the first passage holds gold words."""
    five: bool
    """Whether one of the first five does."""
    sentence: bool | None
    """Whether the best sentence of the first passage does; None where no sentences are judged."""


@dataclass(frozen=True, slots=True)
class Trial:
    """Articles cut into passages and encoded in one way, and what reads them."""

    way: Way
    encoder: Encoder
    reranker: Reranker
    pieces: tuple[tuple[Article, Passage, Parted], ...]
    vectors: Matrix
    lexical: Bm25

    def outcome(self, question: str, places: Sequence[Place]) -> Outcome:
        """Return what becomes of *question*, whose gold words are at *places*."""
        ranked = self._ranked(question)
        if not self.way.read:
            held = [self._holds(row, places) for row, _ in ranked[:FIVE]]
            return Outcome(any(held[:1]), any(held), None)
        first = ranked[: self.way.read]
        judged = load_heads().judge(question, [self.pieces[row][2] for row, _ in first], self.reranker)
        order = sorted(range(len(first)), key=lambda at: -(judged[at].states + FUSED * first[at][1]))
        held = [self._holds(first[at][0], places) for at in order[:FIVE]]
        best = int(np.argmax(judged[order[0]].sentences))
        return Outcome(any(held[:1]), any(held), self._holds(first[order[0]][0], places, best))

    def _ranked(self, question: str) -> list[tuple[int, float]]:
        cosines = self.vectors @ self.encoder.encode_question(question)
        dense = np.argsort(-cosines, kind="stable")[:DEPTH].tolist() if self.way.ranking != LEXICAL else []
        scores = self.lexical.scores(question)
        lexical = self.lexical.best(question, DEPTH) if self.way.ranking != DENSE else []
        floor = float(cosines[dense[-1]]) if dense else 0.0
        return fuse(
            {row: float(cosines[row]) if dense else 0.0 for row in (*dense, *lexical)},
            {row: float(scores[row]) for row in lexical},
            floor,
        )

    def _holds(self, row: int, places: Sequence[Place], sentence: int | None = None) -> bool:
        """Tell whether a passage, or one of its sentences, shares a character with gold words."""
        article, passage, _ = self.pieces[row]
        start, end = passage.start, passage.end
        if sentence is not None:
            start, end = passage_sentences(article, passage)[sentence]
        return any(place.article.id == article.id and start < place.end and place.start < end for place in places)


def prepare(library: Library, encoder: Encoder, reranker: Reranker, way: Way) -> Trial:
    """Cut and encode the articles of *library* as *way* says."""
    count = token_counter()
    pieces = tuple(
        (article, passage, in_context(article, passage) if way.context else _bare(article, passage))
        for article in library.articles()
        for passage in passages(article, count, way.budget)
    )
    texts = [text.text for _, _, text in pieces]
    return Trial(way, encoder, reranker, pieces, encoder.encode(texts), Bm25(texts))


def _bare(article: Article, passage: Passage) -> Parted:
    sentences = passage_sentences(article, passage)
    parts = tuple((start - passage.start, end - passage.start) for start, end in sentences)
    return Parted(article.slice(passage.start, passage.end), parts)


def outcomes(trial: Trial, library: Library, progress: Progress) -> Iterator[Outcome]:
    """Yield what becomes of each English development case with gold words and without a conversation."""
    cases = [case for case in read_cases() if case.part == "dev" and case.gold and not case.after]
    english = located([case for case in cases if case.language == ENGLISH], library)
    for done, (case, places) in enumerate(english, 1):
        yield trial.outcome(case.question, places)
        progress("asking", done, len(english))
