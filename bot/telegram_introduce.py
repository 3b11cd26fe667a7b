"""Introducing the bot to Telegram: commands and descriptions in every language, set when they have changed."""

from __future__ import annotations

import asyncio
import json
import logging
from hashlib import sha256

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import TelegramError

from bot.interface import NATIVE, Interface, interface
from bot.telegram_desk import Desk
from bot.texts import ADMIN_COMMANDS, COMMANDS, DESCRIPTION, IN_GROUPS, SHORT_DESCRIPTION

log = logging.getLogger("quoth")


async def introduce(bot: Bot, desk: Desk) -> None:
    """Tell Telegram commands and descriptions, unless it was told the same before; a failure stops nothing."""
    told = [_introduction(interface(code)) for code in NATIVE]
    digest = sha256(json.dumps([bot.id, told]).encode()).hexdigest()
    if await asyncio.to_thread(desk.store.note, "introduced") == digest:
        return
    try:
        for code in NATIVE:
            await _in_language(bot, interface(code))
    except TelegramError as error:
        log.warning("commands and descriptions could not be set: %s", type(error).__name__)
    else:
        await asyncio.to_thread(desk.store.set_note, "introduced", digest)


def _introduction(words: Interface) -> list[str]:
    return [words.say(text) for text in (DESCRIPTION, SHORT_DESCRIPTION, *COMMANDS.values())]


async def _in_language(bot: Bot, words: Interface) -> None:
    code = None if words.code == "en" else words.code  # what is set without a language is for all others
    commands = {name: BotCommand(name, words.say(text)) for name, text in COMMANDS.items()}
    await bot.set_my_commands(list(commands.values()), scope=BotCommandScopeAllPrivateChats(), language_code=code)
    in_groups = [commands[name] for name in IN_GROUPS]
    await bot.set_my_commands(in_groups, scope=BotCommandScopeAllGroupChats(), language_code=code)
    await bot.set_my_description(words.say(DESCRIPTION), language_code=code)
    await bot.set_my_short_description(words.say(SHORT_DESCRIPTION), language_code=code)


async def introduce_to_admin(bot: Bot, admin: int, words: Interface) -> None:
    """Set the menu of a maintainer, who has just written: before that, Telegram knows no such chat."""
    menu = [BotCommand(name, words.say(text)) for name, text in (COMMANDS | ADMIN_COMMANDS).items()]
    try:
        await bot.set_my_commands(menu, scope=BotCommandScopeChat(admin))
    except TelegramError as error:
        log.warning("the menu of a maintainer could not be set: %s", type(error).__name__)
