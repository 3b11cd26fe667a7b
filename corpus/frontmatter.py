"""Front matter: what a post says about itself, in YAML between two lines ``---``."""

from __future__ import annotations

from typing import Any

import yaml

from corpus.article import Post
from corpus.dates import iso_date
from corpus.errors import QuothError

FENCE = "---"
FIELDS = frozenset({"title", "author", "published", "url", "language", "tags", "sample"})


def split_front_matter(text: str, name: str) -> tuple[Post, str, int]:
    """Return the post's own data, the text after it, and how many lines lie before that text.

    Raises:
        QuothError: the lines between the fences are not such data.
    """
    lines = text.split("\n")
    if lines[0].strip() != FENCE:
        return Post(), text, 0
    closing = next((number for number, line in enumerate(lines[1:], 1) if line.strip() == FENCE), None)
    if closing is None:
        return Post(), text, 0
    return _post("\n".join(lines[1:closing]), name), "\n".join(lines[closing + 1 :]), closing + 1


def _post(source: str, name: str) -> Post:
    try:
        data = yaml.safe_load(source) or {}
    except (yaml.YAMLError, ValueError, RecursionError) as error:
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
        if any(isinstance(item, dict | list) for item in (value if isinstance(value, list) else [value])):
            raise QuothError(f"{field} in the front matter of {name} is nested", hint="write one line, or a plain list")
    return Post(
        title=_string(data, "title"),
        author=_string(data, "author"),
        published=_date(data, name),
        url=_string(data, "url"),
        language=_string(data, "language"),
        tags=_tags(data.get("tags")),
        sample=data.get("sample") is True,
    )


def _string(data: dict[str, Any], field: str) -> str | None:
    value = data.get(field)
    return None if value is None else " ".join(str(value).split()) or None


def _date(data: dict[str, Any], name: str) -> str | None:
    value = _string(data, "published")
    if value is None:
        return None
    iso = iso_date(value.split(" ")[0] if value[:4].isdigit() and value[4:5] == "-" else value)
    if iso is None:
        raise QuothError(f"published: {value!r} in {name} is not a date", hint="write it as 2025-09-04")
    return iso


def _tags(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    items = value if isinstance(value, list) else str(value).split(",")
    return tuple(tag for item in items if (tag := str(item).strip()))
