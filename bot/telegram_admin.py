"""For the maintainers: status, a new index, what readers think. Known by their numbers only."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import Counter
from datetime import UTC, datetime
from typing import Final

from telegram import Message as Received
from telegram import Update
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot.interface import Interface
from bot.keyboard import JUDGMENTS
from bot.message import Message
from bot.reindex import reindex, serving
from bot.telegram_desk import Desk
from bot.telegram_send import edit, reply
from bot.texts import (
    CHANGED_SINCE,
    FAILED_SO,
    IN_WORK,
    JUDGED,
    LATEST_JUDGED,
    NO_INDEX,
    NO_JUDGMENTS,
    PUBLISHED,
    REINDEXING,
    STATUS,
    STEP,
    UNCHANGED,
)
from corpus.errors import QuothError

EVERY: Final = 3.0  # seconds between two edits of the progress; edits count for Telegram's limits
QUESTIONS: Final = 5  # judged questions that are told

log = logging.getLogger("quoth")


class Admin:
    """The handlers that only maintainers reach; the filter is where they are registered."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._building = False

    async def on_status(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Tell what is served, what waits, how fast it goes."""
        message, interface, desk = update.message, await self._interface(update), self._desk
        if message is None:
            return
        now = await asyncio.to_thread(serving, desk.settings)
        if now is None:
            await reply(message, Message(interface.say(NO_INDEX)))
            return
        text = interface.say(
            STATUS,
            generation=now.manifest.id,
            published=f"{now.published:%Y-%m-%d %H:%M} UTC",
            articles=now.manifest.articles,
            passages=now.manifest.passages,
            waiting=desk.waiting,
            started=f"{datetime.fromtimestamp(desk.started, UTC):%Y-%m-%d %H:%M} UTC",
            answered=desk.meters.count,
            median=_seconds(desk.meters.latency(0.5)),
            p95=_seconds(desk.meters.latency(0.95)),
        )
        await reply(message, Message(f"{text}\n{interface.say(CHANGED_SINCE)}" if now.stale else text))

    async def on_reindex(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Start a build; it goes on beside the questions and tells its progress in one message."""
        message, interface = update.message, await self._interface(update)
        if message is None:
            return
        if self._building:
            await reply(message, Message(interface.say(IN_WORK)))
            return
        self._building = True
        told = await reply(message, Message(interface.say(REINDEXING)))
        context.application.create_task(self._build(told, interface), update=update)

    async def _build(self, told: Received, interface: Interface) -> None:
        loop, latest, began = asyncio.get_running_loop(), [0.0], time.monotonic()

        def progress(stage: str, done: int, total: int, /) -> None:
            if self._desk.ending:
                raise QuothError("the bot is ending", hint="/reindex again once it is back")
            if time.monotonic() - latest[0] >= EVERY:
                latest[0] = time.monotonic()
                text = interface.say(STEP, stage=stage, done=done, total=total)
                asyncio.run_coroutine_threadsafe(_tell(told, text), loop)

        try:
            built = await asyncio.to_thread(reindex, self._desk.settings, progress)
        except QuothError as error:
            text = interface.say(FAILED_SO, error=error, hint=error.hint or "")
        else:
            text = interface.say(
                PUBLISHED if built.changed else UNCHANGED,
                generation=built.id,
                articles=built.articles,
                passages=built.passages,
                encoded=built.encoded,
                seconds=round(time.monotonic() - began),
            )
        finally:
            self._building = False
        await _tell(told, text.strip())

    async def on_feedback(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Tell how many judgments there are, and the latest questions whose answers were not right."""
        message, interface = update.message, await self._interface(update)
        if message is None:
            return
        judgments = await asyncio.to_thread(lambda: list(self._desk.store.judgments()))
        if not judgments:
            await reply(message, Message(interface.say(NO_JUDGMENTS)))
            return
        counts = Counter(item.kind for item in judgments)
        lines = [
            interface.say(JUDGED, kind=interface.say(label), number=counts[kind]) for kind, label in JUDGMENTS.items()
        ]
        wrong = [item for item in judgments if item.kind != "right"][-QUESTIONS:]
        if wrong:
            lines.append(f"\n{interface.say(LATEST_JUDGED)}")
            lines += [f"• {item.understood_as or item.question}"[:500] for item in wrong]
        await reply(message, Message("\n".join(lines)))

    async def _interface(self, update: Update) -> Interface:
        return await self._desk.interface_for(update.effective_user)


async def _tell(told: Received, text: str) -> None:
    try:
        await edit(told.get_bot(), told.chat_id, told.message_id, Message(text), ())
    except TelegramError as error:
        log.warning("the progress could not be told: %s", type(error).__name__)


def _seconds(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"
