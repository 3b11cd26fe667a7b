"""The key of what the bot keeps: made once, in a file of its own outside the home."""

from __future__ import annotations

import hmac
import json
import os
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet, InvalidToken

from corpus.errors import QuothError


class Vault:
    """Encrypts values and hashes ids with one key."""

    def __init__(self, key: bytes) -> None:
        self._fernet = Fernet(key)
        self._key = key

    def seal(self, value: Any) -> bytes:
        """Return *value* (anything JSON holds) encrypted."""
        return self._fernet.encrypt(json.dumps(value, ensure_ascii=False).encode())

    def open(self, sealed: bytes) -> Any:
        """Return what was sealed.

        Raises:
            QuothError: it was sealed with another key.
        """
        try:
            return json.loads(self._fernet.decrypt(sealed))
        except InvalidToken:
            raise QuothError(
                "what the bot keeps was encrypted with another key",
                hint="bring the key file back (QUOTH_BOT_KEY_FILE), or delete bot.sqlite in the home",
            ) from None

    def alias(self, number: int) -> str:
        """Return a keyed hash by which a Telegram id is known in the store: 32 hexadecimal digits."""
        return hmac.new(self._key, str(number).encode(), sha256).hexdigest()[:32]


def open_vault(path: Path) -> Vault:
    """Return the vault of the key in *path*, which is made (readable by its owner only) where there is none.

    Raises:
        QuothError: the file cannot be read or made, or holds no key.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return Vault(path.read_bytes().strip())
        key = Fernet.generate_key()
        with os.fdopen(descriptor, "wb") as file:
            file.write(key + b"\n")
            file.flush()
            os.fsync(file.fileno())
        return Vault(key)
    except OSError as error:
        raise QuothError(
            f"cannot use the key file {path}: {error.strerror}", hint="choose another: QUOTH_BOT_KEY_FILE"
        ) from error
    except ValueError as error:
        raise QuothError(
            f"{path} holds no key", hint="bring the right file back, or delete it together with bot.sqlite in the home"
        ) from error
