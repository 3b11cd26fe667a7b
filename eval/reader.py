"""What a reader gets for an answer: its messages, and the same as HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from markupsafe import Markup, escape

from bot.answer import Answer
from bot.message import Message
from bot.pages import messages

_TAGS: Final = {
    "blockquote": "q-words",
    "expandable_blockquote": "q-words",
    "bold": "q-bold",
    "italic": "q-italic",
    "text_link": "q-link",
}


def messages_for(answer: Answer) -> list[Message]:
    """Return the messages that the bot sends for *answer*."""
    return messages(answer)


def as_html(shown: Sequence[Mapping[str, Any]], gold: Sequence[str]) -> list[Markup]:
    """Return the messages of an answer as HTML, the sentences around gold words marked."""
    return [_message(item["text"], item["entities"], gold) for item in shown]


def _message(text: str, entities: Sequence[Mapping[str, Any]], gold: Sequence[str]) -> Markup:
    units = text.encode("utf-16-le")
    done, html = 0, Markup()
    for entity in sorted(entities, key=lambda item: item["offset"]):
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if start < done:
            continue  # inside the one before
        html += _marked(units[2 * done : 2 * start].decode("utf-16-le"), gold)
        words = _marked(units[2 * start : 2 * end].decode("utf-16-le"), gold)
        html += Markup('<span class="{}">{}</span>').format(_TAGS.get(entity["type"], "q-plain"), words)
        done = end
    return html + _marked(units[2 * done :].decode("utf-16-le"), gold)


def _marked(words: str, gold: Sequence[str]) -> Markup:
    html = escape(words)
    for sentence in gold:
        html = html.replace(escape(sentence), Markup("<mark>{}</mark>").format(sentence))
    return html
