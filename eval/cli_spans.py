"""The commands around the layers that find the words which answer: ``train-spans`` and ``spans``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

_SQUAD = typer.Argument(help="SQuAD 1.1: its train-v1.1.json.")


def train_spans(
    squad: Annotated[Path, _SQUAD],
    out: Annotated[Path, typer.Argument(help="File for the layers, span_reader.onnx.")],
    questions: Annotated[int | None, typer.Option(help="Draw so many questions from the file.")] = None,
) -> None:
    """Train the layers that find the words which answer; on a GPU, where there is one.

    Needs the dependency group "train" and the extra "offline".
    """
    from bot.progress import progress_bar
    from eval.squad import span_examples
    from eval.train_spans import train
    from index.models import reranker_file

    with progress_bar() as step:
        train(list(span_examples(squad, held_out=False, questions=questions)), reranker_file(), out, step)


def spans(squad: Annotated[Path, _SQUAD]) -> None:
    """Measure the layers that find the words which answer, on articles that they were not trained on."""
    from bot.progress import progress_bar
    from eval.measure_spans import measure
    from eval.squad import span_examples
    from index.models import reranker_file

    with progress_bar() as step:
        found = measure(list(span_examples(squad, held_out=True)), reranker_file(), step)
    typer.echo(f"passages that answer, told from the nearest that do not: AUROC {found.told:.3f}")
    typer.echo(f"answers whose first word is found: {found.started:.3f} of {found.answers}")
