"""What Telegram takes and refuses beside a text: buttons, results of inline queries, commands."""

from __future__ import annotations

import re

from botapi_rules import BotApiError, Json, check_link, check_text, parsed, refused, strict, units

ACTIONS = {
    "callback_data",
    "url",
    "copy_text",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
}
LOOKS = {"style", "icon_custom_emoji_id"}
LANGUAGE = re.compile(r"[a-z]{2}")
COMMAND = re.compile(r"[a-z0-9_]{1,32}")


def check_keyboard(markup: Json) -> Json:
    """Return *markup*, an inline keyboard that Telegram takes."""
    if set(markup) != {"inline_keyboard"}:
        raise strict(f"not an inline keyboard: {sorted(markup)}")
    rows = markup["inline_keyboard"]
    if any(not row for row in rows):
        raise strict("an empty row of buttons")
    if any(len(row) > 8 for row in rows):
        raise strict("more than 8 buttons in a row")
    if sum(map(len, rows)) > 100:
        raise refused("reply markup is too long")
    for row in rows:
        for button in row:
            _check_button(button)
    return markup


def _check_button(button: Json) -> None:
    if unknown := set(button) - ACTIONS - LOOKS - {"text"}:
        raise strict(f"unknown fields of a button {sorted(unknown)}")
    if "text" not in button:
        raise refused("can't parse inline keyboard button: Can't find field \"text\"")
    if not button["text"].strip():
        raise refused("inline keyboard button text must be non-empty")
    actions = [name for name in ACTIONS & set(button) if button[name] or name.startswith("switch")]
    if not actions:
        raise refused("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise strict(f"a button does one thing, not {sorted(actions)}")
    if button.get("style", "primary") not in {"primary", "success", "danger"}:
        raise refused("invalid button style specified")
    _check_action(actions[0], button[actions[0]])


def _check_action(action: str, value: str | Json) -> None:
    if action == "callback_data" and len(str(value).encode()) > 64:
        raise refused("BUTTON_DATA_INVALID")
    if action == "copy_text":
        if not isinstance(value, dict) or not 1 <= units(value.get("text", "")) <= 256:
            raise refused("BUTTON_COPY_TEXT_INVALID")
    elif action == "url":
        try:
            check_link(str(value))
        except BotApiError as error:
            raise refused(error.description.split(": ", 1)[1].replace("entity", "inline keyboard button", 1)) from error
    elif action.startswith("switch_inline_query") and units(str(value)) > 256:
        raise strict("an inline query has at most 256 characters")


def check_results(results: list[Json], next_offset: str) -> None:
    """Raise unless *results* can answer an inline query."""
    if len(results) > 50:
        raise refused("RESULTS_TOO_MUCH")
    if len(next_offset.encode()) > 64:
        raise refused("NEXT_OFFSET_INVALID")
    if len({result.get("id") for result in results}) < len(results):
        raise refused("RESULT_ID_DUPLICATE")
    for result in results:
        _check_result(result)


def _check_result(result: Json) -> None:
    known = {"type", "id", "title", "input_message_content", "reply_markup", "url", "description"}
    if unknown := set(result) - known:
        raise strict(f"unknown fields of an inline result {sorted(unknown)}")
    if result.get("type") != "article":
        raise strict(f"inline results are articles, not {result.get('type')}")
    if not 1 <= len(result.get("id", "").encode()) <= 64:
        raise refused("RESULT_ID_INVALID")
    if not result.get("title"):
        raise strict("an article needs a title")
    content = result.get("input_message_content")
    if not content:
        raise strict("an article needs a content")
    if unknown := set(content) - {"message_text", "parse_mode", "entities", "link_preview_options"}:
        raise strict(f"unknown fields of the content {sorted(unknown)}")
    check_text(*parsed(content.get("message_text", ""), content.get("parse_mode"), content.get("entities")))
    if "reply_markup" in result:
        check_keyboard(result["reply_markup"])


def check_commands(commands: list[Json]) -> None:
    """Raise unless *commands* can be a menu."""
    if len(commands) > 100:
        raise refused("BOT_COMMANDS_TOO_MUCH")
    if len({item.get("command") for item in commands}) < len(commands):
        raise strict("the same command twice")
    for item in commands:
        if set(item) != {"command", "description"}:
            raise strict(f"a command has command and description, not {sorted(item)}")
        if not COMMAND.fullmatch(item["command"]):
            raise refused("BOT_COMMAND_INVALID")
        if not item["description"]:
            raise refused("BOT_COMMAND_DESCRIPTION_INVALID")
        if units(item["description"]) > 256:
            raise refused("command description length must not exceed 256")


def check_language(code: str) -> None:
    """Raise unless *code* is empty, for every language, or of two letters."""
    if code and not LANGUAGE.fullmatch(code):
        raise refused("invalid language code specified")
