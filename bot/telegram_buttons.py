"""The buttons below answers: pages, surroundings, further passages, judgments, language."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass

from telegram import CallbackQuery, Message, Update
from telegram.error import BadRequest
from telegram.ext import ContextTypes

from bot.interface import NATIVE, Interface, interface
from bot.keyboard import JUDGMENTS, Rows, Tap, context_rows, read_data
from bot.pages import Page, context_page
from bot.parts import Cited, further_parts
from bot.places import parts_at
from bot.store import Judgment, Shown
from bot.telegram_desk import BusyError, Desk
from bot.telegram_send import edit, markup, reply, surely
from bot.telegram_show import Found, page_rows, show, shown_pages
from bot.texts import BROKEN, BUSY, EXPIRED, GONE, LANGUAGE_SET, NO_MORE, NOT_YOURS, THANKS
from corpus.errors import QuothError

log = logging.getLogger("quoth")


@dataclass(frozen=True, slots=True)
class Tapped:
    """A tap that its sender may do."""

    query: CallbackQuery
    message: Message
    shown: Shown
    interface: Interface
    value: str

    @property
    def number(self) -> int:
        """The value as a number; 0 where it is none."""
        return int(self.value) if self.value.isdecimal() else 0


class Buttons:
    """The handlers of taps. Each tap is answered once; the data of a button is not trusted."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def on_tap(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Do what the tapped button says, and tell Telegram so."""
        query = update.callback_query
        tap = read_data(query.data or "") if query else None
        if query is None:
            return
        own = await self._desk.interface_for(query.from_user)
        told: str | None = None
        if tap is None or not self._desk.lets_in(query.from_user.id, query.message.chat.id if query.message else 0):
            told = own.say(EXPIRED)
        elif tap.act == "language":
            await self._set_language(query, tap)
        elif tap.act != "none":
            try:
                told = await self._on_answer(query, tap, own)
            except BusyError:
                told = own.say(BUSY)
            except QuothError as error:
                log.error("%s (%s)", error, error.hint)  # noqa: TRY400 - expected, its line says it all
                told = own.say(BROKEN)
        await self._close(query, told)

    async def _on_answer(self, query: CallbackQuery, tap: Tap, own: Interface) -> str | None:
        """Do a tap below an answer and return what to tell, None for nothing."""
        desk = self._desk
        shown = await asyncio.to_thread(desk.store.answer, tap.of)
        message = query.message
        if shown is None or not isinstance(message, Message):
            return own.say(EXPIRED)
        if (shown.person, shown.chat) != (desk.store.alias(query.from_user.id), desk.store.alias(message.chat.id)):
            return own.say(NOT_YOURS)
        tapped = Tapped(query, message, shown, interface(shown.language), tap.value)
        acts = {
            "page": self._turn_page,
            "judge": self._ask_judgment,
            "context": self._show_context,
            "more": self._show_more,
            "say": self._store_judgment,
        }
        return await acts[tap.act](tapped)

    async def _turn_page(self, tapped: Tapped, *, judging: bool = False) -> str | None:
        built = await shown_pages(self._desk, tapped.shown, tapped.interface)
        if not built:
            return tapped.interface.say(GONE)
        number = min(tapped.number, len(built) - 1)
        rows = page_rows(
            tapped.shown.id,
            built,
            number,
            tapped.interface,
            inline=self._inline(tapped),
            verdict=tapped.shown.verdict,
            judging=judging,
        )
        await self._put(tapped, built[number], rows)
        return None

    async def _ask_judgment(self, tapped: Tapped) -> str | None:
        return await self._turn_page(tapped, judging=True)

    async def _show_context(self, tapped: Tapped) -> str | None:
        built = await shown_pages(self._desk, tapped.shown, tapped.interface)
        quotes = [quote for page in built for quote in page.quotes]
        if tapped.number >= len(quotes):
            return tapped.interface.say(GONE)
        quote = quotes[tapped.number]
        article = await asyncio.to_thread(self._desk.library.get, quote.article)
        if article is None:
            return tapped.interface.say(GONE)
        page = context_page(quote, article, tapped.interface)
        rows = context_rows(tapped.shown.id, built, tapped.number, tapped.interface, inline=self._inline(tapped))
        await self._put(tapped, page, rows)
        return None

    async def _show_more(self, tapped: Tapped) -> str | None:
        desk, live = self._desk, self._desk.live.get(tapped.shown.id)
        question = self._question(tapped)
        if question is None:
            return tapped.interface.say(EXPIRED)
        parts = await asyncio.to_thread(parts_at, tapped.shown.places, desk.library)
        offered = {part.quote.id for part in parts if isinstance(part, Cited)} | (live.offered if live else set())
        quotes = await desk.think(lambda: desk.engine.further(question, offered))
        if not quotes:
            return tapped.interface.say(NO_MORE)
        found = Found(tuple(further_parts(quotes, tapped.interface)), "further", question, offered=frozenset(offered))
        await show(desk, tapped.message, tapped.query.from_user.id, tapped.interface, found)
        return None

    async def _store_judgment(self, tapped: Tapped) -> str | None:
        desk, shown = self._desk, tapped.shown
        question = self._question(tapped)
        if question is None or tapped.value not in JUDGMENTS:
            return tapped.interface.say(EXPIRED)
        live = desk.live.get(shown.id)
        parts = await asyncio.to_thread(parts_at, shown.places, desk.library)
        judgment = Judgment(
            kind=tapped.value,
            at=time.time(),
            question=live.typed if live else question,
            understood_as=live.answer.understood_as if live and live.answer else None,
            verdict=shown.verdict,
            generation=shown.generation or "",
            quotes=tuple(part.quote.id for part in parts if isinstance(part, Cited)),
        )
        await asyncio.to_thread(desk.store.judge, shown.person, shown.id, judgment)
        built = await shown_pages(desk, shown, tapped.interface)
        if built:
            rows = page_rows(
                shown.id,
                built,
                0,
                tapped.interface,
                inline=self._inline(tapped),
                verdict=shown.verdict,
                judging=None,
            )
            await self._put(tapped, built[0], rows)
        return tapped.interface.say(THANKS)

    def _question(self, tapped: Tapped) -> str | None:
        """Return the whole question: from memory, else from the message that asks, which Telegram sends along."""
        live = self._desk.live.get(tapped.shown.id)
        if live is not None:
            return live.answer.whole_question if live.answer else live.typed
        asks = tapped.message.reply_to_message
        return asks.text if asks is not None and not tapped.shown.follow_up else None

    async def _put(self, tapped: Tapped, page: Page, rows: Rows) -> None:
        bot, message = tapped.message.get_bot(), tapped.message
        if not await edit(bot, message.chat.id, message.message_id, page.message, rows):
            await reply(message, page.message, rows)

    def _inline(self, tapped: Tapped) -> bool:
        return bool(tapped.message.get_bot().bot.supports_inline_queries)

    async def _set_language(self, query: CallbackQuery, tap: Tap) -> None:
        code = tap.value if tap.value in NATIVE else None
        await self._desk.choose_language(query.from_user.id, code)
        chosen = await self._desk.interface_for(query.from_user)
        if isinstance(query.message, Message):
            text = chosen.say(LANGUAGE_SET)
            message = query.message
            try:
                await surely(lambda: message.edit_text(text, reply_markup=markup(())))
            except BadRequest as error:
                log.warning("a language was set, its message not edited: %s", error.message)

    async def _close(self, query: CallbackQuery, told: str | None) -> None:
        try:
            await surely(lambda: query.answer(told, show_alert=told is not None))
        except BadRequest as error:
            log.warning("a tap was answered too late: %s", error.message)
