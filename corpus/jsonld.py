"""JSON-LD in a page: what it says about the article, for search engines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

ARTICLES: Final = ("Article", "Posting", "Report", "Review", "ClaimReview")
MOST: Final = 5_000  # nodes; a page that has more is not read to the end


@dataclass(frozen=True, slots=True)
class Linked:
    """What JSON-LD says; None and empty where it says nothing."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    not_people: frozenset[str] = frozenset()
    """Names of publishers and sections."""


def linked_article(tree: Any, url: str | None) -> Linked:
    """Return what the JSON-LD of the page *tree* says about the article at *url*.

    Of several articles the one that names this page counts; where none does, there must be only one.
    """
    nodes = [node for script in tree.iter("script") if _is_linked_data(script) for node in _nodes(script.text)]
    named = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    articles = [node for node in nodes if any(kind.endswith(ARTICLES) for kind in _kinds(node))]
    here = [node for node in articles if _is_at(node, url)]
    node = (here or (articles if len(articles) == 1 else [{}]))[0]
    organizations = [one for key in ("publisher", "sourceOrganization") for one in _listed(node.get(key), named)]
    organizations += [one for one in nodes if "WebSite" in _kinds(one)]
    return Linked(
        title=_string(node.get("headline")) or _string(node.get("name")),
        authors=tuple(name for one in _listed(node.get("author"), named) if (name := _name(one))),
        published=_string(node.get("datePublished")),
        language=_string(node.get("inLanguage")),
        not_people=frozenset(name for one in organizations if (name := _name(one)))
        | frozenset(_strings(node.get("articleSection"))),
    )


def _is_linked_data(script: Any) -> bool:
    return "ld+json" in (script.get("type") or "").lower() and bool(script.text)


def _nodes(source: str) -> Iterator[dict[str, Any]]:
    """Yield every object in *source*, the outer ones first; what is no JSON has none."""
    try:
        waiting = [json.loads(source.strip().rstrip(";"), strict=False)]
    except (ValueError, RecursionError):
        return
    seen = 0
    while waiting and seen < MOST:
        node = waiting.pop(0)
        seen += 1
        if isinstance(node, dict):
            yield node
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node


def _kinds(node: dict[str, Any]) -> set[str]:
    return set(_strings(node.get("@type")))


def _is_at(node: dict[str, Any], url: str | None) -> bool:
    page = node.get("mainEntityOfPage")
    places = [node.get("url"), node.get("@id"), page.get("@id") if isinstance(page, dict) else page]
    return url is not None and any(_path(place) == _path(url) for place in places if isinstance(place, str))


def _path(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", url
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/")


def _listed(value: object, named: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the objects in *value*; a plain string is a name, and an object that only has an id stands for another."""
    found = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            found.append({"name": item})
        elif isinstance(item, dict):
            found.append(named.get(str(item.get("@id")), item) if "name" not in item else item)
    return found


def _name(node: dict[str, Any]) -> str | None:
    return next(iter(_strings(node.get("name"))), None)


def _string(value: object) -> str | None:
    return next(iter(_strings(value)), None)


def _strings(value: object) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [words for item in items if isinstance(item, str) and (words := " ".join(item.split()))]
