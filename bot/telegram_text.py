"""What a message says to the bot: whether it is meant, and the words without the mention."""

from __future__ import annotations

from typing import Final

from telegram import Message, MessageEntity, User
from telegram.constants import ChatType

_MENTIONS: Final = (MessageEntity.MENTION, MessageEntity.TEXT_MENTION)


def question_in(message: Message, me: User) -> str | None:
    """Return the question that *message* puts to the bot *me*, None when it is not meant.

    A private message is always meant; in a group one that mentions the bot, or replies to it.
    """
    text = message.text or message.caption or ""
    if message.chat.type == ChatType.PRIVATE:
        return text
    words = without_mention(message, me)
    if words is not None:
        return words or _replied_words(message)
    replied = message.reply_to_message
    return text if replied and replied.from_user and replied.from_user.id == me.id else None


def without_mention(message: Message, me: User) -> str | None:
    """Return the text without the mentions of *me*, None when it mentions nobody or others only."""
    text = message.text or message.caption
    parse = message.parse_entities if message.text else message.parse_caption_entities
    found = [
        entity
        for entity, words in parse(list(_MENTIONS)).items()
        if (entity.user is not None and entity.user.id == me.id) or words.casefold() == f"@{me.username}".casefold()
    ]
    if not found or text is None:
        return None
    units = text.encode("utf-16-le")
    for entity in sorted(found, key=lambda item: -item.offset):
        units = units[: 2 * entity.offset] + units[2 * (entity.offset + entity.length) :]
    return units.decode("utf-16-le").strip(" ,:\n\t")


def argument(message: Message) -> str:
    """Return what stands behind a command, else the part quoted from, or the text of, the message replied to."""
    behind = (message.text or "").split(maxsplit=1)[1:]
    return behind[0].strip() if behind else _replied_words(message)


def _replied_words(message: Message) -> str:
    if message.quote:
        return message.quote.text
    replied = message.reply_to_message
    return (replied.text or replied.caption or "") if replied else ""
