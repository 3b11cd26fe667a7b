"""How long and how large: adding, indexing and asking a file of news articles."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Final

from bot.engine import Engine
from corpus.errors import UsageError
from corpus.library import Library
from eval.news import add_news, records
from index.build import build
from index.models import load_encoder, load_reranker
from index.progress import Progress

FEWEST: Final = 2  # questions of which a percentile can be told


@dataclass(frozen=True, slots=True)
class Measured:
    """What a benchmark came to; times in seconds, sizes in bytes."""

    articles: int
    passages: int
    adding: float
    indexing: float
    peak_memory: int
    library_size: int
    index_size: int
    median: float
    p95: float
    encoding: float
    """Median over the questions of what the encoder took."""
    reading: float
    """Median over the questions of what the cross-encoder took."""
    questions: int


class _Watch:
    """Passes on what a model is asked, and adds up in ``seconds`` how long it takes."""

    def __init__(self, inner: Any) -> None:
        self._inner, self.seconds = inner, 0.0

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)
        return partial(self._timed, found) if callable(found) else found

    def _timed(self, call: Callable[..., object], *given: object) -> object:
        began = time.perf_counter()
        try:
            return call(*given)
        finally:
            self.seconds += time.perf_counter() - began


def measure(articles: Path, questions: Path, home: Path, limit: int, progress: Progress) -> Measured:
    """Add and index *articles* below *home* and ask the first *limit* of *questions*, all in this process.

    Both are files of JSON lines (``.gz`` too): ``title``, ``text``, ``url``, ``publish_date``; ``question_sentence``.

    Raises:
        QuothError: a file cannot be read, or holds fewer than ``FEWEST`` questions.
    """
    library = Library(home / "library")
    adding = _seconds(lambda: add_news(articles, library))
    encoder = load_encoder()
    built = []
    indexing = _seconds(lambda: built.append(build(library, home / "index", lambda: encoder, progress)))
    watched, reading = _Watch(encoder), _Watch(load_reranker())
    engine = Engine(library, home / "index", watched, reading)
    asked = [str(record["question_sentence"]) for record in records(questions)][:limit]
    if len(asked) < FEWEST:
        message = f"{questions} holds {len(asked)} questions; {FEWEST} are needed"
        raise UsageError(message)
    engine.ask(asked[0])  # opens the index and warms the models
    times, encoder_times, reader_times = [], [], []
    for question in asked:
        watched.seconds = reading.seconds = 0.0
        times.append(engine.ask(question).seconds)
        encoder_times.append(watched.seconds)
        reader_times.append(reading.seconds)
    return Measured(
        articles=built[0].articles,
        passages=built[0].passages,
        adding=adding,
        indexing=indexing,
        peak_memory=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        library_size=_size(home / "library"),
        index_size=_size(home / "index"),
        median=median(times),
        p95=quantiles(times, n=20)[-1],
        encoding=median(encoder_times),
        reading=median(reader_times),
        questions=len(times),
    )


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
