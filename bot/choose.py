"""Choosing the sentences that answer, and widening them until they can stand alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.demand import has_what_is_demanded, is_about_others, unknown_names
from corpus.article import Article, Block
from corpus.blocks import block_sentences
from corpus.library import Library
from index.encoder import Reranker
from index.passage import Passage, context
from index.search import Hit

RERANKED: Final = 10  # passages that the cross-encoder reads, which is most of the cost of a question
OPENED: Final = 3  # passages whose sentences it reads one by one
AS_GOOD: Final = 3.0  # logits below the best sentence within which its neighbour belongs to the answer
LONGEST_QUOTE: Final = 4  # sentences
# Log-odds that a quote answers; logistic fit on the ClapNQ development questions, 300 answerable and 300 not.
PASSAGE: Final = 0.28  # for each logit of the passage with its context
SENTENCE: Final = 0.18  # for each logit of the sentence alone
OFFSET: Final = -1.05
UNKNOWN_NAME: Final = 1.07  # that a name costs which the article does not know
OTHER_PARTY: Final = 0.5  # log-odds that a sentence loses when it names none of those asked about
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
    """Log-odds that the key answers."""
    fits: bool
    """It has what the question demands: the number, the time, the names."""
    similarity: float
    """Cosine of question and passage."""
    pull: float = 0.0
    """What a conversation adds to the place among the others, in log-odds."""


def ranked(
    question: str, hits: Sequence[Hit], library: Library, reranker: Reranker
) -> list[tuple[Hit, Article, float]]:
    """Return the passages of the first *hits* that the library has, each with its logit, in the order of opening."""
    read = [(hit, article) for hit in hits[:RERANKED] if (article := library.get(hit.passage.article))]
    texts = [
        f"{context(article, hit.passage)}. {article.slice(hit.passage.start, hit.passage.end)}" for hit, article in read
    ]
    logits = [float(logit) for logit in reranker.logits(question, texts)] if texts else []
    found = [(hit, article, logit) for (hit, article), logit in zip(read, logits, strict=True)]
    return sorted(found, key=lambda item: -((PASSAGE + SENTENCE) * item[2] + item[0].pull))


def candidates(question: str, hits: Sequence[Hit], library: Library, reranker: Reranker) -> list[Candidate]:
    """Return the best sentence of each of the best passages, most relevant first."""
    opened = ranked(question, hits, library, reranker)[:OPENED]
    if not opened:
        return []
    spans = [(row, span) for row, (hit, article, _) in enumerate(opened) for span in _sentences(article, hit.passage)]
    alone = reranker.logits(question, [opened[row][1].slice(*span) for row, span in spans])
    found = []
    for row, (hit, article, logit) in enumerate(opened):
        scored = {span: float(value) for (of, span), value in zip(spans, alone, strict=True) if of == row}
        found.append(_best_sentence(question, hit, article, logit, scored))
    return sorted(found, key=lambda item: -(item.relevance + item.pull))


def _best_sentence(
    question: str, hit: Hit, article: Article, passage: float, scored: Mapping[tuple[int, int], float]
) -> Candidate:
    """Return the sentence of the passage that answers best; *passage* and *scored* are logits."""
    known = _known(article, hit)
    whole = OFFSET + PASSAGE * passage - UNKNOWN_NAME * unknown_names(question, known)
    found = []
    for key, alone in scored.items():
        span = widen(article, article.block_at(key[0]), key, scored)
        words = article.slice(*span)
        other_party = OTHER_PARTY * is_about_others(question, article.text, words)
        relevance = whole + SENTENCE * alone - other_party
        fits = has_what_is_demanded(question, words)
        found.append(Candidate(article, span, key, relevance, fits, hit.similarity, hit.pull))
    return max(found, key=lambda item: (item.fits, item.relevance))


def _sentences(article: Article, passage: Passage) -> list[tuple[int, int]]:
    block = article.block_at(passage.start)
    spans = block_sentences(article.text, block)
    return [span for span in spans if passage.start <= span[0] and span[1] <= passage.end]


def _known(article: Article, hit: Hit) -> str:
    parts = [context(article, hit.passage), article.post.author, article.post.published, article.text]
    for reference in article.references:
        parts += [reference.author, reference.publication, reference.published]
    return " ".join(part for part in parts if part)


def widen(
    article: Article, block: Block, key: tuple[int, int], scored: Mapping[tuple[int, int], float]
) -> tuple[int, int]:
    """Return the span of *key* with the neighbours in *block* that it cannot be read without.

    These are what a sentence leans back on, what turns it round, and in the same paragraph what is *scored* (by
    logit) nearly as well.
    """
    sentences = block_sentences(article.text, block)
    first = last = sentences.index(key)
    near = scored[key] - AS_GOOD
    while (
        first > 0
        and last - first < LONGEST_QUOTE - 2
        and _same_paragraph(article, sentences[first - 1], sentences[first])
    ):
        leans_back = _LEANS_BACK.match(article.text, sentences[first][0])
        if not leans_back and scored.get(sentences[first - 1], near - 1) < near:
            break
        first -= 1
    while last + 1 < len(sentences) and last - first < LONGEST_QUOTE - 1:
        following = sentences[last + 1]
        goes_on = scored.get(following, near - 1) >= near or (
            following in scored and _LEANS_BACK.match(article.text, following[0])
        )
        if not _TURNS_ROUND.match(article.text, following[0]) and not (
            goes_on and _same_paragraph(article, sentences[last], following)
        ):
            break
        last += 1
    return sentences[first][0], sentences[last][1]


def _same_paragraph(article: Article, before: tuple[int, int], after: tuple[int, int]) -> bool:
    return "\n" not in article.text[before[1] : after[0]]
