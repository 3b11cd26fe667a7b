"""Asking without a pause while generation after generation is published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from bot.answer import Answer
from bot.engine import Engine
from corpus.errors import QuothError
from corpus.library import Library
from eval.crash import change_library
from index.build import build
from index.encoder import Encoder, Reranker
from index.progress import Progress


@dataclass(frozen=True, slots=True)
class Load:
    """What asking and publishing at the same time came to."""

    published: int
    asked: int
    generations: int
    """Different generations that answered."""
    slowest: float
    """Seconds that the slowest question took."""
    faults: tuple[str, ...]
    """Questions that failed, and answers that mix generations."""


def ask_while_publishing(
    home: Path, models: tuple[Encoder, Reranker], questions: Sequence[str], times: int, progress: Progress
) -> Load:
    """Publish *times* generations below *home*, each with another article, while two threads ask *questions*."""
    library, encoder = Library(home / "library"), models[0]
    engine = Engine(library, home / "index", *models)
    held = {build(library, home / "index", lambda: encoder, progress).id: set(library.ids())}
    answers: list[Answer] = []
    failed: list[str] = []
    stop = Event()
    threads = [Thread(target=_ask, args=(engine, questions, stop, answers, failed)) for _ in range(2)]
    for thread in threads:
        thread.start()
    try:
        for run in range(1, times + 1):
            change_library(home, run)
            held[build(library, home / "index", lambda: encoder, progress).id] = set(library.ids())
            progress("publishing", run, times)
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    mixed = [
        f"{quote.article[:12]} is not in {answer.generation}"
        for answer in answers
        for quote in (*answer.quotes, *answer.nearest)
        if answer.generation not in held or quote.article not in held[answer.generation]
    ]
    generations = len({answer.generation for answer in answers})
    slowest = max(answer.seconds for answer in answers)
    return Load(times, len(answers) + len(failed), generations, slowest, (*failed, *mixed))


def _ask(engine: Engine, questions: Sequence[str], stop: Event, answers: list[Answer], failed: list[str]) -> None:
    while not stop.is_set():
        for question in questions:
            try:
                answers.append(engine.ask(question))
            except (QuothError, OSError, ValueError) as error:
                failed.append(f"{question}: {error}")
