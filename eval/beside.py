"""Other systems on the same library and questions, in one table with ours.

Each refuses below the score that serves it best on the development cases. None of them names a voice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Final, TypeAlias

from bot.answer import Verdict
from eval.bm25 import Bm25
from eval.bootstrap import Interval, interval
from eval.cases import Case
from eval.gold import Place
from eval.metrics import METRICS, interval_of_metric
from eval.row import Row
from eval.subject import Subject

SHOWN: Final = 3
HEADLINE: Final = ("exactness", "right@1", "right@3", "voice", "any refusal: recall", "right")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that a system shows for a question."""

    text: str
    score: float
    """Higher is better; comparable between questions."""


Ask: TypeAlias = Callable[[str], list[Piece]]
"""Return up to ``SHOWN`` pieces for a question, best first."""


@dataclass(frozen=True, slots=True)
class Beside:
    """One row of the table."""

    name: str
    setting: str
    values: Mapping[str, Interval | None]
    """By name of ``HEADLINE``; None where the system has no such thing."""


def ours(rows: Sequence[Row]) -> Beside:
    """Return the row of quoth itself."""
    return Beside("quoth", "as shipped", {name: interval_of_metric(METRICS[name], rows) for name in HEADLINE})


def others(cases: Sequence[tuple[Case, Sequence[Place]]], subject: Subject) -> list[Beside]:
    """Return the rows of the others on *cases*; one that is not installed says so and has no values."""
    from eval.beside_langchain import langchain_faiss
    from eval.beside_verbatim import verbatim_core

    texts = [article.text for article in subject.library.articles()]
    asked_for = [(case, [place.article.text[place.start : place.end] for place in found]) for case, found in cases]
    nothing: dict[str, Interval | None] = dict.fromkeys(HEADLINE)
    found = [
        _scored("BM25 alone", "plain BM25, our passages", bm25_alone(subject), asked_for, texts),
        _scored("dense alone", "our encoder, our passages", dense_alone(subject), asked_for, texts),
    ]
    third_parties = (
        ("verbatim-core", "verbatim_core", verbatim_core),
        ("LangChain with FAISS", "langchain_community", langchain_faiss),
    )
    for name, package, make in third_parties:
        if find_spec(package) is None:
            found.append(Beside(name, "not installed", nothing))
        else:
            setting, ask = make(subject)
            found.append(_scored(name, setting, ask, asked_for, texts))
    return found


def bm25_alone(subject: Subject) -> Ask:
    """Return the passages by plain BM25, which knows no titles."""
    generation = subject.generation
    texts = [piece.text for piece in _pieces(subject, [(row, 0.0) for row in range(len(generation.rows))])]
    ranking = Bm25(texts)

    def ask(question: str) -> list[Piece]:
        scores = ranking.scores(question)
        return [Piece(texts[row], float(scores[row])) for row in ranking.best(question, SHOWN)]

    return ask


def dense_alone(subject: Subject) -> Ask:
    """Return the passages by cosine."""

    def ask(question: str) -> list[Piece]:
        vector = subject.encoder.encode_question(question)
        return _pieces(subject, subject.generation.vectors.nearest(vector, SHOWN))

    return ask


def _pieces(subject: Subject, ranked: Sequence[tuple[int, float]]) -> list[Piece]:
    found = []
    for row, score in ranked:
        passage = subject.generation.passage(row)
        article = subject.library.get(passage.article)
        if article is not None:
            found.append(Piece(article.slice(passage.start, passage.end), score))
    return found


def _scored(name: str, setting: str, ask: Ask, asked_for: Sequence[tuple[Case, list[str]]], texts: list[str]) -> Beside:
    cases, golds = [case for case, _ in asked_for], [gold for _, gold in asked_for]
    asked = [ask(case.question) for case in cases]
    limit = best_limit([row for row, case in enumerate(cases) if case.part == "dev"] or range(len(cases)), asked, golds)
    shown = [[piece.text for piece in found if piece.score >= limit] for found in asked]
    first: list[float] = []
    third: list[float] = []
    refused: list[float] = []
    right: list[float] = []
    exact: list[float] = []
    for case, pieces, gold in zip(cases, shown, golds, strict=True):
        exact += [float(any(piece in text for text in texts)) for piece in pieces]
        right.append(_right(pieces, gold))
        if gold:
            first.append(float(any(words in piece for piece in pieces[:1] for words in gold)))
            third.append(float(any(words in piece for piece in pieces[:SHOWN] for words in gold)))
        if case.verdict is not Verdict.ANSWERED:
            refused.append(float(not pieces))
    lists: tuple[list[float], ...] = (exact, first, third, [], refused, right)
    values = {key: interval(found) for key, found in zip(HEADLINE, lists, strict=True)}
    return Beside(name, f"{setting}; refuses below {limit:.2f}; names no voice", values)


def best_limit(rows: Sequence[int], asked: Sequence[Sequence[Piece]], golds: Sequence[Sequence[str]]) -> float:
    """Return the score below which refusing makes most of *rows* right; the lowest of equal ones."""
    limits = sorted({0.0, *(asked[row][0].score + 1e-9 for row in rows if asked[row])})

    def share(limit: float) -> float:
        return sum(_right([piece.text for piece in asked[row] if piece.score >= limit], golds[row]) for row in rows)

    return max(limits, key=lambda limit: (share(limit), -limit))


def _right(pieces: Sequence[str], gold: Sequence[str]) -> float:
    return float(any(words in piece for piece in pieces[:1] for words in gold) if gold else not pieces)
