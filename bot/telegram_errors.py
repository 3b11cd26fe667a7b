"""What goes wrong in Telegram: chats that are closed to the bot, calls that fail, handlers that break."""

from __future__ import annotations

import asyncio
import logging

from telegram import ChatMember, Update
from telegram.error import Forbidden, TelegramError
from telegram.ext import ContextTypes

from bot.message import Message
from bot.telegram_desk import Desk, sender
from bot.telegram_send import reply
from bot.texts import BROKEN

log = logging.getLogger("quoth")


class Errors:
    """The handlers of what is no message to the bot."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def on_error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Log what failed, without its words; tell the reader where the fault is ours."""
        error = context.error
        number = update.update_id if isinstance(update, Update) else None
        log.error("update %s failed: %s", number, type(error).__name__, exc_info=error)
        self._desk.meters.api_errors.labels(type(error).__name__).inc()
        if not isinstance(update, Update):
            return
        chat, message, user = update.effective_chat, update.effective_message, sender(update)
        if isinstance(error, Forbidden) and chat is not None:  # blocked, or thrown out
            await self._forget_chat(chat.id)
        elif message is not None and user is not None and not isinstance(error, TelegramError):
            interface = await self._desk.interface_for(user)
            try:
                await reply(message, Message(interface.say(BROKEN)))
            except TelegramError as failed:
                log.warning("nor could that be told: %s", type(failed).__name__)

    async def on_membership(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Forget a chat that blocks the bot or throws it out."""
        change = update.my_chat_member
        if change is not None and change.new_chat_member.status in {ChatMember.LEFT, ChatMember.BANNED}:
            await self._forget_chat(change.chat.id)

    async def on_migration(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Forget a group that became a supergroup: its messages have other numbers there."""
        message = update.effective_message
        if message is not None and message.migrate_to_chat_id:
            await self._forget_chat(message.chat_id)

    async def _forget_chat(self, chat: int) -> None:
        self._desk.turns.forget(lambda key, _: key[0] == chat)
        await asyncio.to_thread(self._desk.store.forget_chat, chat)
