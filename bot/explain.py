"""What each stage of an answer saw, and why a sentence won or was refused."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from bot.answer import Answer
from bot.choose import Candidate
from bot.question_line import only_asks
from bot.verdict import probability
from bot.weighed import Weighed

SHOWN = 60  # characters of a passage in a row


@dataclass(frozen=True, slots=True)
class Explained:
    """An answer with the stages behind it."""

    answer: Answer
    weighed: Weighed
    threshold: float
    """Probability from which a sentence answers."""


def show_explained(found: Explained, console: Console) -> None:
    """Print the stages."""
    console.print(f"question: {found.answer.whole_question}", markup=False)
    console.print(f"language: {found.answer.language}")
    if found.weighed.in_english:
        console.print(f"in English: {found.weighed.in_english}", markup=False)
    console.print(_passages(found))
    console.print(_sentences(found))
    console.print(f"verdict: {found.answer.verdict}")


def _passages(found: Explained) -> Table:
    read = {item.hit.row: item for item in found.weighed.read}
    table = Table(title="Passages, in the order of the search")
    for heading in ("cosine", "BM25", "fused", "states", "words"):
        table.add_column(heading, justify="left" if heading == "words" else "right")
    for hit in found.weighed.hits:
        bm25 = "" if hit.bm25 is None else f"{hit.bm25:.1f}"
        seen = read.get(hit.row)  # None where the article has just been removed
        states = f"{probability(seen.states):.2f}" if seen else ""
        words = _short(seen.article.slice(hit.passage.start, hit.passage.end)) if seen else ""
        table.add_row(f"{hit.similarity:.2f}", bm25, f"{hit.fused:.2f}", states, words)
    return table


def _sentences(found: Explained) -> Table:
    table = Table(title=f"Sentences, best first; they answer from {found.threshold:.2f}")
    for heading in ("probability", "why", "words"):
        table.add_column(heading, justify="right" if heading == "probability" else "left")
    shown = {quote.key for quote in found.answer.quotes}
    for item in found.weighed.found:
        words = item.article.slice(*item.key)
        table.add_row(f"{probability(item.relevance):.2f}", _why(item, found.threshold, shown), _short(words))
    return table


def _why(item: Candidate, threshold: float, shown: AbstractSet[tuple[int, int]]) -> str:
    return ", ".join(_reasons(item, threshold)) or ("shown" if item.key in shown else "answers, beside better ones")


def _reasons(item: Candidate, threshold: float) -> Iterator[str]:
    if only_asks(item.article, item.key):
        yield "only asks"
    elif not item.fits:
        yield "lacks the number or the time asked for"
    if probability(item.relevance) < threshold:
        yield "too unlikely"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"
