"""Reading one line of a reference list into its fields."""

from __future__ import annotations

import re
from typing import Final

from corpus.article import Reference

_MARK: Final = re.compile(r"\s*(?:\[(?P<bracket>\d{1,3})\][.:]?|(?P<plain>\d{1,3})(?:[.)]|\s+[-–—]))\s+(?=\S)")
_URL: Final = re.compile(r"https?://[^\s<>\"“”«»]+")


def is_reference_line(line: str) -> bool:
    """Return whether *line* starts with a number as the entries of a reference list do."""
    return _MARK.match(line) is not None


def parse_reference(line: str) -> Reference:
    """Return what *line* plainly tells; a field that can't be told is None.

    Raises:
        ValueError: the line has no number, see is_reference_line.
    """
    mark = _MARK.match(line)
    if mark is None:
        raise ValueError(f"not a reference line: {line!r}")
    rest = line[mark.end() :].strip()
    url = _URL.search(rest)
    title = _URL.sub("", rest).strip(" .,;")
    return Reference(
        mark=mark["bracket"] or mark["plain"], title=title or None, url=url[0].rstrip(".,;)") if url else None
    )
