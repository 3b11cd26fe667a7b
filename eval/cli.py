"""The command ``quoth-eval``: its commands, and where every expected failure ends."""

from __future__ import annotations

import sys

import typer

from corpus.errors import QuothError
from eval.cli_bench import bench
from eval.cli_follow import canard, inscit
from eval.cli_run import run
from eval.cli_speech import speech, train_speech
from eval.cli_words import mutations, who

# Commands import what they need inside, so that --help is there at once.

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Measures how good the answers are.\n\nExit codes: 0 done, 1 the gate is shut, 2 wrong usage, 3 failed.",
)
app.command()(run)
app.command()(bench)
app.command()(mutations)
app.command()(who)
app.command()(inscit)
app.command()(canard)
app.command()(speech)
app.command("train-speech")(train_speech)


@app.callback()
def _options() -> None:
    pass


def main() -> None:
    """Run the command line; every expected failure becomes one line and an exit code."""
    try:
        app()
    except QuothError as error:
        typer.echo(f"quoth-eval: {error}" + (f" ({error.hint})" if error.hint else ""), err=True)
        sys.exit(error.exit_code)
