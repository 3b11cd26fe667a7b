"""Questions in one language over the English sentences of XQuAD-R: where the sentence that answers is ranked.

A file is SQuAD's JSON with ``sentence_breaks`` in each paragraph; questions carry the same ids in all languages.
Source: Roy et al., LAReQA, EMNLP 2020.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from bot.engine import LONGEST_QUESTION, Engine
from bot.foreign import rank_score
from corpus.article import Article, Block, Post, Voice, article_id
from corpus.errors import UsageError
from corpus.library import Library
from eval.bm25 import Bm25
from index.encoder import Encoder, Matrix, Vector
from index.generation import Generation
from index.search import Hit
from index.search_multilingual import search_multilingual

POOL: Final = "en"
Scores: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the pool."""

    article: Article
    span: tuple[int, int]

    @property
    def text(self) -> str:
        """Its words."""
        return self.article.slice(*self.span)


@dataclass(frozen=True, slots=True)
class Question:
    """A question with the row of the pool that answers it."""

    text: str
    gold: int


@dataclass(frozen=True, slots=True)
class Pool:
    """The English paragraphs, each an article, and their sentences."""

    articles: tuple[Article, ...]
    sentences: tuple[Sentence, ...]

    def fill(self, library: Library) -> None:
        """Add the paragraphs to *library*."""
        for article in self.articles:
            library.add(article)


def read_pool(folder: Path) -> tuple[Pool, dict[str, int]]:
    """Return the English pool in *folder* and, for each question id, the row of the sentence that answers.

    Raises:
        UsageError: the file is missing or has another form.
    """
    articles: list[Article] = []
    sentences: list[Sentence] = []
    gold: dict[str, int] = {}
    for title, paragraph in _paragraphs(folder, POOL):
        text = paragraph["context"]
        block = Block(0, len(text), Voice.AUTHOR)
        article = Article(article_id(text), text, Post(title=title.replace("_", " ")), (block,), ())
        starts = [start for start, _ in paragraph["sentence_breaks"]]
        for entry in paragraph["qas"]:
            place = bisect_right(starts, entry["answers"][0]["answer_start"]) - 1
            gold[entry["id"]] = len(sentences) + max(0, place)
        articles.append(article)
        sentences += [Sentence(article, (start, end)) for start, end in paragraph["sentence_breaks"]]
    return Pool(tuple(articles), tuple(sentences)), gold


def read_questions(folder: Path, language: str, gold: dict[str, int]) -> list[Question]:
    """Return the questions in *language*.

    Raises:
        UsageError: the file is missing or has another form.
    """
    entries = [entry for _, paragraph in _paragraphs(folder, language) for entry in paragraph["qas"]]
    return [Question(entry["question"], gold[entry["id"]]) for entry in entries if entry["id"] in gold]


def _paragraphs(folder: Path, language: str) -> list[tuple[str, dict[str, Any]]]:
    path = folder / f"{language}.json"
    try:
        record = json.loads(path.read_bytes())
        return [(entry["title"], paragraph) for entry in record["data"] for paragraph in entry["paragraphs"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"cannot read {path} as XQuAD-R: {error}", hint="give the folder of its JSON files") from error


def reciprocal_rank(scores: Scores | Vector, gold: int) -> float:
    """Return 1 / rank of row *gold*; rows with the same score come before it."""
    better = int(np.sum(scores >= scores[gold]))
    return 1 / better


def bm25_ranks(pool: Pool, questions: Sequence[Question]) -> list[float]:
    """Return the reciprocal ranks of plain BM25 over the sentences."""
    bm25 = Bm25([sentence.text for sentence in pool.sentences])
    return [reciprocal_rank(bm25.scores(item.text), item.gold) for item in questions]


def dense_ranks(pool: Matrix, asked: Matrix, questions: Sequence[Question]) -> list[float]:
    """Return the reciprocal ranks of the plain cosine of questions *asked* and sentences of the *pool*."""
    return [reciprocal_rank(pool @ vector, item.gold) for vector, item in zip(asked, questions, strict=True)]


def our_ranks(
    pool: Pool, vectors: Matrix, asked: Matrix, questions: Sequence[Question], generation: Generation
) -> list[float]:
    """Return the reciprocal ranks when every sentence is ordered as the bot orders those of the passages it opens."""
    part = generation.multilingual
    if part is None:
        return []
    ranks = []
    for vector, item in zip(asked, questions, strict=True):
        hits = search_multilingual(generation, part, item.text, vector)
        passages = _passage_scores(pool, hits)
        rows = zip(vectors @ vector, passages, strict=True)
        scores = np.array([rank_score(float(cosine), passage) for cosine, passage in rows])
        ranks.append(reciprocal_rank(scores, item.gold))
    return ranks


def _passage_scores(pool: Pool, hits: Sequence[Hit]) -> list[float]:
    """Return what the search makes of the passage of each sentence; what it did not find is as bad as its last."""
    of_article: dict[str, list[Hit]] = {}
    for hit in hits:
        of_article.setdefault(hit.passage.article, []).append(hit)
    lowest = min(hit.fused for hit in hits)
    scores = []
    for sentence in pool.sentences:
        near = of_article.get(sentence.article.id, ())
        holding = (hit.fused for hit in near if hit.passage.start <= sentence.span[0] < hit.passage.end)
        scores.append(next(holding, lowest))
    return scores


def asked_ranks(engine: Engine, pool: Pool, questions: Sequence[Question]) -> list[float]:
    """Return the reciprocal ranks, among the quotes that a reader is shown, of the one that holds the sentence."""
    ranks = []
    for item in questions:
        gold = pool.sentences[item.gold]
        answer = engine.ask(item.text[:LONGEST_QUESTION])
        shown = answer.quotes or answer.nearest
        places = [place for place, quote in enumerate(shown, 1) if quote.article == gold.article.id]
        right = (place for place in places if shown[place - 1].start <= gold.span[0] < shown[place - 1].end)
        ranks.append(1 / next(right, math.inf))
    return ranks


def encode_all(encoder: Encoder, pool: Pool, questions: Sequence[Question]) -> tuple[Matrix, Matrix]:
    """Return the vectors of the sentences and of the questions, a row each."""
    sentences = encoder.encode([sentence.text for sentence in pool.sentences])
    return sentences, np.stack([encoder.encode_question(item.text) for item in questions])
