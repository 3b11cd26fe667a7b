"""The bot's token: read from the settings, kept out of logs and messages."""

from __future__ import annotations

import re
from typing import Final

from bot.settings import Settings
from corpus.errors import UsageError

_SHAPE: Final = re.compile(r"\d{1,16}:[A-Za-z0-9_-]{20,64}")
_WAY_OUT: Final = "set QUOTH_TELEGRAM_TOKEN to what @BotFather gave you, or QUOTH_TELEGRAM_TOKEN_FILE to its file"


def read_token(settings: Settings) -> str:
    """Return the token.

    Raises:
        UsageError: there is none, or what is there is not shaped like one.
    """
    if settings.telegram_token is not None:
        token = settings.telegram_token.get_secret_value().strip()
    elif settings.telegram_token_file is not None:
        try:
            token = settings.telegram_token_file.read_text().strip()
        except (OSError, ValueError) as error:
            raise UsageError(f"cannot read the token file {settings.telegram_token_file}", hint=_WAY_OUT) from error
    else:
        raise UsageError("no Telegram token is set", hint=_WAY_OUT)
    if not _SHAPE.fullmatch(token):
        raise UsageError("the Telegram token is not shaped like one (123456:letters)", hint=_WAY_OUT)
    return token


def without_tokens(text: str) -> str:
    """Return *text* with whatever looks like a token hidden."""
    return _SHAPE.sub("<token>", text)
