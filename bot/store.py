"""What the bot must remember, in ``bot.sqlite``: encrypted, found by keyed hashes, with an end to everything.

A question is stored with a judgment that its reader gave, and never else.
"""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Lock
from typing import Any, Final

from bot.vault import Vault
from corpus.errors import QuothError

DAY: Final = 86_400.0
KEPT: Final = {"answers": 7 * DAY, "feedback": 180 * DAY, "settings": 365 * DAY, "updates": 2 * DAY}
"""Seconds after which a row goes, by table."""
_TABLES: Final = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS settings (person TEXT PRIMARY KEY, at REAL NOT NULL, sealed BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS answers (
    id TEXT PRIMARY KEY, person TEXT NOT NULL, chat TEXT NOT NULL, asked INTEGER NOT NULL, at REAL NOT NULL,
    sealed BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS answers_asked ON answers (chat, asked);
CREATE TABLE IF NOT EXISTS feedback (
    id TEXT PRIMARY KEY, person TEXT NOT NULL, kind TEXT NOT NULL, at REAL NOT NULL, sealed BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS updates (id INTEGER PRIMARY KEY, run TEXT NOT NULL, done INTEGER NOT NULL, at REAL NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer that was sent, as far as its buttons need it; never the question."""

    id: str
    person: str
    """Keyed hash of who asked; only this person's taps count."""
    chat: str
    """Keyed hash of where."""
    asked: int
    """Number of the message that asks, in that chat."""
    sent: int
    """Number of the message that answers, in that chat."""
    language: str
    verdict: str
    """Of the answer, or ``who`` or ``further``."""
    generation: str | None
    follow_up: bool
    """Whether the message that asks holds only a part of what was asked."""
    places: tuple[dict[str, Any], ...]
    """As ``bot.places`` makes them."""


@dataclass(frozen=True, slots=True)
class Judgment:
    """What a reader thinks of an answer."""

    kind: str
    """``right``, ``wrong_quote``, ``wrong_speaker`` or ``not_an_answer``."""
    at: float
    """Seconds since 1970."""
    question: str
    understood_as: str | None
    verdict: str
    generation: str
    quotes: tuple[str, ...]
    """Permalinks of what was shown, in order."""


class Store:
    """One SQLite file; safe to call from any thread, each call takes a millisecond or so."""

    def __init__(self, path: Path, vault: Vault, clock: Callable[[], float]) -> None:
        self._vault, self._clock = vault, clock
        self._lock = Lock()
        self._run = secrets.token_hex(8)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            self._database = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA secure_delete = ON")  # what is forgotten is overwritten
            self._database.executescript(_TABLES)
        except (OSError, sqlite3.Error) as error:
            raise _unusable(error) from error
        if self.note("check") is None:  # a wrong key is found here, not at the first question
            self.set_note("check", "quoth")

    def close(self) -> None:
        """End; everything is written already."""
        self._database.close()

    def alias(self, number: int) -> str:
        """Return the keyed hash of a Telegram id."""
        return self._vault.alias(number)

    def note(self, name: str) -> Any:
        """Return what the bot noted about itself, None where it noted nothing."""
        return self._one("SELECT value FROM meta WHERE name = ?", name)

    def set_note(self, name: str, value: Any) -> None:
        """Note something about the bot itself."""
        self._do("INSERT OR REPLACE INTO meta VALUES (?, ?)", name, self._vault.seal(value))

    def language(self, person: int) -> str | None:
        """Return the language that *person* chose, None where none was chosen."""
        known = self._one("SELECT sealed FROM settings WHERE person = ?", self.alias(person))
        return known["language"] if known else None

    def set_language(self, person: int, code: str | None) -> None:
        """Remember a language; None goes back to Telegram's."""
        if code is None:
            self._do("DELETE FROM settings WHERE person = ?", self.alias(person))
        else:
            sealed = self._vault.seal({"language": code})
            self._do("INSERT OR REPLACE INTO settings VALUES (?, ?, ?)", self.alias(person), self._clock(), sealed)

    def keep_answer(self, shown: Shown) -> None:
        """Remember an answer for its buttons, in the place of an earlier one with this id."""
        record = {key: value for key, value in asdict(shown).items() if key not in {"id", "person", "chat", "asked"}}
        self._do(
            "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?)",
            shown.id,
            shown.person,
            shown.chat,
            shown.asked,
            self._clock(),
            self._vault.seal(record),
        )

    def answer(self, identity: str) -> Shown | None:
        """Return the answer with this id, None when it is gone."""
        return self._shown("id = ?", identity)

    def answer_to(self, chat: int, asked: int) -> Shown | None:
        """Return the answer to the message *asked* in *chat*, None when there is none."""
        return self._shown("chat = ? AND asked = ? ORDER BY at DESC", self.alias(chat), asked)

    def judge(self, person: str, answer: str, judgment: Judgment) -> None:
        """Store a judgment on *answer*, in the place of an earlier one."""
        record = {key: value for key, value in asdict(judgment).items() if key not in {"kind", "at"}}
        self._do(
            "INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?, ?)",
            answer,
            person,
            judgment.kind,
            judgment.at,
            self._vault.seal(record),
        )

    def judgments(self) -> Iterator[Judgment]:
        """Yield all judgments, oldest first."""
        for kind, at, sealed in self._all("SELECT kind, at, sealed FROM feedback ORDER BY at"):
            record = self._vault.open(sealed)
            yield Judgment(kind, at, **{**record, "quotes": tuple(record["quotes"])})

    def forget(self, person: int) -> dict[str, int]:
        """Delete everything about *person* and return how many rows went, by table."""
        alias = self.alias(person)
        gone = {}
        for table in ("answers", "feedback", "settings"):
            gone[table] = self._do(f"DELETE FROM {table} WHERE person = ?", alias)  # noqa: S608 - our own names
        self._do("PRAGMA wal_checkpoint(TRUNCATE)")
        return gone

    def forget_chat(self, chat: int) -> int:
        """Delete the answers of a chat and return how many went."""
        return self._do("DELETE FROM answers WHERE chat = ?", self.alias(chat))

    def purge(self) -> int:
        """Delete what has been kept long enough and return how many rows went."""
        now = self._clock()
        return sum(
            self._do(f"DELETE FROM {table} WHERE at < ?", now - kept)  # noqa: S608 - our own names
            for table, kept in KEPT.items()
        )

    def begin(self, update: int) -> bool:
        """Take up an update; False when it is finished, or in work in this very process.

        One that an earlier process began and did not finish is taken up again.
        """
        return bool(
            self._do(
                "INSERT INTO updates VALUES (?, ?, 0, ?) ON CONFLICT (id) DO UPDATE SET run = excluded.run "
                "WHERE done = 0 AND run <> excluded.run",
                update,
                self._run,
                self._clock(),
            )
        )

    def finish(self, update: int) -> None:
        """Note that an update needs nothing more."""
        self._do("UPDATE updates SET done = 1 WHERE id = ?", update)

    def _shown(self, where: str, *values: Any) -> Shown | None:
        rows = self._all(f"SELECT id, person, chat, asked, at, sealed FROM answers WHERE {where} LIMIT 1", *values)  # noqa: S608
        if not rows or rows[0][4] < self._clock() - KEPT["answers"]:
            return None
        identity, person, chat, asked, _, sealed = rows[0]
        record = self._vault.open(sealed)
        return Shown(identity, person, chat, asked, **{**record, "places": tuple(record["places"])})

    def _one(self, query: str, *values: Any) -> Any:
        rows = self._all(query, *values)
        return self._vault.open(rows[0][0]) if rows else None

    def _all(self, query: str, *values: Any) -> list[Any]:
        with self._using() as database:
            return database.execute(query, values).fetchall()

    def _do(self, query: str, *values: Any) -> int:
        with self._using() as database:
            return database.execute(query, values).rowcount

    @contextmanager
    def _using(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            try:
                yield self._database
            except sqlite3.Error as error:
                raise _unusable(error) from error


def _unusable(error: Exception) -> QuothError:
    return QuothError(
        f"what the bot keeps cannot be read or written: {error}", hint="check bot.sqlite in the home and the disk"
    )
