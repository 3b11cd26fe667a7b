"""The buttons below a message, before Telegram gives them their form.

The data of a button is ``act:answer:number``, at most 64 bytes; whoever reads it must not trust it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from bot.answer import Quote
from bot.interface import NATIVE, Interface
from bot.message import width
from bot.pages import Page
from bot.texts import (
    AS_IN_TELEGRAM,
    BACK,
    CONTEXT,
    COPY,
    MORE,
    NOT_AN_ANSWER,
    NOT_RIGHT,
    RIGHT,
    SHARE,
    SOURCE,
    WRONG_QUOTE,
    WRONG_SPEAKER,
)

COPIED: Final = 256
"""A longer text cannot be copied by a button."""
JUDGMENTS: Final = {
    "right": RIGHT,
    "wrong_quote": WRONG_QUOTE,
    "wrong_speaker": WRONG_SPEAKER,
    "not_an_answer": NOT_AN_ANSWER,
}
_DATA: Final = re.compile(r"(?P<act>page|context|more|judge|say|language|none):(?P<of>[\w-]{0,24}):(?P<value>\w{0,16})")


@dataclass(frozen=True, slots=True)
class Button:
    """A label and exactly one thing that a tap does."""

    label: str
    data: str | None = None
    url: str | None = None
    copy: str | None = None
    share: str | None = None
    """Text of an inline query in a chat that the reader picks."""


@dataclass(frozen=True, slots=True)
class Tap:
    """What the data of a button asks for."""

    act: str
    of: str
    """Id of an answer; empty where none is needed."""
    value: str


Rows: TypeAlias = tuple[tuple[Button, ...], ...]


def read_data(data: str) -> Tap | None:
    """Return what *data* asks for, None when no button of ours has such data."""
    match = _DATA.fullmatch(data)
    return Tap(match["act"], match["of"], match["value"]) if match else None


def answer_rows(  # noqa: PLR0913 - what a keyboard depends on
    identity: str,
    pages: Sequence[Page],
    number: int,
    interface: Interface,
    *,
    inline: bool,
    more: bool,
    judging: bool | None = False,
) -> Rows:
    """Return the buttons below page *number* (from 0) of an answer.

    *inline*: the bot may be used inline; *more*: there may be further passages; *judging*: the reader is choosing what
    is wrong, None when the judgment is given.
    """
    say, quotes = interface.say, pages[number].quotes
    rows = [_turning("page", identity, number, len(pages))]
    if quotes:
        position = sum(len(page.quotes) for page in pages[:number])
        rows.append((Button(say(CONTEXT), f"context:{identity}:{position}"),))
        rows.append(_about(quotes[0], interface, inline=inline))
    if more:
        rows[1 if quotes else 0] += (Button(say(MORE), f"more:{identity}:"),)
    if judging:
        wrong = tuple(Button(say(label), f"say:{identity}:{kind}") for kind, label in JUDGMENTS.items())[1:]
        rows += [wrong[:2], (*wrong[2:], Button(say(BACK), f"page:{identity}:{number}"))]
    elif judging is not None:
        rows.append((Button(say(RIGHT), f"say:{identity}:right"), Button(say(NOT_RIGHT), f"judge:{identity}:{number}")))
    return tuple(row for row in rows if row)


def context_rows(identity: str, pages: Sequence[Page], position: int, interface: Interface, *, inline: bool) -> Rows:
    """Return the buttons below the surroundings of the quote at *position* (from 0, over all *pages*)."""
    quotes = [(quote, number) for number, page in enumerate(pages) for quote in page.quotes]
    quote, number = quotes[position]
    rows = (
        _turning("context", identity, position, len(quotes)),
        _about(quote, interface, inline=inline),
        (Button(interface.say(BACK), f"page:{identity}:{number}"),),
    )
    return tuple(row for row in rows if row)


def language_rows(interface: Interface) -> Rows:
    """Return the buttons that choose a language."""
    codes = [Button(name, f"language::{code}") for code, name in NATIVE.items()]
    return (tuple(codes[:2]), tuple(codes[2:]), (Button(interface.say(AS_IN_TELEGRAM), "language::"),))


def _turning(act: str, identity: str, number: int, count: int) -> tuple[Button, ...]:
    if count < 2:
        return ()
    left, right = (number - 1) % count, (number + 1) % count
    return (
        Button("◀", f"{act}:{identity}:{left}"),
        Button(f"{number + 1}/{count}", "none::"),
        Button("▶", f"{act}:{identity}:{right}"),
    )


def _about(quote: Quote, interface: Interface, *, inline: bool) -> tuple[Button, ...]:
    words = quote.text[quote.key[0] - quote.start : quote.key[1] - quote.start]
    found = [Button(interface.say(SOURCE), url=quote.url)] if quote.url else []
    if width(words) <= COPIED:
        found.append(Button(interface.say(COPY), copy=words))
    if inline:
        found.append(Button(interface.say(SHARE), share=quote.id))
    return tuple(found)
