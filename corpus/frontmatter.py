"""Front matter: what a post says about itself, in YAML between two lines ``---``."""

from __future__ import annotations

import re
from typing import Any

import yaml

from corpus.article import Post
from corpus.dates import iso_date
from corpus.errors import QuothError

FENCE = "---"
OTHER_FENCE = "+++"  # of TOML
FIELDS = frozenset({"title", "author", "published", "url", "language", "tags", "sample"})
LISTS = frozenset({"author", "tags"})
NOTHING = frozenset({"", "~", "null"})


def split_front_matter(text: str, name: str) -> tuple[Post, str, int]:
    """Return the post's own data, the text after it, and how many lines lie before that text.

    Raises:
        QuothError: the lines between the fences are not such data.
    """
    lines = text.split("\n")
    if lines[0].strip() == OTHER_FENCE and OTHER_FENCE in map(str.strip, lines[1:]):
        raise QuothError(
            f"the front matter of {name} is not YAML (line 1)", hint=f"write it as title: … between two lines {FENCE}"
        )
    if lines[0].strip() != FENCE:
        return Post(), text, 0
    closing = next((number for number, line in enumerate(lines[1:], 1) if line.strip() == FENCE), None)
    if closing is None and any(line.partition(":")[0] in FIELDS for line in lines[1:2]):
        raise QuothError(f"the front matter of {name} has no end", hint=f"close it with a line {FENCE}")
    if closing is None:
        return Post(), text, 0
    return _post("\n".join(lines[1:closing]), name), "\n".join(lines[closing + 1 :]), closing + 1


def _post(source: str, name: str) -> Post:
    try:
        # Every value stays the words that were written: a title "No" is no boolean, "12:30" no number.
        data = yaml.load(source, Loader=yaml.BaseLoader) or {}  # noqa: S506  (it builds strings, lists, dicts only)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 2
        raise QuothError(
            f"the front matter of {name} is not YAML (line {line})",
            hint='put values that hold a colon in quotes, as in title: "A: B"',
        ) from error
    if not isinstance(data, dict):
        raise QuothError(f"the front matter of {name} has no fields", hint="write one field a line: title: …")
    unknown = sorted(str(key) for key in data if key not in FIELDS)
    if unknown:
        raise QuothError(
            f"the front matter of {name} has an unknown field {unknown[0]!r}",
            hint=f"known are {', '.join(sorted(FIELDS - {'sample'}))}",
        )
    # Nested values may refer to each other and unfold to any size.
    for field, value in data.items():
        items = value if isinstance(value, list) and field in LISTS else [value]
        if not all(isinstance(item, str) for item in items):
            raise QuothError(f"{field} in the front matter of {name} is nested", hint="write it in one line")
    return Post(
        title=_string(data, "title"),
        author=_string(data, "author"),
        published=_date(data, name),
        url=_string(data, "url"),
        language=_string(data, "language"),
        tags=_tags(data.get("tags", "")),
        sample=data.get("sample") == "true",
    )


def _string(data: dict[str, Any], field: str) -> str | None:
    value = data.get(field, "")
    line = " ".join((value if isinstance(value, str) else ", ".join(value)).split())
    return None if line.lower() in NOTHING else line


def _date(data: dict[str, Any], name: str) -> str | None:
    value = _string(data, "published")
    if value is None:
        return None
    iso = iso_date(re.split(r"[T ]", value)[0] if re.match(r"\d{4}-", value) else value)
    if iso is None:
        raise QuothError(f"published: {value!r} in {name} is not a date", hint="write it as 2025-09-04")
    return iso


def _tags(value: str | list[str]) -> tuple[str, ...]:
    items = value if isinstance(value, list) else value.split(",")
    return tuple(tag for item in items if (tag := item.strip()))
