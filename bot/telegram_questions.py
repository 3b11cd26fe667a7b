"""Questions and ``/who``: from a message to its answer, below it or, after an edit, in the place of the first one."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Final

from telegram import Message as Received
from telegram import Update, User
from telegram.constants import ChatAction, ChatType
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot.excerpt import excerpt_parts
from bot.followup import turn_of
from bot.interface import Interface
from bot.limits import Ruling
from bot.message import Message
from bot.parts import Line, answer_parts
from bot.store import Shown
from bot.telegram_desk import BusyError, Desk, conversation, sender
from bot.telegram_send import reply
from bot.telegram_show import Found, show
from bot.telegram_text import argument, question_in
from bot.texts import ASK_WHAT, BROKEN, BUSY, LATE, NOT_ALLOWED, QUESTION_REFUSED, SENTENCE_REFUSED, SLOW_DOWN
from corpus.errors import QuothError, UsageError

OLD: Final = 600.0  # seconds after which an answer says that it is late; in a group the talk has moved on by then
TOO_OLD: Final = 86_400.0  # seconds after which nobody waits for an answer any more
SLOW: Final = 0.7  # seconds after which the reader is shown that the bot is at work
TYPING: Final = 4.5  # seconds; Telegram shows it for five

ALBUMS: Final = 100  # whose pictures may still come

log = logging.getLogger("quoth")


@dataclass(frozen=True, slots=True)
class Asked:
    """Who puts which words to the bot, and where."""

    message: Received
    user: User
    words: str
    interface: Interface
    before: Shown | None
    """What was answered before the message was edited."""
    began: float
    """Seconds of a monotonic clock."""


class Questions:
    """The handlers of messages that ask something."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._albums: deque[str] = deque(maxlen=ALBUMS)

    async def on_text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer a private message, or one in a group that is meant for the bot."""
        message = update.effective_message
        if message is None:
            return
        if message.forward_origin is not None and message.chat.type == ChatType.PRIVATE:
            await self._look_up(update, message.text or message.caption or "")
        elif (words := question_in(message, context.bot.bot)) is not None:
            await self._answer(update, words)
        if message.media_group_id:
            self._albums.append(message.media_group_id)

    async def on_ask(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer ``/ask QUESTION``, or what it replies to."""
        if update.effective_message is not None:
            await self._answer(update, argument(update.effective_message))

    async def on_who(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Tell whose words stand behind ``/who``, or in the message it replies to."""
        if update.effective_message is not None:
            await self._look_up(update, argument(update.effective_message))

    async def on_other(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Say that a private message without words is no question; of an album, whose pictures come alone, once."""
        user, message = sender(update), update.effective_message
        if user is not None and message is not None and update.edited_message is None:
            if message.media_group_id in self._albums:
                return
            if message.media_group_id:
                self._albums.append(message.media_group_id)
            interface = await self._desk.interface_for(user)
            await reply(message, Message(interface.say(QUESTION_REFUSED)))

    async def _answer(self, update: Update, words: str) -> None:
        asked = await self._admitted(update, words, ASK_WHAT)
        if asked is None:
            return
        desk, key = self._desk, conversation(asked.message, asked.user.id)
        before = desk.turns.get(key)
        if asked.before is not None and (live := desk.live.get(asked.before.id)):
            if live.typed == words:
                return  # the edit changed nothing of the words
            before = live.before

        def work() -> Found:
            answer = desk.engine.ask(words, before)
            parts = tuple(answer_parts(answer, asked.interface))
            return Found(parts, answer.verdict.value, words, answer, before)

        found = await self._shown(asked, work, QUESTION_REFUSED)
        if found is not None and found.answer is not None:
            desk.turns.remember(key, turn_of(found.answer))

    async def _look_up(self, update: Update, words: str) -> None:
        asked = await self._admitted(update, words, SENTENCE_REFUSED)
        if asked is None:
            return

        def work() -> Found:
            return Found(tuple(excerpt_parts(words, self._desk.engine, asked.interface)), "who", words)

        await self._shown(asked, work, SENTENCE_REFUSED)

    async def _admitted(self, update: Update, words: str, if_empty: str) -> Asked | None:
        """Return the question if it may be answered now, else tell why not."""
        began, desk = time.monotonic(), self._desk
        user, message = sender(update), update.effective_message
        if user is None or message is None:
            return None
        private = message.chat.type == ChatType.PRIVATE
        age = _age(message)
        if age > TOO_OLD or (age > OLD and not private):
            desk.meters.updates.labels("late").inc()
            return None
        interface = await desk.interface_for(user)
        ruling = desk.rule(user.id, message.chat_id)
        told = {
            Ruling.TOO_FAST: interface.say(SLOW_DOWN),
            Ruling.BUSY: interface.say(BUSY),
            Ruling.NOT_ALLOWED: interface.say(NOT_ALLOWED, user=user.id) if private else None,
            Ruling.SILENCE: None,
            Ruling.ANSWER: None if words else interface.say(if_empty),
        }[ruling]
        if told:
            await reply(message, Message(told))
        if ruling is not Ruling.ANSWER or not words:
            return None
        before = None
        if update.edited_message is not None:
            before = await asyncio.to_thread(desk.store.answer_to, message.chat_id, message.message_id)
        return Asked(message, user, words, interface, before, began)

    async def _shown(self, asked: Asked, work: Callable[[], Found], refused: str) -> Found | None:
        """Show what *work* finds; None where the reader was told instead why there is nothing."""
        desk = self._desk
        try:
            async with typing(asked.message):
                found = await desk.think(work)
        except UsageError:
            text = refused
        except BusyError:
            text = BUSY
        except QuothError as error:
            log.error("%s (%s)", error, error.hint)  # noqa: TRY400 - expected, its line says it all
            text = BROKEN
        else:
            if _age(asked.message) > OLD:
                late = Line(asked.interface.say(LATE), "italic")
                found = replace(found, parts=(*found.parts[: found.follow_up], late, *found.parts[found.follow_up :]))
            await show(desk, asked.message, asked.user.id, asked.interface, found, asked.before)
            desk.meters.answered(found.verdict, time.monotonic() - asked.began)
            return found
        await reply(asked.message, Message(asked.interface.say(text)))
        return None


@asynccontextmanager
async def typing(message: Received) -> AsyncIterator[None]:
    """Show that the bot is at work, where that takes longer than a moment."""
    task = asyncio.create_task(_show_typing(message))
    try:
        yield
    finally:
        task.cancel()


async def _show_typing(message: Received) -> None:
    topic = message.message_thread_id if message.is_topic_message else None
    await asyncio.sleep(SLOW)
    while True:
        with contextlib.suppress(TelegramError):
            await message.chat.send_action(ChatAction.TYPING, message_thread_id=topic)
        await asyncio.sleep(TYPING)


def _age(message: Received) -> float:
    """Return for how many seconds *message*, in its last form, has been there."""
    return time.time() - (message.edit_date or message.date).timestamp()
