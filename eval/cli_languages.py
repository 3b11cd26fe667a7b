"""The command that measures questions in other languages: ``xquad``."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer


def xquad(
    folder: Annotated[Path, typer.Argument(help="XQuAD-R: en.json, and one file for each other language.")],
    language: Annotated[str, typer.Option(help="Language of the questions: the name of its file.")] = "de",
    limit: Annotated[int, typer.Option(help="Questions that are also asked of the bot.")] = 200,
) -> None:
    """Rank the English sentences of XQuAD-R for questions in one language; means with 95 % bootstrap intervals.

    MRR over all sentences of the pool; the last rows: among the quotes that a reader is shown, with the feature and
    without it.
    """
    from rich.console import Console

    from eval.xquad_run import measure, show

    with TemporaryDirectory(prefix="quoth-eval-") as home:
        show(measure(folder, language, Path(home), limit), Console(highlight=False))
