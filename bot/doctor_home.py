"""The doctor's checks of the home: settings, permissions, room on the disk, and what the bot keeps."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bot.check import Check, broken, ok, to_do
from bot.settings import FILE, Settings
from bot.token import read_token
from corpus.errors import UsageError

SPARE: Final = 100_000_000  # bytes that should stay free beside a new generation


def check_home(settings: Settings) -> Iterator[Check]:
    """Check that the home can be written and has room for one more generation."""
    home = settings.home
    yield ok("settings", f"home {home}")
    if not home.is_dir():
        yield to_do("home", "there is no such folder yet", "quoth add PATH")
        return
    shut = [path for path in (home, settings.library, settings.index) if path.exists() and not _may_write(path)]
    if shut:
        yield broken("permissions", f"{shut[0]} cannot be written", f"chmod u+rwx {shut[0]}")
    else:
        yield ok("permissions", "home, library and index can be written")
    yield _room(settings)
    yield from _private(home / FILE, "settings file")


def check_bot(settings: Settings) -> Iterator[Check]:
    """Check the Telegram token and what the bot remembers, where there is any."""
    if settings.telegram_token is None and settings.telegram_token_file is None:
        yield ok("Telegram", "no token is set; only quoth serve needs one")
    else:
        try:
            read_token(settings)
        except UsageError as error:
            yield broken("Telegram", str(error), error.hint or "")
        else:
            yield ok("Telegram", "the token is shaped like one")
    memory = settings.home / "bot.sqlite"
    if memory.is_file():
        yield _database(memory)
        yield from _private(memory, "bot's memory")


def _may_write(folder: Path) -> bool:
    return folder.is_dir() and os.access(folder, os.R_OK | os.W_OK | os.X_OK)


def _room(settings: Settings) -> Check:
    serving = [path.parent for path in settings.index.glob("[!.]*/manifest.json")]
    sizes = [sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) for folder in serving]
    needed = max(sizes, default=0) + SPARE
    free = shutil.disk_usage(settings.home).free
    message = f"{free / 1e9:.1f} GB free, the next generation needs {needed / 1e9:.1f} GB"
    if free < needed:
        return to_do("disk", message, f"free some space on the disk of {settings.home}")
    return ok("disk", message)


def _private(path: Path, what: str) -> Iterator[Check]:
    """Yield whether others may read the file at *path*, which may hold secrets; nothing when it is not there."""
    if path.is_file():
        if path.stat().st_mode & 0o077:
            yield to_do("private", f"other users may read the {what} {path}", f"chmod 600 {path}")
        else:
            yield ok("private", f"only you may read the {what}")


def _database(path: Path) -> Check:
    try:
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            found = str(connection.execute("PRAGMA quick_check").fetchone()[0])
        finally:
            connection.close()
    except sqlite3.Error as error:
        found = str(error)
    if found == "ok":
        return ok("memory", "the bot's memory is sound")
    return broken(
        "memory", f"the bot's memory is damaged: {found.splitlines()[0]}", f"move {path} away; it starts empty"
    )
