"""Killing ``quoth add`` at random moments, to see whether the library stays whole and the next run finishes."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus.library import Library

POSTS: Final = 12
LONGEST: Final = 120.0  # seconds for one run
TEXT: Final = "Ship {number} came to the quay of Brae on day {day}, and nobody asked why it was late."
COMMAND: Final = "import sys; from bot.cli import main; sys.argv[0] = 'quoth'; main()"


@dataclass(frozen=True, slots=True)
class Killed:
    """What one interrupted run left."""

    interrupted: bool
    """False when it was done before it could be interrupted."""
    amiss: tuple[str, ...]


def kill_often(folder: Path, runs: int, seed: int) -> Iterator[Killed]:
    """Change half of the posts before each run, kill it at a random moment, look, and let the next run finish."""
    chance = random.Random(seed)  # noqa: S311  the moment of a crash is no secret
    posts, home = folder / "posts", folder / "home"
    posts.mkdir(parents=True)
    command = [sys.executable, "-c", COMMAND, "--home", str(home), "add", str(posts)]
    _write(posts, 0, range(POSTS))
    began = time.monotonic()
    subprocess.run(command, check=True, capture_output=True, timeout=LONGEST)  # noqa: S603  our own command
    longest = time.monotonic() - began
    for day in range(1, runs + 1):
        before = _texts(posts)
        _write(posts, day, chance.sample(range(POSTS), POSTS // 2))
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:  # noqa: S603
            try:
                process.wait(chance.uniform(0.3 * longest, longest))
            except subprocess.TimeoutExpired:
                process.kill()
        interrupted = process.returncode != 0
        amiss = [*_look(home, before | _texts(posts))]
        done = subprocess.run(command, check=False, capture_output=True, timeout=LONGEST, text=True)  # noqa: S603
        if done.returncode != 0:
            amiss.append(f"the next run fails: {done.stderr.strip()[-200:]}")
        library = Library(home / "library")
        if _stored(library) != _texts(posts):
            amiss.append("after the next run the library does not hold the posts as they are")
        yield Killed(interrupted, tuple(amiss))


def fill_often(folder: Path, disk: Path, runs: int) -> Iterator[Killed]:
    """Add to a home on a small *disk* until it is full: one line each time, and what is there can be read."""
    posts, home = folder / "posts", disk / "home"
    posts.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-c", COMMAND, "--home", str(home), "add", str(posts)]
    possible: set[str] = set()
    for day in range(1, runs + 1):
        _write(posts, day, range(POSTS), times=150 * day)
        possible |= _texts(posts)
        done = subprocess.run(command, check=False, capture_output=True, timeout=LONGEST, text=True)  # noqa: S603
        amiss = [*_look(home, possible)]
        if done.returncode not in {0, 3} or "Traceback" in done.stderr:
            amiss.append(f"ended with {done.returncode}: {done.stderr.strip()[-200:]}")
        yield Killed(done.returncode == 3, tuple(amiss))
    shutil.rmtree(home, ignore_errors=True)


def _write(posts: Path, day: int, numbers: Iterable[int], times: int = 1) -> None:
    for number in numbers:
        (posts / f"{number}.txt").write_text("\n".join([TEXT.format(number=number, day=day)] * times))


def _texts(posts: Path) -> set[str]:
    return {path.read_text() for path in posts.glob("*.txt")}


def _stored(library: Library) -> set[str]:
    return {article.text for article in library.articles()}


def _look(home: Path, possible: set[str]) -> Iterator[str]:
    """Yield what is wrong with the library: an article that cannot be read, or that never was one of *possible*."""
    library = Library(home / "library")
    for identity in library.ids():
        article = library.get(identity)
        if article is None or article.text not in possible:
            yield f"{identity[:12]} is no version of a post"
