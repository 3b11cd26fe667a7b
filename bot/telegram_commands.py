"""Commands about the bot itself: start, help, privacy, language, reset, forget; and a quote by its link."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Final, TypeAlias

from telegram import Message as Received
from telegram import Update, User
from telegram.ext import ContextTypes

from bot.interface import NATIVE, Interface
from bot.keyboard import language_rows
from bot.message import Message
from bot.parts import Cited
from bot.quote import quote_at
from bot.telegram_desk import Desk, conversation, sender
from bot.telegram_inline import FROM_INLINE
from bot.telegram_introduce import introduce_to_admin
from bot.telegram_send import reply
from bot.telegram_show import Found, show
from bot.texts import (
    FORGOT_ANSWERS,
    FORGOT_FEEDBACK,
    FORGOT_SETTINGS,
    FORGOT_TURNS,
    FORGOTTEN,
    GONE,
    LANGUAGE_ASKED,
    LANGUAGE_SET,
    RESET,
    START,
)

Handler: TypeAlias = Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]]

_ERASED: Final = {
    "answers": FORGOT_ANSWERS,
    "feedback": FORGOT_FEEDBACK,
    "settings": FORGOT_SETTINGS,
    "turns": FORGOT_TURNS,
}


class Commands:
    """The handlers of commands that need no model; nobody is refused here, as ``/privacy`` is everybody's right."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def says(self, text: str) -> Handler:
        """Return a handler that answers with *text* of the interface."""

        async def handler(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
            async def answer(message: Received, _: User, interface: Interface) -> None:
                await reply(message, Message(interface.say(text)))

            await self._answered(update, answer)

        return handler

    async def on_start(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Greet, or show the quote that a link to the bot names."""

        async def answer(message: Received, user: User, interface: Interface) -> None:
            if not context.args or context.args == [FROM_INLINE]:
                await reply(message, Message(interface.say(START)))
                if self._desk.is_admin(user.id) and message.chat_id == user.id:
                    await introduce_to_admin(message.get_bot(), user.id, interface)
                return
            quote = await asyncio.to_thread(quote_at, context.args[0], self._desk.library)
            if quote is None:
                await reply(message, Message(interface.say(GONE)))
            else:
                found = Found((Cited(quote, marked=False),), "who", quote.text)
                await show(self._desk, message, user.id, interface, found)

        await self._answered(update, answer)

    async def on_language(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Offer the languages, or take the one behind the command."""

        async def answer(message: Received, user: User, interface: Interface) -> None:
            code = context.args[0].casefold() if context.args else ""
            if code in NATIVE:
                await self._desk.choose_language(user.id, code)
                interface = await self._desk.interface_for(user)
                await reply(message, Message(interface.say(LANGUAGE_SET)))
            else:
                await reply(message, Message(interface.say(LANGUAGE_ASKED)), language_rows(interface))

        await self._answered(update, answer)

    async def on_reset(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Forget the conversation."""

        async def answer(message: Received, user: User, interface: Interface) -> None:
            self._desk.turns.forget(lambda key, _: key == conversation(message, user.id))
            await reply(message, Message(interface.say(RESET)))

        await self._answered(update, answer)

    async def on_forget(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Erase everything about the person who asks for it, and show what it was."""

        async def answer(message: Received, user: User, interface: Interface) -> None:
            gone = await self._desk.forget(user.id)
            lines = [f"• {interface.count(forms, gone[kind])}" for kind, forms in _ERASED.items()]
            await reply(message, Message("\n".join((interface.say(FORGOTTEN), *lines))))

        await self._answered(update, answer)

    async def _answered(self, update: Update, answer: Callable[[Received, User, Interface], Awaitable[None]]) -> None:
        user, message = sender(update), update.message
        if user is not None and message is not None:  # an edited command is not obeyed twice
            await answer(message, user, await self._desk.interface_for(user))
