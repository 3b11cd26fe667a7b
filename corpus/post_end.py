"""Where the words of a post end: its reference list, and what the page has below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.furniture import is_furniture
from corpus.marks import CLOSING
from corpus.references import is_reference_line, parse_reference

Line = tuple[int, int]
"""Start and end of a line in the text, with the breaks behind it."""

_LIST_TITLE: Final = re.compile(
    r"(?:references?|sources?|notes?|links?|bibliography|literature|šaltini(?:s|ai)|nuorodos|literatūra|источники?|ссылки|"
    r"литература|джерел[оа]|посилання|źródł[oa]|przypisy|quellen?|literatur):?",
    re.IGNORECASE,
)
_SENTENCE_ENDS: Final = re.compile(r"[.!?…][”\"»“)\]]*\Z")
LONGEST_LINK: Final = 12  # words; a line below the reference list that is no sentence and no longer is the page's


def end_of_words(text: str, lines: Sequence[Line]) -> int:
    """Return the number of the line where the reference list and what the page has after the words begin."""
    tail = len(lines)
    while tail and _ends_a_post(text[slice(*lines[tail - 1])].strip()):
        tail -= 1
    # A numbered list of prose before the references is no part of them, nor is a list title without entries.
    while tail < len(lines) and not text[slice(*lines[tail])].strip():
        tail += 1
    is_listed = any(is_reference_line(text[slice(*line)].strip()) for line in lines[tail:])
    return tail if is_listed else _start_of_list(text, lines[:tail], tail)


def is_list_title(line: str) -> bool:
    """Tell whether *line* is the title of a reference list."""
    return bool(_LIST_TITLE.fullmatch(line.strip("#* ")))


def is_page_line(line: str) -> bool:
    """Tell whether *line*, below the reference list, is the page's: furniture, or short and no sentence."""
    return is_furniture(line) or (not _SENTENCE_ENDS.search(line) and len(line.split()) <= LONGEST_LINK)


def _ends_a_post(line: str) -> bool:
    return not line or is_furniture(line) or is_reference_line(line) or is_list_title(line)


def _start_of_list(text: str, lines: Sequence[Line], without: int) -> int:
    """Return the number of the line where a reference list begins that other lines follow, *without* where none does.

    It stands below all closing marks, and its entries tell when or where they appeared.
    """
    quoted = max((match.end() for match in CLOSING.finditer(text)), default=0)
    below = [number for number, (start, _) in enumerate(lines) if quoted and start >= quoted]
    entries = [number for number in below if _is_entry(text[slice(*lines[number])].strip())]
    if not entries:
        return without
    first = entries[-1]
    while first - 1 in below and _belongs_to_a_list(text[slice(*lines[first - 1])].strip()):
        first -= 1
    return first


def _is_entry(line: str) -> bool:
    if not is_reference_line(line):
        return False
    entry = parse_reference(line)
    return bool(entry.published or entry.url)


def _belongs_to_a_list(line: str) -> bool:
    return not line or is_list_title(line) or _is_entry(line)
