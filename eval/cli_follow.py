"""Commands that measure follow-up questions: ``inscit`` and ``canard``."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer


def inscit(
    file: Annotated[Path, typer.Argument(help="A part of INSCIT: dev.json.")],
    keep: Annotated[
        Path | None, typer.Option(help="Keep library and index in this folder, and use what is there.")
    ] = None,
) -> None:
    """Rank all passages of the file for every question of its conversations; 95 % bootstrap intervals."""
    from bot.progress import progress_bar
    from eval.inscit import measure_inscit

    with TemporaryDirectory(prefix="quoth-eval-") as folder, progress_bar() as step:
        rows = measure_inscit(file, keep or Path(folder), step)
    typer.echo(f"{'':48} {'n':>4}  {'Hit@1':20} MRR")
    for row in rows:
        typer.echo(str(row))


def canard(file: Annotated[Path, typer.Argument(help="A part of CANARD: dev.json.")]) -> None:
    """Compare follow-up questions made whole with what people made of them, word by word."""
    from eval.canard import measure_canard

    found = measure_canard(file)
    typer.echo(f"{found.questions} follow-ups to which people added words")
    typer.echo(f"words added by people that we add: {found.right} of {found.missing}; names: ", nl=False)
    typer.echo(f"{found.names_right} of {found.names}")
    typer.echo(f"words added by us that people add: {found.right} of {found.added}")
    typer.echo(f"complete questions changed: {found.complete_changed} of {found.complete}")
