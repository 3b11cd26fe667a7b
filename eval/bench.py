"""How long and how large: adding, indexing and asking a file of news articles."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from bot.engine import Engine
from corpus.library import Library
from eval.news import add_news, records
from index.build import build
from index.models import load_encoder, load_reranker
from index.progress import Progress


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
    questions: int


def measure(articles: Path, questions: Path, home: Path, limit: int, progress: Progress) -> Measured:
    """Add and index *articles* below *home* and ask the first *limit* of *questions*, all in this process.

    Both are files of JSON lines (``.gz`` too): ``title``, ``text``, ``url``, ``publish_date``; ``question_sentence``.

    Raises:
        QuothError: a file cannot be read.
    """
    library = Library(home / "library")
    adding = _seconds(lambda: add_news(articles, library))
    encoder = load_encoder()
    built = []
    indexing = _seconds(lambda: built.append(build(library, home / "index", lambda: encoder, progress)))
    engine = Engine(library, home / "index", encoder, load_reranker())
    asked = [str(record["question_sentence"]) for record in records(questions)][:limit]
    engine.ask(asked[0])
    times = [engine.ask(question).seconds for question in asked]
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
        questions=len(times),
    )


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
