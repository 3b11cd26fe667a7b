"""The command ``quoth-eval``: its commands, and where every expected failure ends."""

from __future__ import annotations

import sys
import traceback
from typing import Final

import typer

from bot.cli_home import write_utf8
from corpus.errors import WRONG_USAGE, QuothError, UsageError
from eval.cli_bench import bench
from eval.cli_cases import drafts, new
from eval.cli_clapnq import clapnq
from eval.cli_follow import canard, inscit
from eval.cli_ingest import crash_add, extraction, feeds
from eval.cli_languages import xquad
from eval.cli_maintain import crash, publish
from eval.cli_news import realtimeqa
from eval.cli_run import baseline, compare, report, run
from eval.cli_spans import spans, train_spans
from eval.cli_speech import speech, train_speech
from eval.cli_stated import train_stated
from eval.cli_sweep import sweep
from eval.cli_words import mutations, who

COULD_NOT_RUN: Final = 2
BAD_SETTINGS: Final = 3

# Commands import what they need inside, so that --help is there at once.

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Measures how good the answers are.\n\n"
    "Exit codes: 0 done or passed, 1 worse, 2 could not run, 3 bad usage or settings.",
)
app.command()(run)
app.command()(compare)
app.command()(report)
app.command()(baseline)
app.command()(new)
app.command()(drafts)
app.command()(bench)
app.command()(mutations)
app.command()(who)
app.command()(crash)
app.command()(publish)
app.command()(extraction)
app.command()(feeds)
app.command("crash-add")(crash_add)
app.command()(inscit)
app.command()(canard)
app.command()(xquad)
app.command()(clapnq)
app.command()(realtimeqa)
app.command()(speech)
app.command("train-speech")(train_speech)
app.command()(sweep)
app.command("train-stated")(train_stated)
app.command("train-spans")(train_spans)
app.command()(spans)


@app.callback()
def _options() -> None:
    pass


def main() -> None:
    """Run the command line; every expected failure becomes one line and an exit code.

    A gate has to tell "worse" from "not measured", so that the codes are others than those of ``quoth``.
    """
    write_utf8()
    try:
        app()
    except QuothError as error:
        typer.echo(f"quoth-eval: {error}" + (f" ({error.hint})" if error.hint else ""), err=True)
        sys.exit(BAD_SETTINGS if isinstance(error, UsageError) else COULD_NOT_RUN)
    except SystemExit as ended:
        sys.exit(BAD_SETTINGS if ended.code == WRONG_USAGE else ended.code)
    except Exception:  # noqa: BLE001 - Python ends with 1, which says that something got worse
        traceback.print_exc()
        sys.exit(COULD_NOT_RUN)
