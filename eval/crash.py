"""Killing the indexer, and letting it run out of disk, to see what is left for readers and for the next run."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Protocol

from bot.check import Check, State
from bot.doctor_index import check_generation, check_index
from bot.doctor_library import check_library
from corpus.article import Post
from corpus.errors import DONE, FAILED, QuothError
from corpus.library import Library
from corpus.read import analyse
from index.generation import current_id, open_current
from index.publish import LOCK
from index.terms import KEEP

POLL: Final = 0.002  # seconds between two looks at the lock
PATIENCE: Final = 120.0  # seconds for one run of the indexer
EXPECTED: Final = (DONE, FAILED)  # exit codes; any other is a traceback


class Process(Protocol):
    """A running indexer, as multiprocessing gives it."""

    @property
    def exitcode(self) -> int | None:
        """None while it runs, negative when it was killed."""

    def kill(self) -> None:
        """End it by SIGKILL."""

    def join(self, timeout: float | None = None) -> None:
        """Wait for its end."""


@dataclass(frozen=True, slots=True)
class Indexer:
    """The indexer of one home: the one that dies and the one that finishes."""

    home: Path
    start: Callable[[], Process]
    """Starts the indexer as a process of its own."""
    ask: Callable[[], str]
    """Opens the home anew, asks, and returns the generation that answered."""
    finish: Callable[[], str]
    """Indexes to the end and returns the generation that serves then."""

    @property
    def index(self) -> Path:
        """Folder of the generations."""
        return self.home / "index"


@dataclass(frozen=True, slots=True)
class Crash:
    """What one interrupted run left."""

    interrupted: bool
    """False when the indexer was done before it could be interrupted."""
    answered_from_new: bool
    to_do: tuple[str, ...]
    """What the doctor named, before the next run."""
    faults: tuple[str, ...]
    """What must not be."""


def kill_often(indexer: Indexer, runs: int, chance: random.Random) -> Iterator[Crash]:
    """Kill the indexer at *runs* moments, every second one after it has begun to work, and look what is left."""
    change_library(indexer.home, 0)
    began = time.perf_counter()
    indexer.start().join(PATIENCE)
    whole = time.perf_counter() - began
    for run in range(1, runs + 1):
        change_library(indexer.home, run)
        old = current_id(indexer.index)
        process = indexer.start()
        if run % 2:
            _until_it_works(indexer.index / f"{LOCK}.holder", process)
        time.sleep(chance.uniform(0, whole))
        process.kill()
        process.join(PATIENCE)
        yield _look(indexer, old, interrupted=process.exitcode != DONE)


def fill_often(indexer: Indexer, runs: int, chance: random.Random) -> Iterator[Crash]:
    """Let the indexer run *runs* times on a disk that is nearly full, and look what is left; for a small disk only."""
    size = sum(path.stat().st_size for path in indexer.index.rglob("*") if path.is_file())
    for run in range(1, runs + 1):
        change_library(indexer.home, run)
        old = current_id(indexer.index)
        with _filled(indexer.home, chance.randrange(size)):
            process = indexer.start()
            process.join(PATIENCE)
            full = _look(indexer, old, interrupted=process.exitcode != DONE, finish=False)
        after = _look(indexer, old, interrupted=False)
        faults = () if process.exitcode in EXPECTED else (f"the indexer ended with {process.exitcode}",)
        yield replace(full, faults=(*full.faults, *after.faults, *faults))


def change_library(home: Path, run: int) -> None:
    """Give the library another article than the run before."""
    library = Library(home / "library")
    for number in (run - 1, run):
        text = f"Lighthouse number {number} was lit on Monday. Its keeper has {number} lamps."
        article, _ = analyse(text, Post(title=f"Lighthouse {number}"))
        if number == run:
            library.add(article)
        else:
            library.remove(article.id)


def _until_it_works(note: Path, process: Process) -> None:
    before = note.stat().st_mtime_ns
    while process.exitcode is None and note.stat().st_mtime_ns == before:
        time.sleep(POLL)


@contextmanager
def _filled(folder: Path, left: int) -> Iterator[None]:
    """Leave about *left* bytes free on the disk of *folder*."""
    room = os.statvfs(folder)
    filler = folder / "filler"
    filler.write_bytes(bytes(max(0, room.f_bavail * room.f_frsize - left)))
    try:
        yield
    finally:
        filler.unlink()


def _look(indexer: Indexer, old: str | None, *, interrupted: bool, finish: bool = True) -> Crash:
    faults, to_do, served = [], [], None
    try:
        served = indexer.ask()
        for check in _examine(indexer):
            if check.state is State.BROKEN or (check.state is State.TO_DO and not check.remedy):
                faults.append(f"{check.name}: {check.message}")
            elif check.state is State.TO_DO:
                to_do.append(check.name)
        new = indexer.finish() if finish else current_id(indexer.index)
        if served not in {old, new}:
            faults.append(f"{served} answered, which is neither {old} nor {new}")
        if finish:
            faults += [f"after the next run: {check.message}" for check in _examine(indexer) if check.remedy]
    except QuothError as error:
        faults.append(str(error))
    return Crash(interrupted, served not in {old, None}, tuple(to_do), tuple(faults))


def _examine(indexer: Indexer) -> list[Check]:
    library = Library(indexer.home / "library")
    found = list(check_library(library, lambda _stage, _done, _total, /: None))
    found += check_generation(open_current(indexer.index), library)
    return [*found, *check_index(indexer.index, KEEP)]
