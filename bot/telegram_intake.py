"""Taking updates in: by polling or by webhook, each once, those of one chat in order, unreadable ones skipped.

An update counts as received by Telegram only when it is dealt with, so that a crash loses none: one that was in work
when the process was killed comes again, and is answered again by the next process.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlencode

from telegram import Update
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import Application
from telegram.request import BaseRequest

from bot.telegram_desk import Desk

Raw = dict[str, Any]

KINDS: Final = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
)
SPLIT: Final = 4000  # UTF-16 units from which a message may be the first part of one that Telegram split
SPLIT_WINDOW: Final = 2.0  # seconds within which the other part comes
CONFLICTS: Final = 3  # in a row, until another process is believed to answer with the same token
NAP: Final = 0.25  # seconds before what is in work is asked for again
LONGEST_PAUSE: Final = 30.0  # seconds between attempts while Telegram cannot be reached

log = logging.getLogger("quoth")


@dataclass(slots=True)
class _Lane:
    """The updates of one chat, waiting for their turn."""

    waiting: deque[Raw] = field(default_factory=deque)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)


class Intake:
    """Hands raw updates to the application."""

    def __init__(self, application: Application[Any, Any, Any, Any, Any, Any], desk: Desk) -> None:
        self._application, self._desk = application, desk
        self._lanes: dict[int, _Lane] = {}
        self._open: dict[int, asyncio.Future[None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._taking = asyncio.Lock()
        self._next = 0
        self.heard = time.monotonic()
        """When Telegram last answered a poll or delivered."""
        self.refused: TelegramError | None = None
        """Why polling ended by itself: the token was refused, or another process uses it."""

    async def take(self, raw: Raw) -> asyncio.Future[None]:
        """Take in one update; what comes back is done when nothing more will happen to it."""
        number = raw["update_id"]
        async with self._taking:  # keeps the order in which updates came
            if (known := self._open.get(number)) is not None:
                self._count("duplicate")
                return known
            done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            if not await asyncio.to_thread(self._desk.store.begin, number):
                self._count("duplicate")
                done.set_result(None)
                return done
            self._open[number] = done
        chat = _chat_of(raw)
        if chat is None:
            self._start(self._handle([raw]))
        elif chat in self._lanes:
            self._lanes[chat].waiting.append(raw)
            self._lanes[chat].arrived.set()
        else:
            self._lanes[chat] = _Lane(deque([raw]))
            self._start(self._run(chat, self._lanes[chat]))
        return done

    async def poll(self, request: BaseRequest, seconds: int) -> None:
        """Ask Telegram for updates for ever; returns only when it refuses this process for good."""
        pause, conflicts = 1.0, 0
        while True:
            try:
                fresh = await self._fetch(request, seconds)
            except Conflict as error:
                conflicts += 1
                if conflicts >= CONFLICTS:
                    self.refused = error
                    return
                await asyncio.sleep(1)
            except InvalidToken as error:
                self.refused = error
                return
            except RetryAfter as error:
                await asyncio.sleep(error._retry_after.total_seconds())  # noqa: SLF001 - its public form warns
            except (NetworkError, ValueError) as error:
                log.warning("Telegram cannot be reached (%s); the next attempt is in %g s", type(error).__name__, pause)
                await asyncio.sleep(pause)
                pause = min(LONGEST_PAUSE, 2 * pause)
            else:
                pause, conflicts = 1.0, 0
                for raw in fresh:
                    await self.take(raw)
                if not fresh and self._open:
                    await asyncio.wait(list(self._open.values()), timeout=NAP, return_when=asyncio.FIRST_COMPLETED)

    async def _fetch(self, request: BaseRequest, seconds: int) -> list[Raw]:
        """Return the updates not seen yet; Telegram keeps all from the lowest one in work."""
        parameters = {
            "offset": min(self._open, default=self._next),
            "timeout": 0 if self._open else seconds,
            "allowed_updates": json.dumps(KINDS),
        }
        url = f"{self._application.bot.base_url}/getUpdates?{urlencode(parameters)}"
        answer = json.loads(await request.retrieve(url, read_timeout=seconds + 10))
        self.heard = time.monotonic()
        found = [raw for raw in answer["result"] if is_update(raw) and raw["update_id"] >= self._next]
        self._next = max((raw["update_id"] + 1 for raw in found), default=self._next)
        return found

    async def drain(self, seconds: float) -> None:
        """Wait at most *seconds* until everything in work is done."""
        if self._open:
            await asyncio.wait(list(self._open.values()), timeout=seconds)
        for task in self._tasks:
            task.cancel()

    def _start(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, chat: int, lane: _Lane) -> None:
        while lane.waiting:
            batch = [lane.waiting.popleft()]
            if _may_go_on(batch[0]):
                batch += await self._other_part(lane, batch[0])
            await self._handle(batch)
        del self._lanes[chat]

    async def _other_part(self, lane: _Lane, first: Raw) -> list[Raw]:
        """Return the second part of a message that Telegram split, when it comes in time."""
        if not lane.waiting:
            lane.arrived.clear()
            try:
                await asyncio.wait_for(lane.arrived.wait(), SPLIT_WINDOW)
            except TimeoutError:
                return []
        return [lane.waiting.popleft()] if _goes_on(first, lane.waiting[0]) else []

    async def _handle(self, batch: list[Raw]) -> None:
        """Let the application handle an update; the parts of a split message are one."""
        numbers = [raw["update_id"] for raw in batch]
        try:
            update = Update.de_json(_merged(batch), self._application.bot)
        except Exception as error:  # noqa: BLE001 - whatever PTB cannot read must not stop the others
            log.warning("update %s cannot be read (%s) and is skipped", numbers[0], type(error).__name__)
            self._count("poison")
        else:
            await self._application.process_update(update)
            self._count("handled")
        for number in numbers:
            await asyncio.to_thread(self._desk.store.finish, number)
            self._open.pop(number).set_result(None)

    def _count(self, outcome: str) -> None:
        self._desk.meters.updates.labels(outcome).inc()


def is_update(raw: Any) -> bool:
    """Tell whether *raw* can be told apart from other updates; more is not asked of it."""
    return isinstance(raw, dict) and isinstance(raw.get("update_id"), int)


def _chat_of(raw: Raw) -> int | None:
    """Return the chat whose updates must stay in order with this one, None where order does not matter."""
    for kind in ("message", "edited_message", "my_chat_member"):
        if isinstance(raw.get(kind), dict):
            return _number(raw[kind].get("chat"))
    query = raw.get("callback_query")
    message = query.get("message") if isinstance(query, dict) else None
    return _number(message.get("chat")) if isinstance(message, dict) else None


def _number(chat: Any) -> int | None:
    identity = chat.get("id") if isinstance(chat, dict) else None
    return identity if isinstance(identity, int) else None


def _may_go_on(raw: Raw) -> bool:
    return len(_text(raw).encode("utf-16-le")) // 2 >= SPLIT


def _goes_on(first: Raw, second: Raw) -> bool:
    """Tell whether *second* is the rest of what the same person wrote."""
    message = second.get("message")
    if not isinstance(message, dict) or not _text(second) or _text(second).startswith("/"):
        return False
    same_sender = first["message"].get("from") == message.get("from")
    return same_sender and bool(first["message"].get("forward_origin")) == bool(message.get("forward_origin"))


def _text(raw: Raw) -> str:
    message = raw.get("message")
    text = message.get("text") if isinstance(message, dict) else None
    return text if isinstance(text, str) else ""


def _merged(batch: list[Raw]) -> Raw:
    if len(batch) == 1:
        return batch[0]
    text = "".join(_text(raw) for raw in batch)
    return {**batch[0], "message": {**batch[0]["message"], "text": text}}
