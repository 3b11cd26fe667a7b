"""From the bytes of a page to text: what it declares first, then what the bytes look like."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Final

from corpus.errors import QuothError

MARKS: Final = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
DECLARED: Final = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
HEAD: Final = 4096  # bytes; a declaration must come early
WEST: Final = frozenset({"iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii"})
"""What browsers read as Windows-1252."""
SPOILED: Final = 0.001  # share of letters that may be lost where a page is UTF-8 but for some


def decode_page(data: bytes, content_type: str, name: str) -> str:
    """Return the text of a page sent with the header *content_type* (empty for a file called *name*).

    Raises:
        QuothError: the bytes are no text in any encoding that they may be in.
    """
    for encoding in _candidates(data, content_type):
        try:
            text = data.decode("cp1252" if encoding.lower() in WEST else encoding)
        except (UnicodeError, LookupError):
            continue
        if "\0" not in text:
            return text
    spoiled = data.decode("utf-8", "replace")
    if "\0" not in spoiled and spoiled.count("\ufffd") <= SPOILED * len(spoiled):
        return spoiled
    return _guessed(data, name)


def _candidates(data: bytes, content_type: str) -> Iterator[str]:
    yield from (encoding for mark, encoding in MARKS.items() if data.startswith(mark))
    if match := re.search(r"charset=[\"']?([\w.:-]+)", content_type):
        yield match[1]
    if declared := DECLARED.search(data, 0, HEAD):
        yield declared[1].decode("ascii")
    yield "utf-8"


def _guessed(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[: 1 << 20]).best()
    if best is None or b"\0" in data:
        raise QuothError(f"{name} is not text in a known encoding", hint="save it as UTF-8")
    return data.decode(best.encoding, "replace")
