"""The text as it is stored: cleaned once, before anything points into it, and never again."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LINE_END: Final = re.compile("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_INVISIBLE: Final = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
_CONTROL: Final = re.compile("[\x00-\x09\x0e-\x1f\x7f-\x9f\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_DROPPED_BY_TELEGRAM: Final = re.compile("[\u030a\u0333\u033f]")
_BLANKS_AT_LINE_END: Final = re.compile(r" +(?=\n|\Z)")


def clean(text: str) -> str:
    """Return *text* in the form that every face can show unchanged; doing it twice changes nothing.

    Composed letters, one kind of line end, plain blanks, no invisible or control characters: what a chat or a
    terminal would drop or reorder may not be in words that are compared byte for byte.
    """
    text = _LINE_END.sub("\n", text)
    text = _INVISIBLE.sub("", text)
    text = _CONTROL.sub(" ", text)
    text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
    # A ring or line that does not compose with its letter would be lost in a chat.
    text = unicodedata.normalize("NFC", _DROPPED_BY_TELEGRAM.sub("", unicodedata.normalize("NFC", text)))
    return _BLANKS_AT_LINE_END.sub("", text).strip("\n")
