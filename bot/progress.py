"""A progress bar on stderr for builds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from index.progress import Progress as Step


@contextmanager
def progress_bar() -> Iterator[Step]:
    """Yield a function that draws how far each stage has come; without a terminal it draws nothing."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _stage, _done, _total, /: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        tasks = {}

        def step(stage: str, done: int, total: int, /) -> None:
            if stage not in tasks:
                tasks[stage] = progress.add_task(stage, total=total)
            progress.update(tasks[stage], completed=done, total=total)

        yield step
