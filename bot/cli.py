"""The command ``quoth``: its commands, and where every expected failure ends."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from typing import Annotated

import typer

from bot.cli_add import add, watch
from bot.cli_ask import ask, who
from bot.cli_home import complain, home_option, write_utf8
from bot.cli_index import index, rollback
from bot.cli_library import list_articles, remove, show
from bot.cli_seeing import doctor, stats
from bot.cli_serve import feedback, serve
from corpus.errors import DONE, FAILED, QuothError

# Commands import what they need inside, so that --help is there at once.

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Answers questions from a corpus of articles word for word, and says whose words they are.\n\n"
    "Exit codes: 0 done or answered, 1 nothing found, 2 wrong usage or settings, 3 failed.",
)
app.command()(ask)
app.command()(who)
app.command()(add)
app.add_typer(watch, name="watch")
app.command()(remove)
app.command("list")(list_articles)
app.command()(show)
app.command()(index)
app.command()(rollback)
app.command()(stats)
app.command()(doctor)
app.command()(serve)
app.command()(feedback)


@app.callback()
def _options(
    home: Annotated[
        Path | None, typer.Option(help="Folder of library and index; else QUOTH_HOME, else the user data folder.")
    ] = None,
) -> None:
    home_option.set(home)


def main() -> None:
    """Run the command line; every expected failure becomes one line and an exit code, any other a traceback and 3."""
    write_utf8()
    try:
        app()
    except QuothError as error:
        complain(error)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(DONE)
    except Exception:  # noqa: BLE001 - Python ends with 1, which says that nothing was found
        traceback.print_exc()
        sys.exit(FAILED)
