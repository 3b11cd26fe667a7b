"""Reading one line of a reference list into its fields."""

from __future__ import annotations

import re
from typing import Final

from corpus.article import Reference
from corpus.dates import find_date

_MARK: Final = re.compile(r"\s*(?:\[(?P<bracket>\d{1,3})\][.:]?|(?P<plain>\d{1,3})(?:[.)]|\s+[-–—]))\s+(?=\S)")
_URL: Final = re.compile(r"https?://[^\s<>\"“”«»]+")
_QUOTED: Final = re.compile(r"[“«\"„](?P<title>[^“”«»\"„]{4,})[”»\"“]")
_PART: Final = re.compile(r"(?<=[\w’'”»)][^\s.])[.]\s+(?=\S)|(?<=[?!…])\s+(?=\S)|(?<=\w)[.]\s+(?=[A-ZА-ЯŠŽČ])")
_WORD: Final = r"[A-ZÀ-ŽА-ЯЄІЇҐ][\w’'-]+"
_SURNAME_FIRST: Final = re.compile(
    rf"(?P<last>(?:(?:de|van|von|der|bin|al)\s+)*{_WORD}),\s+(?P<first>{_WORD}(?:\s(?:[A-Z]|{_WORD}))?)\.?"
    r"(?:;.*|\s+(?:and|et)\s.*)?"
)
_BYLINE: Final = re.compile(rf"[Bb]y\s+(?P<name>{_WORD}(?:\s(?:[A-Z]\.|{_WORD}))+)")
_FULL_NAME: Final = re.compile(rf"{_WORD}(?:\s[A-Z]\.)?\s{_WORD}")
_COMPANY: Final = re.compile(r"\b(?:Company|Corporation|Corp|Inc|Ltd|LLC|Group|Publishing|Media)\b", re.IGNORECASE)


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
    rest = _URL.sub("", rest)
    date = find_date(rest)
    if date:
        rest = (rest[: date[1]].rstrip(" (,[") + " " + rest[date[2] :].lstrip(" ),].")).strip()
    author, title, publication = _fields(rest)
    return Reference(
        mark=mark["bracket"] or mark["plain"],
        author=author,
        title=title,
        publication=publication,
        published=date[0] if date else None,
        url=url[0].rstrip(".,;)") if url else None,
    )


def _fields(rest: str) -> tuple[str | None, str | None, str | None]:
    """Return (author, title, publication) of what is left without date and URL."""
    if quoted := _QUOTED.search(rest):
        before, after = _parts(rest[: quoted.start()]), _parts(rest[quoted.end() :])
        author = _name(before[0], lone=True) if before else None
        return author, quoted["title"].strip(" .,"), after[0] if after else None
    parts = _parts(rest)
    if not parts:
        return None, None, None
    # Of two parts that look like names the later one is: a title may look like a name, a publication seldom does.
    for position, part in reversed(list(enumerate(parts))):
        author = _name(part, lone=position == 0 and len(parts) > 1)
        if author is None:
            continue
        if position == 0:
            return author, parts[1] if len(parts) > 1 else None, _publication(parts[2:])
        return author, _joined(rest, parts[:position]), _publication(parts[position + 1 :])
    return None, _joined(rest, parts[:1]), _publication(parts[1:])


def _parts(text: str) -> list[str]:
    return [part for piece in _PART.split(text) if (part := piece.strip(" .,;:–—-"))]


def _joined(rest: str, parts: list[str]) -> str:
    """Return the words of *parts* as they stand in *rest*: a title of several sentences keeps its stops."""
    start = rest.find(parts[0])
    last = rest.find(parts[-1], start)
    return rest[start : last + len(parts[-1])]


def _name(part: str, *, lone: bool) -> str | None:
    """Return *part* as a person's name, first name first; *lone*: a plain "First Last" counts too."""
    if match := _SURNAME_FIRST.fullmatch(part):
        return f"{match['first']} {match['last']}"
    if match := _BYLINE.fullmatch(part):
        return match["name"]
    return part if lone and _FULL_NAME.fullmatch(part) else None


def _publication(parts: list[str]) -> str | None:
    """Return the first of *parts*, without the publishing company that databases put behind it."""
    if not parts:
        return None
    first = parts[0]
    if ")" in first:
        head, _, tail = first.partition(")")
        if _COMPANY.search(tail):
            return head + ")"
    return first
