"""What every handler needs: the engine behind its threads, what is remembered, who is who."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final, TypeVar

from telegram import Message, Update, User

from bot.answer import Answer
from bot.engine import Engine
from bot.interface import Interface, interface, language_of
from bot.limits import Gate, Ruling
from bot.meters import Meters
from bot.parts import Part
from bot.recent import Recent
from bot.settings import Settings
from bot.store import Store
from bot.turn import Turn
from corpus.library import Library
from index.generation import current_id

T = TypeVar("T")

THREADS: Final = 2  # questions in work at once; the models run one text a call, so more would only crowd two cores
MOST_ANSWERS: Final = 1_000  # in memory; of older ones the store has what their buttons need
QUEUE: Final = 200  # questions that may wait; whoever comes later is asked to come back


class BusyError(Exception):
    """Too many questions wait."""


@dataclass(frozen=True, slots=True)
class Live:
    """An answer as memory holds it, with what is never stored."""

    person: int
    """Telegram id of who asked."""
    answer: Answer | None
    """None for what ``/who`` found."""
    before: Turn | None
    """The turn that the question followed."""
    typed: str
    """The question as it was typed, to notice what an edit changes."""
    parts: tuple[Part, ...]
    offered: frozenset[str]
    """Ids of the quotes and further passages shown so far."""


class Desk:
    """Shared by all handlers; used from the event loop only."""

    def __init__(self, settings: Settings, engine: Engine, store: Store) -> None:
        self.settings, self.engine, self.store = settings, engine, store
        self.library = Library(settings.library)
        self.gate = Gate(
            settings.telegram_allowed,
            each=settings.telegram_per_minute,
            everybody=settings.telegram_per_minute_all,
            clock=time.monotonic,
        )
        self.meters = Meters()
        self.started = time.time()
        self.ending = False
        """Set by a signal; what takes long gives up then."""
        self.turns: Recent[tuple[int, int, int], Turn] = Recent(time.monotonic)
        """By chat, topic and person."""
        self.live: Recent[str, Live] = Recent(time.monotonic, MOST_ANSWERS)
        """By id of the answer."""
        self._languages: Recent[int, str] = Recent(time.monotonic)
        self._models = ThreadPoolExecutor(THREADS, thread_name_prefix="models")
        self._waiting = 0

    def close(self) -> None:
        """End the threads; what waits in them is dropped."""
        self._models.shutdown(wait=False, cancel_futures=True)

    async def think(self, work: Callable[[], T]) -> T:
        """Run *work*, which uses models, in a thread of its own.

        Raises:
            BusyError: too much waits.
        """
        if self._waiting >= QUEUE:
            raise BusyError
        self._waiting += 1
        self.meters.waiting.set(self._waiting)
        try:
            return await asyncio.get_running_loop().run_in_executor(self._models, work)
        finally:
            self._waiting -= 1
            self.meters.waiting.set(self._waiting)

    @property
    def waiting(self) -> int:
        """Questions waiting or in work."""
        return self._waiting

    async def generation(self) -> str | None:
        """Return the id of the generation that serves, None without an index."""
        return await asyncio.to_thread(current_id, self.settings.index)

    async def interface_for(self, user: User | None) -> Interface:
        """Return the interface in the language that *user* chose, else the one of the user's Telegram."""
        if user is None:
            return interface("en")
        chosen = self._languages.get(user.id)
        if chosen is None:
            chosen = await asyncio.to_thread(self.store.language, user.id) or ""
            self._languages.remember(user.id, chosen)
        return interface(chosen or language_of(user.language_code))

    async def choose_language(self, user: int, code: str | None) -> None:
        """Remember the language of *user*; None goes back to the one of Telegram."""
        self._languages.remember(user, code or "")
        await asyncio.to_thread(self.store.set_language, user, code)

    def rule(self, user: int, chat: int) -> Ruling:
        """Rule on a question of *user* in *chat*; maintainers may always ask."""
        return Ruling.ANSWER if self.is_admin(user) else self.gate.rule(user, chat)

    def lets_in(self, user: int, chat: int) -> bool:
        """Tell whether *user* may use the bot in *chat*."""
        return self.is_admin(user) or self.gate.lets_in(user, chat)

    def is_admin(self, user: int) -> bool:
        """Tell whether *user* maintains this bot; numbers only, names can be taken over."""
        return user in self.settings.telegram_admins

    async def forget(self, user: int) -> dict[str, int]:
        """Erase everything about *user*, and return how much it was, by kind."""
        gone = await asyncio.to_thread(self.store.forget, user)
        gone["turns"] = self.turns.forget(lambda key, _: key[2] == user)
        self.live.forget(lambda _, live: live.person == user)
        self._languages.forget(lambda key, _: key == user)
        return gone


def conversation(message: Message, user: int) -> tuple[int, int, int]:
    """Return the key of a conversation: chat, topic, person."""
    topic = message.message_thread_id if message.is_topic_message else None
    return message.chat_id, topic or 0, user


def sender(update: Update) -> User | None:
    """Return the person behind *update*, None for channels, for other bots and for what was sent through a bot.

    Anonymous administrators of a group come as one bot of Telegram's, and count as one person.
    """
    message, user = update.effective_message, update.effective_user
    if user is None or (user.is_bot and user.id != ANONYMOUS):
        return None
    if update.callback_query is None and message is not None and (message.via_bot or message.is_automatic_forward):
        return None
    return user


ANONYMOUS: Final = 1087968824
"""Telegram's GroupAnonymousBot."""
