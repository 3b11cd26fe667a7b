"""ClapNQ: which sentences of a passage answer a question, and whether any does.

Rosenthal et al.: CLAPnq, TACL 2025. Each record has a question and one passage, with the sentences that people chose,
none where the passage does not answer.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.choose import candidates, ranked
from bot.verdict import probability
from corpus.article import Article
from corpus.clean import clean
from corpus.errors import QuothError
from corpus.library import Library
from eval.bm25 import Bm25
from eval.plain_article import plain_article
from index.encoder import Encoder, Reranker
from index.passage import Passage, context, in_context
from index.progress import Progress
from index.search import Hit

TOP = 3  # sentences that the plain rankings choose


@dataclass(frozen=True, slots=True)
class Record:
    """A question over one passage."""

    question: str
    article: Article
    sentences: tuple[tuple[int, int], ...]
    gold: frozenset[int]
    """Positions of the sentences that answer; empty where none does."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What was made of one record."""

    gold: frozenset[int]
    bm25: frozenset[int]
    dense: frozenset[int]
    ours: frozenset[int]
    probability: float
    """That the passage answers, 0..1."""


def read_clapnq(folder: Path) -> list[Record]:
    """Read the files ``*answerable.jsonl`` below *folder*.

    Raises:
        QuothError: there are none, or one has another form.
    """
    files = sorted(folder.rglob("clapnq_*answerable.jsonl"))
    if not files:
        raise QuothError(f"{folder} holds no ClapNQ", hint="name the folder with annotated_data in it")
    try:
        return [_record(json.loads(line)) for file in files for line in file.read_text().splitlines()]
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise QuothError(f"a file in {folder} is not of ClapNQ", hint="name the folder as it was published") from error


def _record(record: dict[str, object]) -> Record:
    passage = record["passages"][0]  # type: ignore[index]
    words = [clean(sentence) for sentence in passage["sentences"]]
    chosen = [clean(sentence) for sentence in record["output"][0]["selected_sentences"]]  # type: ignore[index]
    text = "\n".join(words)
    ends = np.cumsum([len(sentence) + 1 for sentence in words]).tolist()
    spans = tuple((end - len(sentence) - 1, end - 1) for sentence, end in zip(words, ends, strict=True))
    gold = frozenset(row for row, sentence in enumerate(words) if any(_same(sentence, other) for other in chosen))
    return Record(str(record["input"]), plain_article(text, passage["title"]), spans, gold)


def _same(sentence: str, chosen: str) -> bool:
    return bool(chosen) and (chosen in sentence or sentence in chosen)


def judge_all(
    records: Sequence[Record], library: Library, encoder: Encoder, reranker: Reranker, progress: Progress
) -> Iterator[Judged]:
    """Yield what is made of each of *records*; their articles have to be in *library*."""
    for done, record in enumerate(records, 1):
        yield _judged(record, library, encoder, reranker)
        progress("asking", done, len(records))


def _judged(record: Record, library: Library, encoder: Encoder, reranker: Reranker) -> Judged:
    article, vector = record.article, encoder.encode_question(record.question)
    passage = Passage(article.id, 0, len(article.text))
    whole = encoder.encode([f"{context(article, passage)}\n{article.text}"])[0]
    words = [article.slice(*span) for span in record.sentences]
    cosines = encoder.encode(words) @ vector
    hit = Hit(passage, float(whole @ vector), None, 0.0, 0)
    found = candidates(record.question, ranked(record.question, [hit], library, reranker, in_context))
    shown = [item.span for item in found]
    return Judged(
        record.gold,
        frozenset(Bm25(words).best(record.question, TOP)),
        frozenset(int(row) for row in np.argsort(-cosines, kind="stable")[:TOP]),
        frozenset(row for row, span in enumerate(record.sentences) if any(_overlap(span, one) for one in shown)),
        max((probability(item.relevance) for item in found), default=0.0),
    )


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def choice(found: Sequence[tuple[frozenset[int], frozenset[int]]]) -> tuple[float, float, float] | None:
    """Return mean precision, mean recall and their harmonic mean of (gold, chosen) pairs; None without gold."""
    pairs = [(gold, chosen) for gold, chosen in found if gold]
    if not pairs:
        return None
    precision = float(np.mean([len(gold & chosen) / len(chosen) if chosen else 0.0 for gold, chosen in pairs]))
    recall = float(np.mean([len(gold & chosen) / len(gold) for gold, chosen in pairs]))
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def auroc(positive: Sequence[float], negative: Sequence[float]) -> float | None:
    """Return the probability that a positive scores above a negative, ties half; None when one side is empty."""
    if not positive or not negative:
        return None
    below = np.asarray(positive)[:, None] - np.asarray(negative)[None, :]
    return float((below > 0).mean() + 0.5 * (below == 0).mean())


def answered_at(share: float, positive: Sequence[float], negative: Sequence[float]) -> float | None:
    """Return the share of negatives above the threshold that *share* of the positives pass; None without either."""
    if not positive or not negative:
        return None
    threshold = np.quantile(positive, 1 - share)
    return float((np.asarray(negative) >= threshold).mean())
