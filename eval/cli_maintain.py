"""Commands that hurt the index: ``crash`` and ``publish``."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from corpus.errors import NOTHING_FOUND


def crash(
    runs: Annotated[int, typer.Option(help="How often the indexer is interrupted.")] = 200,
    seed: Annotated[int, typer.Option(help="Of the moments.")] = 1,
    small_disk: Annotated[
        Path | None, typer.Option(help="A folder on a small disk that is filled up, instead of killing the indexer.")
    ] = None,
) -> None:
    """Interrupt quoth index at random moments over the sample library; exit code 1 when something is amiss after it."""
    from random import Random

    from bot.progress import progress_bar
    from eval.crash import fill_often, kill_often
    from eval.sample_home import sample_indexer

    interrupt = fill_often if small_disk else kill_often
    with TemporaryDirectory(prefix="quoth-eval-", dir=small_disk) as folder, progress_bar() as step:
        found = []
        for item in interrupt(sample_indexer(Path(folder), step), runs, Random(seed)):  # noqa: S311
            found.append(item)
            step("interrupting", len(found), runs)
    told = sum(bool(item.to_do) for item in found)
    typer.echo(f"{len(found)} runs, {sum(item.interrupted for item in found)} interrupted")
    typer.echo(f"answered from the old generation {sum(not item.answered_from_new for item in found)} times, else new")
    typer.echo(f"the doctor was content {len(found) - told} times and named what to do {told} times")
    faults = [fault for item in found for fault in item.faults]
    for fault in faults:
        typer.echo(f"amiss: {fault}")
    typer.echo(f"amiss: {len(faults)}")
    if faults:
        raise typer.Exit(NOTHING_FOUND)


def publish(times: Annotated[int, typer.Option(help="Generations to publish.")] = 50) -> None:
    """Ask without a pause while generations are published; exit code 1 when a question fails or an answer mixes two."""
    from bot.progress import progress_bar
    from eval.hash_encoder import HashEncoder
    from eval.publishing import ask_while_publishing
    from eval.sample_home import sample_indexer
    from index.models import load_reranker

    questions = ("Who keeps the lighthouse?", "When does the toll begin?")
    with TemporaryDirectory(prefix="quoth-eval-") as folder, progress_bar() as step:
        sample_indexer(Path(folder), step)
        found = ask_while_publishing(Path(folder), (HashEncoder(), load_reranker()), questions, times, step)
    typer.echo(f"{found.published} generations published, {found.asked} questions asked meanwhile")
    typer.echo(f"{found.generations} generations answered; the slowest question took {found.slowest:.1f} s")
    for fault in found.faults:
        typer.echo(f"amiss: {fault}")
    typer.echo(f"amiss: {len(found.faults)}")
    if found.faults:
        raise typer.Exit(NOTHING_FOUND)
