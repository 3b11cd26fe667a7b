"""New articles from maintainers: a file that they send, or a link behind ``/add``."""

from __future__ import annotations

import asyncio
from pathlib import PurePath
from typing import Final

from telegram import Document, Update
from telegram.ext import ContextTypes

from bot.interface import Interface
from bot.message import Message
from bot.settings import Settings
from bot.telegram_desk import Desk
from bot.telegram_send import reply
from bot.texts import (
    ADD_WHAT,
    ADDED,
    ALREADY_THERE,
    ASSUMED,
    FAILED_SO,
    LEFT_OUT,
    MORE_ADDED,
    NOTHING_IN_IT,
    READING,
    REPLACED,
    TOO_LARGE,
    WRONG_KIND,
)
from corpus.decode import LONGEST
from corpus.errors import QuothError
from corpus.fetch import Visitor
from corpus.gather import Gatherer, Report
from corpus.intake import Outcome, intake
from corpus.kinds import SUFFIXES
from corpus.library import Library

NAMED: Final = 5  # articles that are told one by one
NOTES: Final = 10  # assumptions about an added article that are told
MEGABYTES: Final = LONGEST >> 20


class Adding:
    """The handlers that take articles in; the filter that lets only maintainers pass is where they are registered."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def on_add(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Add what is behind the link, or tell how to add an article."""
        message, interface = update.message, await self._desk.interface_for(update.effective_user)
        if message is None:
            return
        links = context.args or []
        if not links:
            await reply(message, Message(interface.say(ADD_WHAT, megabytes=MEGABYTES)))
            return
        await reply(message, Message(interface.say(READING, link=links[0])))
        text = await self._gathered(links[0], None, interface)
        await reply(message, Message(text))

    async def on_document(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Add the articles in a file."""
        message, interface = update.message, await self._desk.interface_for(update.effective_user)
        if message is None or message.document is None:
            return
        document = message.document
        if (document.file_size or 0) > LONGEST:
            text = interface.say(TOO_LARGE, megabytes=MEGABYTES)
        elif PurePath(document.file_name or "").suffix.casefold() not in SUFFIXES:
            text = interface.say(WRONG_KIND, suffixes=", ".join(sorted(SUFFIXES)))
        else:
            text = await self._gathered(f"telegram:{document.file_name}", await _downloaded(document), interface)
        await reply(message, Message(text))

    async def _gathered(self, source: str, data: bytes | None, interface: Interface) -> str:
        try:
            report = await asyncio.to_thread(_gather, self._desk.settings, source, data)
        except QuothError as error:
            return _failed(error, interface)
        return "\n".join(_told(report, interface))


async def _downloaded(document: Document) -> bytes:
    file = await document.get_file()
    return bytes(await file.download_as_bytearray())


def _gather(settings: Settings, source: str, data: bytes | None) -> Report:
    visitor = Visitor(private=settings.fetch_private)
    with intake(Library(settings.library), "the bot") as taking:
        return Gatherer(taking, visitor, lambda *_: None).gather(source, data)


def _told(report: Report, interface: Interface) -> list[str]:
    lines: list[str] = []
    for taken in report.taken[:NAMED]:
        said = {Outcome.KNOWN: ALREADY_THERE, Outcome.CHANGED: REPLACED}.get(taken.outcome, ADDED)
        lines.append(interface.say(said, identity=taken.article[:12]))
        lines += [interface.say(ASSUMED, line=note.line, assumed=note.assumed) for note in taken.notes[:NOTES]]
    if more := len(report.taken[NAMED:]):
        lines.append(interface.say(MORE_ADDED, number=more))
    lines += [interface.say(LEFT_OUT, reason=reason, number=number) for reason, number in report.skipped.items()]
    lines += [_failed(error, interface) for error in report.errors[:NAMED]]
    return lines or [interface.say(NOTHING_IN_IT)]


def _failed(error: QuothError, interface: Interface) -> str:
    return interface.say(FAILED_SO, error=error, hint=error.hint or "").strip()
