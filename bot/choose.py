"""Choosing the sentences that answer, and widening them until they can stand alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.demand import has_what_is_demanded, names_are_known
from corpus.article import Article, Block
from corpus.blocks import quotable_span
from corpus.library import Library
from corpus.sentences import sentence_spans
from index.encoder import Reranker
from index.passage import context
from index.search import Hit

RERANKED: Final = 16  # passages that the cross-encoder reads
OPENED: Final = 5  # passages whose sentences it reads one by one
_LEANS_BACK: Final = re.compile(
    r"[“\"«„]?(?:But|However|Yet|Still|And|So|Instead|Nor|Or|Therefore|Thus|Then|Also|Otherwise|Nevertheless|Nonetheless|"
    r"Moreover|Furthermore|That|This|These|Those|It|They|He|She|His|Her|Their|Its|Such|Both|Neither)\b"
)
_TURNS_ROUND: Final = re.compile(r"[“\"«„]?(?:But|However|Yet|Nevertheless|Nonetheless|Even so|Still,|Instead)\b")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer, with its neighbours that have to come along."""

    article: Article
    span: tuple[int, int]
    key: tuple[int, int]
    relevance: float
    """Mean logit of the sentence alone and of its passage; unbounded."""
    fits: bool
    """It has what the question demands: the number, the time, the names."""
    similarity: float
    """Cosine of question and passage, 0 when only words found it."""


def candidates(question: str, hits: Sequence[Hit], library: Library, reranker: Reranker) -> list[Candidate]:
    """Return the best sentence of each of the best passages, most relevant first."""
    opened = [(hit, article) for hit in hits[:RERANKED] if (article := library.get(hit.passage.article))]
    if not opened:
        return []
    texts = [article.slice(hit.passage.start, hit.passage.end) for hit, article in opened]
    logits = reranker.logits(question, texts)
    best = sorted(range(len(opened)), key=lambda row: (-float(logits[row]), row))[:OPENED]
    spans = [
        (row, span)
        for row in best
        for span in sentence_spans(opened[row][1].text, opened[row][0].passage.start, opened[row][0].passage.end)
    ]
    alone = reranker.logits(question, [opened[row][1].slice(*span) for row, span in spans])
    found = [
        _candidate(question, *opened[row], span, (float(value) + float(logits[row])) / 2)
        for (row, span), value in zip(spans, alone, strict=True)
    ]
    return sorted(_best_of_each_passage(found, [row for row, _ in spans]), key=lambda item: -item.relevance)


def _best_of_each_passage(found: Sequence[Candidate], rows: Sequence[int]) -> list[Candidate]:
    best: dict[int, Candidate] = {}
    for row, candidate in zip(rows, found, strict=True):
        current = best.get(row)
        if current is None or (candidate.fits, candidate.relevance) > (current.fits, current.relevance):
            best[row] = candidate
    return list(best.values())


def _candidate(question: str, hit: Hit, article: Article, key: tuple[int, int], relevance: float) -> Candidate:
    span = widen(article, article.block_at(key[0]), key)
    known = f"{context(article, hit.passage)} {article.post.author} {article.text}"
    for reference in article.references:
        known += f" {reference.author} {reference.publication} {reference.published}"
    fits = has_what_is_demanded(question, article.slice(*span)) and names_are_known(question, known)
    return Candidate(article, span, key, relevance, fits, hit.similarity or 0.0)


def widen(article: Article, block: Block, key: tuple[int, int]) -> tuple[int, int]:
    """Return the span of *key* with the neighbours in *block* that it cannot be read without."""
    start, end = quotable_span(article.text, block)
    sentences = sentence_spans(article.text, start, end)
    first = last = sentences.index(key)
    while (
        first > 0
        and last - first < 2
        and _LEANS_BACK.match(article.text, sentences[first][0])
        and _same_paragraph(article, sentences[first - 1], sentences[first])
    ):
        first -= 1
    if last + 1 < len(sentences) and _TURNS_ROUND.match(article.text, sentences[last + 1][0]):
        last += 1
    return sentences[first][0], sentences[last][1]


def _same_paragraph(article: Article, before: tuple[int, int], after: tuple[int, int]) -> bool:
    return "\n" not in article.text[before[1] : after[0]]
