"""Choosing the sentences that answer, and widening them until they can stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from bot.chain import speaker_of
from bot.demand import has_what_is_demanded, is_about_others, unknown_names
from bot.stated import load_head
from corpus.article import Article, Block, SpeechKind
from corpus.blocks import block_sentences
from corpus.library import Library
from index.encoder import Reranker
from index.passage import context, in_context, passage_sentences
from index.search import Hit

RERANKED: Final = 10  # passages that the cross-encoder reads, which is most of the cost of a question
OPENED: Final = 5  # passages whose sentences it reads one by one
AS_GOOD: Final = 4.0  # logits below the best sentence of its passage within which another one belongs to the answer
LONGEST_QUOTE: Final = 4  # sentences
# Log-odds that a passage answers; a fit that `quoth-eval train-stated` prints.
STATED: Final = 1.197  # for each log-odd that the passage with its context states the answer
OTHERS: Final = -0.178  # for each logit that the next best passages have on average: what suits all answers nothing
OFFSET: Final = -0.393
COMPARED: Final = 5  # passages after the best that it is compared with
ALONE: Final = -4.6  # their usual mean, where there is nothing to compare with
PLACE: Final = 0.3  # log-odds for each logit of the passage, where passages are ordered
SENTENCE: Final = 0.2  # the same for the sentence with its context
LESS_GOOD: Final = 0.25  # log-odds for each logit by which a sentence is below the best of its passage
UNKNOWN_NAME: Final = 1.07  # log-odds that a name costs which the article does not know
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
    place: float
    """Log-odds by which candidates are ordered; a conversation may move them."""
    relevance: float
    """Log-odds that the key answers."""
    fits: bool
    """It has what the question demands: the number, the time, the names."""
    similarity: float
    """Cosine of question and passage."""


@dataclass(frozen=True, slots=True)
class _Whole:
    """What is known of a passage before its sentences are told apart."""

    hit: Hit
    article: Article
    place: float
    relevance: float


@dataclass(frozen=True, slots=True)
class Read:
    """A passage that the cross-encoder has read."""

    hit: Hit
    article: Article
    logit: float
    """How well the passage with its context answers."""
    stated: float
    """Log-odds, before anything else is known, that it states the answer."""


def ranked(question: str, hits: Sequence[Hit], library: Library, reranker: Reranker) -> list[Read]:
    """Read the passages of the first *hits* that the library has, and return them in the order of opening."""
    read = [(hit, article) for hit in hits[:RERANKED] if (article := library.get(hit.passage.article))]
    if not read:
        return []
    logits, states = reranker.states(question, [in_context(article, hit.passage) for hit, article in read])
    stated = load_head().log_odds(logits, states)
    found = [
        Read(hit, article, float(logit), float(odds))
        for (hit, article), logit, odds in zip(read, logits, stated, strict=True)
    ]
    # Its best sentence will have about the logit of the passage.
    return sorted(found, key=lambda item: -((PLACE + SENTENCE) * item.logit + item.hit.pull))


def candidates(question: str, read: Sequence[Read], reranker: Reranker) -> list[Candidate]:
    """Return the sentences that may answer of the passages *read*, in their order, most relevant first."""
    opened = [(item, span) for item in read[:OPENED] for span in passage_sentences(item.article, item.hit.passage)]
    if not opened:
        return []
    logits = reranker.logits(question, [in_context(item.article, item.hit.passage, span) for item, span in opened])
    others = [item.logit for item in read[1 : 1 + COMPARED]]
    expected = OFFSET + OTHERS * (fmean(others) if others else ALONE)
    found: list[Candidate] = []
    for item in read[:OPENED]:
        scored = {span: float(logit) for (of, span), logit in zip(opened, logits, strict=True) if of is item}
        found += _of_passage(question, item, expected, scored)
    return sorted(found, key=lambda item: -item.place)


def _of_passage(
    question: str, read: Read, expected: float, scored: Mapping[tuple[int, int], float]
) -> Iterator[Candidate]:
    """Yield the sentences of one passage that answer best, each with its neighbours; no two overlap.

    *expected* is the log-odds that any passage starts from; *scored* are the logits of its sentences.
    """
    strangers = UNKNOWN_NAME * unknown_names(question, _known(read.article, read.hit))
    place = PLACE * read.logit + read.hit.pull - strangers
    whole = _Whole(read.hit, read.article, place, expected + STATED * read.stated - strangers)
    rated = [_rated(question, whole, key, scored) for key in scored]
    taken: list[Candidate] = []
    for item in sorted(rated, key=lambda item: (not item.fits, -item.place)):
        near = not taken or scored[item.key] >= scored[taken[0].key] - AS_GOOD
        if near and all(item.span[1] <= other.span[0] or other.span[1] <= item.span[0] for other in taken):
            taken.append(item)
            yield item


def _rated(question: str, whole: _Whole, key: tuple[int, int], scored: Mapping[tuple[int, int], float]) -> Candidate:
    """Return the sentence *key* with its neighbours."""
    article = whole.article
    span = widen(article, article.block_at(key[0]), key, scored)
    words = article.slice(*span)
    other_party = OTHER_PARTY * is_about_others(question, article.text, words)
    relevance = whole.relevance - LESS_GOOD * (max(scored.values()) - scored[key]) - other_party
    place = whole.place + SENTENCE * scored[key] - other_party
    return Candidate(article, span, key, place, relevance, has_what_is_demanded(question, words), whole.hit.similarity)


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
    logit) nearly as well and not said by somebody else.
    """
    sentences = block_sentences(article.text, block)
    first = last = sentences.index(key)
    said_by = _speaker(article, key)
    as_good = {
        span
        for span, logit in scored.items()
        if logit >= scored[key] - AS_GOOD and (said_by is None or _speaker(article, span) in {None, said_by})
    }
    while (
        first > 0
        and last - first < LONGEST_QUOTE - 2
        and _same_paragraph(article, sentences[first - 1], sentences[first])
    ):
        leans_back = _LEANS_BACK.match(article.text, sentences[first][0])
        if not leans_back and sentences[first - 1] not in as_good:
            break
        first -= 1
    while last + 1 < len(sentences) and last - first < LONGEST_QUOTE - 1:
        following = sentences[last + 1]
        goes_on = following in as_good or (following in scored and _LEANS_BACK.match(article.text, following[0]))
        if not _TURNS_ROUND.match(article.text, following[0]) and not (
            goes_on and _same_paragraph(article, sentences[last], following)
        ):
            break
        last += 1
    return sentences[first][0], sentences[last][1]


def _speaker(article: Article, sentence: tuple[int, int]) -> str | None:
    """Return the name of whose words *sentence* gives, in whichever way; None where nobody named speaks."""
    found = [speaker_of(article.speech, sentence, kind) for kind in SpeechKind]
    return next((speaker.name for speaker in found if speaker), None)


def _same_paragraph(article: Article, before: tuple[int, int], after: tuple[int, int]) -> bool:
    return "\n" not in article.text[before[1] : after[0]]
