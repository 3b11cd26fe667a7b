"""The methods of the Bot API that the server knows, with their parameters and the types of these."""

from __future__ import annotations

import json
from typing import Any

from botapi_rules import BotApiError, Json, refused, strict

_SENDING = {
    "business_connection_id",
    "message_thread_id",
    "disable_notification",
    "protect_content",
    "allow_paid_broadcast",
    "message_effect_id",
    "reply_parameters",
    "reply_markup",
}
_PLACE = {"chat_id", "message_id", "inline_message_id", "business_connection_id"}
# Method: what it must have, what it may have. https://core.telegram.org/bots/api
METHODS: dict[str, tuple[set[str], set[str]]] = {
    "getme": (set(), set()),
    "getupdates": (set(), {"offset", "limit", "timeout", "allowed_updates"}),
    "setwebhook": (
        {"url"},
        {"certificate", "ip_address", "max_connections", "allowed_updates", "drop_pending_updates", "secret_token"},
    ),
    "deletewebhook": (set(), {"drop_pending_updates"}),
    "getwebhookinfo": (set(), set()),
    "setmycommands": ({"commands"}, {"scope", "language_code"}),
    "getmycommands": (set(), {"scope", "language_code"}),
    "deletemycommands": (set(), {"scope", "language_code"}),
    "setmydescription": (set(), {"description", "language_code"}),
    "setmyshortdescription": (set(), {"short_description", "language_code"}),
    "sendmessage": ({"chat_id", "text"}, {"parse_mode", "entities", "link_preview_options"} | _SENDING),
    "senddocument": (
        {"chat_id", "document"},
        {"caption", "parse_mode", "caption_entities", "thumbnail", "disable_content_type_detection"} | _SENDING,
    ),
    "sendrichmessage": ({"chat_id", "rich_message"}, _SENDING),
    "sendchataction": ({"chat_id", "action"}, {"message_thread_id", "business_connection_id"}),
    "setmessagereaction": ({"chat_id", "message_id"}, {"reaction", "is_big"}),
    "editmessagetext": (
        set(),
        {"text", "parse_mode", "entities", "link_preview_options", "reply_markup", "rich_message"} | _PLACE,
    ),
    "editmessagereplymarkup": (set(), {"reply_markup"} | _PLACE),
    "deletemessage": ({"chat_id", "message_id"}, set()),
    "answercallbackquery": ({"callback_query_id"}, {"text", "show_alert", "url", "cache_time"}),
    "answerinlinequery": (
        {"inline_query_id", "results"},
        {"cache_time", "is_personal", "next_offset", "button"},
    ),
    "getfile": ({"file_id"}, set()),
    "getchat": ({"chat_id"}, set()),
    "getchatmember": ({"chat_id", "user_id"}, set()),
    "leavechat": ({"chat_id"}, set()),
}
_OBJECTS = {
    "allowed_updates",
    "commands",
    "scope",
    "entities",
    "caption_entities",
    "link_preview_options",
    "reply_parameters",
    "reply_markup",
    "rich_message",
    "reaction",
    "results",
    "button",
}
_NUMBERS = {
    "offset",
    "limit",
    "timeout",
    "max_connections",
    "message_thread_id",
    "message_id",
    "chat_id",
    "user_id",
    "cache_time",
}
_YES_OR_NO = {
    "drop_pending_updates",
    "disable_notification",
    "protect_content",
    "allow_paid_broadcast",
    "disable_content_type_detection",
    "show_alert",
    "is_personal",
    "is_big",
}
_FIELDS = {
    "reply_parameters": {
        "message_id",
        "chat_id",
        "allow_sending_without_reply",
        "quote",
        "quote_parse_mode",
        "quote_entities",
        "quote_position",
    },
    "link_preview_options": {"is_disabled", "url", "prefer_small_media", "prefer_large_media", "show_above_text"},
    "scope": {"type", "chat_id", "user_id"},
    "button": {"text", "start_parameter"},
}


def read_parameters(method: str, given: Json) -> Json:
    """Return the parameters with their types; *given* are strings, or of a JSON body."""
    if method not in METHODS:
        raise BotApiError(404, "Not Found: method not found")
    needed, possible = METHODS[method]
    if unknown := set(given) - needed - possible:
        raise strict(f"unknown parameters {sorted(unknown)}")
    read = {name: _read(name, value) for name, value in given.items()}
    for name in sorted(needed):
        if read.get(name) in (None, "") and name != "url":
            raise refused(_missing(name))
    return read


def _missing(name: str) -> str:
    return {
        "chat_id": "chat_id is empty",
        "text": "message text is empty",
        "message_id": "message identifier is not specified",
        "file_id": "file_id not specified",
        "user_id": "invalid user_id specified",
        "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
    }.get(name, f"{name} is not specified")


def _read(name: str, value: Any) -> Any:
    if name in _OBJECTS:
        value = _object(name, value)
        if unknown := set(value) - _FIELDS[name] if name in _FIELDS else set():
            raise strict(f"unknown fields {sorted(unknown)} in {name}")
        return value
    if name in _NUMBERS:
        try:
            return int(value)
        except ValueError as error:
            raise strict(f"{name} is not a number: {value!r}") from error
    if name in _YES_OR_NO and not isinstance(value, bool):
        if value.lower() not in {"true", "false"}:
            raise strict(f"{name} is neither true nor false: {value!r}")
        return value.lower() == "true"
    return value


def _object(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError as error:
        raise refused(f"can't parse {name.replace('_', ' ')} JSON object") from error
