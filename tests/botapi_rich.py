"""Rich messages of Bot API 10.x, as far as a bot needs them that quotes: paragraphs, headings, block quotations."""

from __future__ import annotations

from typing import Any

from botapi_rules import Json, check_clean, check_link, refused, strict, units

LIMIT = 32_768
BLOCK_LIMIT = 500
DEPTH = 16
# Type of a block: what it must have, what it may have.
BLOCKS: dict[str, tuple[set[str], set[str]]] = {
    "paragraph": ({"text"}, set()),
    "heading": ({"text", "size"}, set()),
    "footer": ({"text"}, set()),
    "divider": (set(), set()),
    "blockquote": ({"blocks"}, {"credit"}),
    "expandable_blockquote": ({"text"}, {"credit"}),
    "details": ({"summary", "blocks"}, {"is_open"}),
}
TEXTS = {"bold", "italic", "underline", "strikethrough", "spoiler", "marked", "code", "url"}


def check_rich(message: Json) -> Json:
    """Return *message*, a rich message of blocks that Telegram takes."""
    if set(message) - {"blocks", "skip_entity_detection"} or not message.get("blocks"):
        raise strict(f"a rich message is made of blocks here, not of {sorted(message)}")
    words: list[str] = []
    count = sum(_check_block(block, 1, words) for block in message["blocks"])
    if count > BLOCK_LIMIT:
        raise refused("RICH_MESSAGE_TOO_MANY_BLOCKS")
    if units("".join(words)) > LIMIT:
        raise refused("message is too long")
    return message


def _check_block(block: Json, depth: int, words: list[str]) -> int:
    """Return how many blocks it is, itself included; its texts are added to *words*."""
    needed, possible = BLOCKS.get(block.get("type", ""), (None, None))
    if needed is None or possible is None or depth > DEPTH:
        raise strict(f"this block is unknown or too deep: {block.get('type')}")
    fields = set(block) - {"type"}
    if not needed <= fields <= needed | possible:
        raise strict(f"a {block['type']} has {sorted(needed | possible)}, not {sorted(fields)}")
    for name in fields & {"text", "credit", "summary"}:
        _check_words(block[name], words)
    return 1 + sum(_check_block(inner, depth + 1, words) for inner in block.get("blocks", []))


def _check_words(text: Any, words: list[str]) -> None:
    if isinstance(text, str):
        check_clean(text)
        words.append(text)
    elif isinstance(text, list):
        for part in text:
            _check_words(part, words)
    elif isinstance(text, dict) and text.get("type") in TEXTS:
        if text["type"] == "url":
            check_link(text["url"])
        _check_words(text["text"], words)
    else:
        raise strict(f"not a rich text: {text!r}")
