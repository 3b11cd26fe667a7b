"""From the bytes of a file to text, or one clear line about why not."""

from __future__ import annotations

from typing import Final

from corpus.errors import QuothError

LONGEST: Final = 8 << 20
"""Bytes; some fifty times the longest article in the press."""

BINARY: Final = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\x7fELF")
BYTE_ORDER: Final = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def too_long(name: str, size: int) -> QuothError:
    """Return the error for an article of *size* bytes."""
    return QuothError(
        f"{name} has {size / (1 << 20):.0f} MiB, more than the {LONGEST >> 20} MiB of an article",
        hint="split it into one file for each article",
    )


def decode(data: bytes, name: str) -> str:
    """Return the text in *data*: UTF-8, or UTF-16 with a byte order mark.

    Raises:
        QuothError: empty, too long, binary, or of another encoding; *name* says what was read.
    """
    if len(data) > LONGEST:
        raise too_long(name, len(data))
    encoding = BYTE_ORDER.get(data[:2], "utf-8-sig")
    if data.startswith(BINARY) or (encoding == "utf-8-sig" and b"\0" in data):
        raise QuothError(f"{name} is not text", hint="save the article as plain text in UTF-8, or as Markdown")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise QuothError(
            f"{name} is not UTF-8 (line {line})",
            hint=f"convert it first, for example: iconv -f {_likely(data)} -t UTF-8 {name} > new.txt",
        ) from error
    if not text.strip():
        raise QuothError(f"{name} is empty", hint="there is nothing to add")
    return text


def _likely(data: bytes) -> str:
    """Return the encoding to try first: where most letters lie beyond ASCII, the one of Cyrillic."""
    beyond = sum(byte >= 0x80 for byte in data)
    return "WINDOWS-1251" if beyond > len(data) / 3 else "WINDOWS-1252"
