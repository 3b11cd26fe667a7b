"""Commands for who-said-what: ``speech`` and ``train-speech``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def speech(
    folder: Annotated[Path, typer.Argument(help="One part of PolNeAR, with text/ and attributions/ in it.")],
    *,
    misses: Annotated[bool, typer.Option("--misses", help="Print the direct speech that got a wrong speaker.")] = False,
) -> None:
    """Measure who-said-what on PolNeAR.

    Exact: a span counts when both ends are the annotators'. Direct speech: what stands in quotation marks and overlaps
    an annotated content; found when ours overlaps it. Mention: of those found that have a source, ours overlaps it.
    Name: of those whose source holds a person's name, we show one, and it shares a word with the source.
    """
    from eval.speech_score import score_speech

    found = score_speech(folder)
    for role, counts in found.exact.items():
        typer.echo(f"{role}: exact F1 {counts.f1 or 0:.3f}")
    typer.echo(f"direct speech: F1 {found.direct.f1 or 0:.3f} of {found.direct.gold}")
    typer.echo(f"mention right: {found.mention.right} of {found.mention.gold}, {found.mention.predicted} given")
    typer.echo(f"name right: {found.name.right} of {found.name.predicted} shown, {found.name.gold} named")
    typer.echo(f"{found.articles / found.seconds:.1f} articles a second")
    for line in found.wrong if misses else ():
        typer.echo(line)


def train_speech(
    folder: Annotated[Path, typer.Argument(help="The training part of PolNeAR.")],
    base: Annotated[Path, typer.Argument(help="Folder of the encoder all-MiniLM-L6-v2 to start from.")],
    out: Annotated[Path, typer.Argument(help="Folder for model.onnx and tokenizer.json.")],
) -> None:
    """Train the tagger that finds speech; needs the dependency group "train"."""
    from bot.progress import progress_bar
    from eval.train_speech import train

    with progress_bar() as step:
        train(folder, base, out, step)
