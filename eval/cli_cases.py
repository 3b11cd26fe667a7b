"""Commands that help to write cases: ``new`` and ``drafts``."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Annotated

import typer

_HOME = Annotated[Path | None, typer.Option(help="The home with the library; else QUOTH_HOME.")]


def new(
    cases: Annotated[Path, typer.Argument(help="File of cases to write to; what is in it stays.")],
    home: _HOME = None,
) -> None:
    """Write cases for your own articles: it shows a sentence, you type the question that it answers.

    An empty line leaves the sentence out, a full stop or Ctrl-D ends. Each fourth question is one that your articles
    should not answer, so that refusing is measured too.
    """
    from bot.settings import read_settings
    from corpus.errors import QuothError
    from corpus.library import Library
    from eval.cases import read_cases
    from eval.drafts import written

    library = Library(read_settings(os.environ, home).library)
    if not library.ids():
        raise QuothError(f"the library {library.root} is empty", hint="add articles: quoth add PATH")
    first = len(read_cases(cases)) + 1 if cases.is_file() and cases.stat().st_size else 1
    count = 0
    with cases.open("a") as file:
        for record in written(library, _typed, first):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
            file.flush()
            count += 1
    typer.echo(f"{count} cases written to {cases}; measure: quoth-eval run --home HOME --cases {cases}")


def _typed(words: str) -> str:
    try:
        return str(typer.prompt(f"\n{words}", default="", show_default=False))
    except typer.Abort:  # the end of what is typed
        return "."


def drafts(
    judgments: Annotated[Path, typer.Argument(help="What `quoth feedback --json` printed.")],
    home: _HOME = None,
) -> None:
    """Print a draft of a case for each judgment of a reader, one JSON object a line.

    A draft of a right answer is a whole case; in the others fill in what is empty or "?" before you measure with them.
    """
    from bot.settings import read_settings
    from corpus.library import Library
    from eval.drafts import draft, read_judgments

    library = Library(read_settings(os.environ, home).library)
    for record in read_judgments(judgments):
        typer.echo(json.dumps(draft(record, library), ensure_ascii=False))
