"""Showing what was found: its first page with buttons, and what the bot keeps so that the buttons work."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import dataclass

from telegram import Message as Received

from bot.answer import Answer
from bot.interface import Interface
from bot.keyboard import Rows, answer_rows
from bot.pages import Page, pages
from bot.parts import Cited, Part
from bot.places import parts_at, places_of
from bot.store import Shown
from bot.telegram_desk import Desk, Live
from bot.telegram_rich import reply_richly
from bot.telegram_send import edit, reply
from bot.turn import Turn


@dataclass(frozen=True, slots=True)
class Found:
    """What there is to say to words."""

    parts: tuple[Part, ...]
    verdict: str
    """Of the answer, or ``who`` or ``further``."""
    words: str
    """What was asked, as typed."""
    answer: Answer | None = None
    before: Turn | None = None
    offered: frozenset[str] = frozenset()
    """Ids of the quotes shown before these."""

    @property
    def follow_up(self) -> bool:
        """Whether the words alone are not the whole question."""
        return self.answer is not None and self.answer.understood_as is not None

    @property
    def stored(self) -> tuple[Part, ...]:
        """The parts without the line that repeats the question."""
        return self.parts[self.follow_up :]


async def show(  # noqa: PLR0913, PLR0917 - what a message depends on
    desk: Desk, message: Received, person: int, interface: Interface, found: Found, known: Shown | None = None
) -> None:
    """Answer *message* with what was *found*, in the place of what is *known* to have been sent for it before.

    Raises:
        TelegramError: it could not be sent.
    """
    identity = secrets.token_urlsafe(9)
    built = pages(found.parts, interface)
    bot = message.get_bot()
    rows = page_rows(identity, built, 0, interface, inline=bool(bot.bot.supports_inline_queries), verdict=found.verdict)
    sent = None
    if known is not None and await edit(bot, message.chat_id, known.sent, built[0].message, rows):
        sent = known.sent
    elif desk.settings.telegram_rich:
        sent = await reply_richly(message, found.parts, interface, rows)
    sent = sent or (await reply(message, built[0].message, rows)).message_id
    offered = found.offered | {part.quote.id for part in found.parts if isinstance(part, Cited)}
    desk.live.remember(identity, Live(person, found.answer, found.before, found.words, found.parts, offered))
    shown = Shown(
        id=identity,
        person=desk.store.alias(person),
        chat=desk.store.alias(message.chat_id),
        asked=message.message_id,
        sent=sent,
        language=interface.code,
        verdict=found.verdict,
        generation=found.answer.generation if found.answer else None,
        follow_up=found.follow_up,
        places=places_of(found.stored),
    )
    await asyncio.to_thread(desk.store.keep_answer, shown)


def page_rows(  # noqa: PLR0913 - what a keyboard depends on
    identity: str,
    built: list[Page],
    number: int,
    interface: Interface,
    *,
    inline: bool,
    verdict: str,
    judging: bool | None = False,
) -> Rows:
    """Return the buttons below page *number*; what is no answer cannot be judged as one."""
    is_answer = verdict not in {"who", "further"}
    return answer_rows(
        identity,
        built,
        number,
        interface,
        inline=inline,
        more=verdict != "who" and any(page.quotes for page in built),
        judging=judging if is_answer else None,
    )


async def shown_pages(desk: Desk, shown: Shown, interface: Interface) -> list[Page]:
    """Return the pages of an answer sent before, from memory or from the places that were kept."""
    live = desk.live.get(shown.id)
    if live is not None:
        parts = list(live.parts)
    else:
        parts = await asyncio.to_thread(parts_at, shown.places, desk.library)
    return pages(parts, interface)
