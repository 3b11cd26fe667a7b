"""What Telegram takes and refuses: texts, entities, links and buttons, decided by real TDLib.

Where Telegram would silently change or drop something, the answer is an error that starts with STRICT.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import tdjson

MARKUP_LIMIT = 32_768  # bytes, before parsing
ENTITY_LIMIT = 100
TYPES = {
    "bold": "Bold",
    "italic": "Italic",
    "underline": "Underline",
    "strikethrough": "Strikethrough",
    "spoiler": "Spoiler",
    "blockquote": "BlockQuote",
    "expandable_blockquote": "ExpandableBlockQuote",
    "code": "Code",
    "pre": "Pre",
    "text_link": "TextUrl",
    "text_mention": "MentionName",
}
FOUND = {
    "Mention": "mention",
    "Hashtag": "hashtag",
    "Cashtag": "cashtag",
    "BotCommand": "bot_command",
    "Url": "url",
    "EmailAddress": "email",
    "PhoneNumber": "phone_number",
    **{kind: name for name, kind in TYPES.items()},
}
PARSE_MODES = {
    "html": {"@type": "textParseModeHTML"},
    "markdown": {"@type": "textParseModeMarkdown", "version": 1},
    "markdownv2": {"@type": "textParseModeMarkdown", "version": 2},
}
# TDLib offers its clean-up without a session only together with its Markdown, so the Markdown has to go first.
NO_MARKDOWN = str.maketrans("*_~|`[]", "xxxxxxx")
Json = dict[str, Any]


class BotApiError(Exception):
    """What the server answers instead of a result."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def refused(message: str, **parameters: int) -> BotApiError:
    """Word *message* as the server words what TDLib says."""
    if message[1:2] != "_" and not message[1:2].isupper():
        message = message[:1].lower() + message[1:]
    return BotApiError(400, f"Bad Request: {message}", **parameters)


def strict(message: str) -> BotApiError:
    """Refuse what Telegram would let pass, but not as it was meant."""
    return BotApiError(400, f"STRICT: {message}")


def td(request: Json) -> Json:
    """Ask TDLib, offline and at once."""
    _quiet()
    result = json.loads(tdjson.td_execute(json.dumps(request).encode()))
    if result["@type"] == "error":
        raise refused(result["message"])
    return result


@cache
def _quiet() -> None:
    """Keep TDLib from writing to stderr."""
    tdjson.td_execute(b'{"@type":"setLogVerbosityLevel","new_verbosity_level":0}')


def units(text: str) -> int:
    """Return the length in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def check_text(text: str, entities: list[Json], limit: int = 4096) -> list[Json]:
    """Return *entities* as Telegram would send them on."""
    if not text.strip():
        raise refused("message text is empty")
    if units(text) > limit:
        raise refused("message is too long")
    return _settled(text, entities)


def check_caption(text: str, entities: list[Json]) -> list[Json]:
    """Return *entities* of a caption, which may be empty."""
    if units(text) > 1024:
        raise refused("message caption is too long")
    return _settled(text, entities) if text.strip() else []


def parsed(text: str, parse_mode: str | None, entities: list[Json] | None) -> tuple[str, list[Json]]:
    """Return text and entities, whichever way they were given."""
    if len(text.encode()) > MARKUP_LIMIT:
        raise refused("text is too long")
    if not parse_mode:
        return text, entities or []
    if entities:
        raise strict("parse_mode beside entities: one of them is ignored")
    mode = PARSE_MODES.get(parse_mode.lower())
    if mode is None:
        raise refused("unsupported parse_mode")
    found = td({"@type": "parseTextEntities", "text": text, "parse_mode": mode})
    entities = [_from_td(entity) for entity in found["entities"]]
    links = sum(entity["type"] in {"text_link", "text_mention"} for entity in entities)
    if len(re.findall(r"<a\s|\]\(", text)) > links:
        raise strict("a link would be dropped")
    return found["text"], entities


def found_entities(text: str) -> list[Json]:
    """Return what Telegram itself sees in a text: commands, mentions, links."""
    found = td({"@type": "getTextEntities", "text": text})["entities"]
    return [_from_td(item) for item in found if item["type"]["@type"].removeprefix("textEntityType") in FOUND]


def check_quote(quote: str, text: str) -> None:
    """Raise unless *quote* is a part of the *text* replied to, to the letter."""

    def plain(words: str) -> Json:
        return {"@type": "formattedText", "text": words, "entities": []}

    if units(quote) > 1024:
        raise refused("QUOTE_TEXT_INVALID")
    try:
        td({"@type": "searchQuote", "text": plain(text), "quote": plain(quote), "quote_position": 0})
    except BotApiError as error:
        raise refused("QUOTE_TEXT_INVALID") from error


def check_link(url: str) -> None:
    """Raise where TDLib refuses *url*; the message says why."""
    _formatted("x", [{"type": "text_link", "offset": 0, "length": 1, "url": url}])


def check_clean(text: str) -> None:
    """Raise where Telegram would change *text*, other than at its ends."""
    if text.strip() and _formatted(text, [])["text"] != text.translate(NO_MARKDOWN):
        raise strict("Telegram would change this text")


def _settled(text: str, entities: list[Json]) -> list[Json]:
    if len(entities) > ENTITY_LIMIT:
        raise strict(f"more than {ENTITY_LIMIT} entities: the rest would be dropped")
    for entity in entities:
        _check_entity(text, entity)
    settled = _formatted(text, entities)
    if settled["text"] != text.translate(NO_MARKDOWN) or text.strip() != text:
        raise strict("Telegram would change this text")
    sent_on = [_from_td(entity) for entity in settled["entities"]]
    if sorted(map(_place, sent_on)) != sorted(map(_place, entities)):
        raise strict(f"Telegram would change these entities: {entities} to {sent_on}")
    return sent_on


def _formatted(text: str, entities: list[Json]) -> Json:
    return td(
        {
            "@type": "parseMarkdown",
            "text": {
                "@type": "formattedText",
                "text": text.translate(NO_MARKDOWN),
                "entities": [_to_td(entity) for entity in entities],
            },
        }
    )


def _check_entity(text: str, entity: Json) -> None:
    extra = (
        {"url"} if entity.get("type") == "text_link" else {"user"} if entity.get("type") == "text_mention" else set()
    )
    if entity.get("type") not in TYPES or set(entity) != {"type", "offset", "length"} | extra:
        raise strict(f"bad entity {entity}")
    start, end = entity["offset"], entity["offset"] + entity["length"]
    piece = text.encode("utf-16-le")[2 * max(0, start) : 2 * end].decode("utf-16-le", errors="replace")
    if entity["length"] <= 0 or piece.strip() != piece:
        raise strict(f"Telegram would shrink the entity {piece!r}")


def _place(entity: Json) -> tuple[str, int, int]:
    return entity["type"], entity["offset"], entity["length"]


def _to_td(entity: Json) -> Json:
    kind: Json = {"@type": f"textEntityType{TYPES[entity['type']]}"}
    if "url" in entity:
        kind["url"] = entity["url"]
    if "user" in entity:
        kind["user_id"] = entity["user"]["id"]
    return {"@type": "textEntity", "offset": entity["offset"], "length": entity["length"], "type": kind}


def _from_td(entity: Json) -> Json:
    kind = entity["type"]["@type"].removeprefix("textEntityType")
    made = {"type": FOUND[kind], "offset": entity["offset"], "length": entity["length"]}
    if kind == "TextUrl":
        made["url"] = entity["type"]["url"]
    return made
