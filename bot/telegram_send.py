"""Sending: what Telegram refuses, delays or leaves in doubt.

A call that surely did not arrive is repeated; one whose outcome is unknown is not, since a reader would get it twice.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

import httpx
from telegram import (
    Bot,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MessageEntity,
    ReplyParameters,
)
from telegram import Message as Received
from telegram.error import BadRequest, ChatMigrated, NetworkError, TelegramError

from bot.keyboard import Rows
from bot.message import Message

T = TypeVar("T")

PAUSES: Final = (0.5, 1.0, 2.0, 4.0)  # seconds between attempts
_NO_PREVIEW: Final = LinkPreviewOptions(is_disabled=True)
_NEVER_ARRIVED: Final = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)

log = logging.getLogger("quoth")


async def reply(message: Received, page: Message, rows: Rows = ()) -> Received:
    """Answer *message* with *page*; where Telegram refuses its form, with its bare text.

    Raises:
        TelegramError: it could not be sent, or nobody knows whether it was.
    """

    async def send(chat: int, *, bare: bool = False) -> Received:
        return await message.get_bot().send_message(
            chat,
            page.text,
            entities=[] if bare else entities(page),
            reply_markup=None if bare else markup(rows),
            link_preview_options=_NO_PREVIEW,
            reply_parameters=ReplyParameters(message.message_id, allow_sending_without_reply=True),
            message_thread_id=message.message_thread_id if message.is_topic_message else None,
        )

    try:
        return await surely(lambda: send(message.chat_id))
    except ChatMigrated as moved:
        new_chat = moved.new_chat_id
        return await surely(lambda: send(new_chat))
    except BadRequest as error:
        if not any(word in error.message.casefold() for word in ("entit", "button", "url", "keyboard")):
            raise
        log.error("an answer was refused (%s); its bare text is sent", error.message)  # noqa: TRY400 - says it all
        return await surely(lambda: send(message.chat_id, bare=True))


async def edit(bot: Bot, chat: int, number: int, page: Message, rows: Rows) -> bool:
    """Put *page* in the place of the message *number*; False when that message is not there any more.

    Raises:
        TelegramError: it could not be edited.
    """
    try:
        await surely(
            lambda: bot.edit_message_text(
                page.text,
                chat,
                number,
                entities=entities(page),
                reply_markup=markup(rows),
                link_preview_options=_NO_PREVIEW,
            )
        )
    except BadRequest as error:
        if "not modified" in error.message:
            return True  # tapped twice
        if "not found" in error.message or "can't be edited" in error.message:
            return False
        raise
    return True


async def surely(call: Callable[[], Awaitable[T]]) -> T:
    """Return what *call* returns, after repeating it as long as it surely did nothing."""
    for pause in PAUSES:
        try:
            return await call()
        except BadRequest:
            raise  # to PTB a kind of network error
        except NetworkError as error:
            if not did_nothing(error):
                raise
            await asyncio.sleep(pause)
    return await call()


def did_nothing(error: NetworkError) -> bool:
    """Tell whether a failed call surely had no effect: no connection, or the server itself says that it failed."""
    cause = error.__cause__
    return cause is None or isinstance(cause, (*_NEVER_ARRIVED, TelegramError))


def entities(page: Message) -> list[MessageEntity]:
    """Return the entities of *page* in Telegram's form."""
    return [MessageEntity(item.type, item.offset, item.length, url=item.url) for item in page.entities]


def markup(rows: Rows) -> InlineKeyboardMarkup | None:
    """Return *rows* in Telegram's form, None without buttons."""
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(
                    button.label,
                    callback_data=button.data,
                    url=button.url,
                    copy_text=CopyTextButton(button.copy) if button.copy else None,
                    switch_inline_query=button.share,
                )
                for button in row
            ]
            for row in rows
        ]
    )
