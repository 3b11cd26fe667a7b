"""The command that trains the layers that find the words which answer: ``train-spans``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

QUESTIONS: Final = 30_000


def train_spans(
    squad: Annotated[Path, typer.Argument(help="SQuAD 1.1: its train-v1.1.json.")],
    out: Annotated[Path, typer.Argument(help="File for the layers, span_reader.onnx.")],
    questions: Annotated[int, typer.Option(help="Questions that are drawn from the file.")] = QUESTIONS,
) -> None:
    """Train the layers that find the words which answer; needs the dependency group "train" and the extra "offline"."""
    from bot.progress import progress_bar
    from eval.squad import span_examples
    from eval.train_spans import train
    from index.models import reranker_file

    with progress_bar() as step:
        train(list(span_examples(squad, questions)), reranker_file(), out, step)
