"""Rich messages (Bot API 10.1): each quote a block quotation with its attribution as credit. Off unless set."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any, Final

from telegram import Message as Received
from telegram.error import BadRequest, EndPointNotFound

from bot.answer import Quote
from bot.interface import Interface
from bot.keyboard import Rows
from bot.line import also_in, attribution_of
from bot.parts import Cited, Line, Part
from bot.telegram_send import markup, surely
from bot.texts import COMMENT
from corpus.article import Voice

LONGEST: Final = 32_000
"""Characters; Telegram takes 32,768."""

log = logging.getLogger("quoth")


async def reply_richly(message: Received, parts: Iterable[Part], interface: Interface, rows: Rows) -> int | None:
    """Answer *message* with *parts* as one rich message; return its number, None where Telegram refuses its form.

    Raises:
        TelegramError: it could not be sent, or nobody knows whether it was.
    """
    blocks = rich_blocks(parts, interface)
    keyboard = markup(rows)
    request: dict[str, Any] = {
        "chat_id": message.chat_id,
        "rich_message": {"blocks": blocks, "skip_entity_detection": True},
        "reply_parameters": {"message_id": message.message_id, "allow_sending_without_reply": True},
    }
    if message.is_topic_message:
        request["message_thread_id"] = message.message_thread_id
    if keyboard:
        request["reply_markup"] = keyboard.to_dict()
    try:
        sent = await surely(lambda: message.get_bot().do_api_request("sendRichMessage", request, return_type=Received))
    except (BadRequest, EndPointNotFound) as error:
        log.warning("no rich message (%s); a plain one is sent", type(error).__name__)
        return None
    return sent.message_id if isinstance(sent, Received) else None


def rich_blocks(parts: Iterable[Part], interface: Interface) -> list[dict[str, Any]]:
    """Return *parts* as the blocks of a rich message; what comes after the longest that it can hold is left out."""
    blocks: list[dict[str, Any]] = []
    length = 0
    for part in parts:
        length += len(part.text) if isinstance(part, Line) else len(part.quote.text) + 500
        if length > LONGEST:
            break
        if isinstance(part, Line):
            text = {"type": part.style, "text": part.text} if part.style else part.text
            blocks.append({"type": "paragraph", "text": text})
        else:
            blocks += _quotation(part, interface)
    return blocks


def _quotation(part: Cited, interface: Interface) -> list[dict[str, Any]]:
    quote = part.quote
    words = [{"type": "paragraph", "text": line} for line in _lines(quote, marked=part.marked)]
    credit: Any = attribution_of(quote, interface)
    if quote.url:
        credit = {"type": "url", "text": credit, "url": quote.url}
    others = [f"\n{also_in(item, quote, interface)}" for item in quote.also_in]
    block = {"type": "blockquote", "blocks": words, "credit": [credit, *others] if others else credit}
    comment = {"type": "paragraph", "text": {"type": "italic", "text": interface.say(COMMENT)}}
    return [comment, block] if quote.voice is Voice.AUTHOR else [block]


def _lines(quote: Quote, *, marked: bool) -> list[Any]:
    """Return the paragraphs of *quote* as rich text, its key in bold."""
    if not marked:
        return list(quote.text.split("\n"))
    first, last = quote.key[0] - quote.start, quote.key[1] - quote.start
    lines: list[Any] = []
    start = 0
    for line in quote.text.split("\n"):
        left, right = max(0, first - start), min(len(line), last - start)
        if left < right:
            pieces = [line[:left], {"type": "bold", "text": line[left:right]}, line[right:]]
            lines.append([piece for piece in pieces if piece])
        else:
            lines.append(line)
        start += len(line) + 1
    return lines
