"""The command ``serve``."""

from __future__ import annotations

from bot.cli_home import open_engine, settings_here


def serve() -> None:
    """Run the Telegram bot."""
    from bot.telegram_app import serve as run
    from bot.token import read_token

    settings = settings_here()
    run(
        token=read_token(settings),
        engine=open_engine(settings),
        base_url=settings.telegram_base_url,
        poll_seconds=settings.telegram_poll_seconds,
    )
