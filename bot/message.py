"""A Telegram message: text and entities.

Offsets and lengths are UTF-16 code units, as https://core.telegram.org/api/entities says.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

LIMIT: Final = 4096


@dataclass(frozen=True, slots=True)
class Entity:
    """A styled stretch of a message."""

    type: str
    offset: int
    length: int
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A text with its entities, ready to be sent."""

    text: str
    entities: tuple[Entity, ...] = ()


def width(text: str) -> int:
    """Return the length of *text* in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def styled(text: str, style: str, url: str | None = None) -> Message:
    """Return *text* in one *style*, the type of an entity."""
    return Message(text, (Entity(style, 0, width(text), url),))


def joined(*messages: Message, by: str = "") -> Message:
    """Return *messages* as one, with *by* between them."""
    text, entities = "", []
    for position, message in enumerate(messages):
        text += by if position else ""
        offset = width(text)
        entities += [replace(entity, offset=entity.offset + offset) for entity in message.entities]
        text += message.text
    return Message(text, tuple(entities))
