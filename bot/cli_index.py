"""Commands for the index."""

from __future__ import annotations

from bot.cli_home import build_index, settings_here


def index() -> None:
    """Build the next generation of the index and publish it."""
    build_index(settings_here())
