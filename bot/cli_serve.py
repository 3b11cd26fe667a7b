"""Commands around the Telegram bot: ``serve`` and ``feedback``."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli_home import open_engine, settings_here
from corpus.errors import NOTHING_FOUND


def serve() -> None:
    """Run the Telegram bot."""
    from bot.telegram_app import serve as run
    from bot.token import read_token

    settings = settings_here()
    token = read_token(settings)
    run(settings, token, open_engine(settings))


def feedback(
    *, as_json: Annotated[bool, typer.Option("--json", help="Print one draft of a case a line.")] = False
) -> None:
    """Show what readers thought of the bot's answers (exit code 1 when nobody said)."""
    import time

    from bot.feedback import draft_case, summary
    from bot.store import Store
    from bot.vault import open_vault

    settings = settings_here()
    if not settings.bot_database.is_file():
        typer.echo("nobody has judged an answer yet", err=True)
        raise typer.Exit(NOTHING_FOUND)
    store = Store(settings.bot_database, open_vault(settings.bot_key_file), time.time)
    judgments = list(store.judgments())
    store.close()
    for line in [draft_case(item) for item in judgments] if as_json else summary(judgments):
        typer.echo(line)
    if not judgments:
        raise typer.Exit(NOTHING_FOUND)
