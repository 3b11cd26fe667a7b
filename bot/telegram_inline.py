"""Inline mode: quotes offered while a reader types ``@bot question`` in any chat."""

from __future__ import annotations

import asyncio
import logging
import re
import time
from hashlib import sha256
from typing import Final

from telegram import (
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.error import BadRequest
from telegram.ext import ContextTypes

from bot.answer import Answer, Quote
from bot.interface import Interface
from bot.limits import Ruling
from bot.line import attribution_of
from bot.pages import cited
from bot.parts import Cited
from bot.permalink import ID
from bot.quote import quote_at
from bot.recent import Recent
from bot.telegram_desk import MOST_ANSWERS, BusyError, Desk
from bot.telegram_send import entities, surely
from bot.texts import INLINE_HINT, NOTHING_INLINE
from corpus.errors import QuothError

PAUSE: Final = 0.4  # seconds without a further letter after which a question counts as typed
SHORTEST: Final = 4  # characters; less is not a question yet
KEPT: Final = 60  # seconds for which Telegram may repeat an answer to the same person
FROM_INLINE: Final = "inline"
"""What ``/start`` gets from the button above the results."""
_RESULT_ID: Final = 64  # bytes, at most

log = logging.getLogger("quoth")


class Inline:
    """The handler of inline queries."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._latest: Recent[int, str] = Recent(time.monotonic)
        """By person: the query that is being typed."""
        self._found: Recent[tuple[str | None, str], tuple[Quote, ...]] = Recent(time.monotonic, MOST_ANSWERS)
        """By generation and question."""

    async def on_query(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Offer the best quotes, once the reader pauses."""
        query, desk = update.inline_query, self._desk
        if query is None:
            return
        self._latest.remember(query.from_user.id, query.id)
        interface = await desk.interface_for(query.from_user)
        words = " ".join(query.query.split())
        if len(words) < SHORTEST or not desk.lets_in(query.from_user.id, query.from_user.id):
            await self._offer(query, (), interface, INLINE_HINT)
            return
        known = self._found.get((await desk.generation(), words.casefold()))
        if known is None:
            await asyncio.sleep(PAUSE)
            if self._latest.get(query.from_user.id) != query.id:
                return  # the reader typed on; only the last query needs an answer
            known = await self._quotes(query, words)
        await self._offer(query, known, interface, NOTHING_INLINE)

    async def _quotes(self, query: InlineQuery, words: str) -> tuple[Quote, ...]:
        desk = self._desk
        if ID.fullmatch(words):
            quote = await asyncio.to_thread(quote_at, words, desk.library)
            return (quote,) if quote else ()
        if desk.rule(query.from_user.id, query.from_user.id) is not Ruling.ANSWER:
            return ()
        try:
            answer: Answer = await desk.think(lambda: desk.engine.ask(words))
        except (QuothError, BusyError) as error:
            log.warning("an inline query failed: %s", type(error).__name__)
            return ()
        self._found.remember((answer.generation, words.casefold()), answer.quotes)
        return answer.quotes

    async def _offer(self, query: InlineQuery, quotes: tuple[Quote, ...], interface: Interface, otherwise: str) -> None:
        button = None if quotes else InlineQueryResultsButton(interface.say(otherwise), start_parameter=FROM_INLINE)
        results = [_article(quote, interface) for quote in quotes]
        try:
            await surely(lambda: query.answer(results, cache_time=KEPT, is_personal=True, button=button))
        except BadRequest as error:
            log.warning("an inline query was answered too late: %s", error.message)


def _article(quote: Quote, interface: Interface) -> InlineQueryResultArticle:
    message = cited(Cited(quote, marked=True), interface)
    words = quote.text[quote.key[0] - quote.start : quote.key[1] - quote.start]
    return InlineQueryResultArticle(
        id=sha256(f"{quote.id} {interface.code}".encode()).hexdigest()[:_RESULT_ID],
        title=re.sub(r"\s+", " ", words),
        description=attribution_of(quote, interface),
        input_message_content=InputTextMessageContent(
            message.text, entities=entities(message), link_preview_options=LinkPreviewOptions(is_disabled=True)
        ),
    )
