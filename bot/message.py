"""Answers as Telegram messages: text and entities, within Telegram's limits, quotes never split.

Offsets and lengths are UTF-16 code units, as https://core.telegram.org/api/entities says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from bot.answer import Answer, Quote, Verdict
from bot.groups import groups
from bot.refusal import NO_WORDS, UNDERSTOOD, refusal, verdict_on
from bot.texts import COMMENT, NEAREST, TOO_LONG
from bot.who import Whose
from corpus.article import Voice

LIMIT: Final = 4096
LONG: Final = 600
"""A longer quote is folded until the reader taps it."""


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


def messages(answer: Answer) -> list[Message]:
    """Return *answer* as as few messages as hold it."""
    return _packed(_parts(answer))


def whose_messages(found: Whose) -> list[Message]:
    """Return what is known of a sentence as as few messages as hold it."""
    return _packed(_places(found))


def _packed(parts: Iterable[Message]) -> list[Message]:
    packed: list[Message] = []
    for part in parts:
        joined = _join(packed[-1], part) if packed else part
        if packed and width(joined.text) <= LIMIT:
            packed[-1] = joined
        else:
            packed.append(part)
    return packed


def _parts(answer: Answer) -> Iterator[Message]:
    if answer.understood_as:
        understood = f"{UNDERSTOOD} {answer.understood_as}"
        yield Message(understood, (Entity("italic", 0, width(understood)),))
    if answer.verdict is not Verdict.ANSWERED:
        nearest = f"\n\n{NEAREST}" if answer.nearest else ""
        yield Message(refusal(answer) + nearest)
    for quote in answer.nearest:
        yield _quote(quote)
    for group in groups(answer):
        if group.heading:
            heading = group.heading if group.quotes else f"{group.heading}: {NO_WORDS}"
            yield Message(heading, (Entity("bold", 0, width(heading)),))
        for quote in group.quotes:
            yield _quote(quote)


def _places(found: Whose) -> Iterator[Message]:
    yield Message(verdict_on(found))
    for place in found.places:
        if place.differences:
            yield Message(
                "\n".join(f"yours: {item.yours or '–'}\nprinted: {item.printed or '–'}" for item in place.differences)
            )
        yield _quote(place.quote)


def _quote(quote: Quote) -> Message:
    built = _with_words(quote, quote.text, fold=width(quote.text) > LONG)
    return built if width(built.text) <= LIMIT else _with_words(quote, None, fold=False)


def _with_words(quote: Quote, words: str | None, *, fold: bool) -> Message:
    text, entities = "", []
    if quote.voice is Voice.AUTHOR:
        entities.append(Entity("italic", 0, width(COMMENT)))
        text = COMMENT + "\n"
    if words is None:
        text += TOO_LONG
    else:
        entities.append(Entity("expandable_blockquote" if fold else "blockquote", width(text), width(words)))
        text += words
    text += "\n— "
    if quote.url:
        entities.append(Entity("text_link", width(text), width(quote.attribution), quote.url))
    text += quote.attribution
    for other in quote.also_in:
        text += f"\nalso quoted in {other}"
    return Message(text, tuple(entities))


def _join(first: Message, second: Message) -> Message:
    offset = width(first.text) + 2
    moved = tuple(replace(entity, offset=entity.offset + offset) for entity in second.entities)
    return Message(f"{first.text}\n\n{second.text}", first.entities + moved)
