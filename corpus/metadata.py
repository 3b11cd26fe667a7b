"""What a page says about itself: title, author, date, canonical URL and language, and which part of it says so.

The parts are asked in the order of how much they are meant for that: JSON-LD, meta elements (Open Graph and its
like), the page's own elements, and last what trafilatura guesses.
"""

from __future__ import annotations

import html
import logging
import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from corpus.dates import iso_date
from corpus.html_source import http
from corpus.jsonld import linked_article
from corpus.names import person_names
from corpus.tree import words_of

TITLE: Final = ("og:title", "twitter:title", "dc.title")
AUTHOR: Final = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
DATE: Final = (
    "article:published_time", "og:published_time", "parsely-pub-date", "sailthru.date", "datepublished", "pubdate",
    "publishdate", "publish-date", "dc.date.issued", "dc.date", "dcterms.created", "date",
)  # fmt: skip
SITE: Final = ("og:site_name", "application-name", "al:ios:app_name", "twitter:site")
SECTION: Final = ("article:section", "parsely-section", "section")
BYLINE: Final = re.compile(
    r"(?:written |reported |posted |text )?by:?\s+([A-ZÀ-Ž][\w.’'-]+(?: [A-ZÀ-Ž][\w.’'-]+){1,3})"
    r"(?=$|[,;|•·]| on | and | — | – | - )",
    re.IGNORECASE,
)
LONGEST_BYLINE: Final = 80  # characters
LANGUAGE: Final = re.compile(r"([a-z]{2})(?:[-_]\w+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fact:
    """A value, and the part of the page that gives it."""

    value: str
    told_by: str


Told = tuple[str, str | None]
"""(The part of the page, what it says or None)."""


def page_facts(tree: Any, url: str | None) -> dict[str, Fact]:
    """Return what is known of the page *tree*, by field of a post; a field that is not known is not there.

    Keys: ``title``, ``author``, ``published`` (ISO date), ``url``, ``language``. The page may name another address
    of itself only on its own site.
    """
    metas = _metas(tree)
    linked = linked_article(tree, url)
    guessed = _guessed(tree, url)
    not_people = {value for name in (*SITE, *SECTION) for value in _listed(metas.get(name, ()))} | linked.not_people
    not_people |= {guessed.sitename or "", urlsplit(url or "").hostname or ""}
    authors = [
        ("json-ld", "; ".join(linked.authors)), *_of(metas, AUTHOR), *_bylines(tree), ("guess", guessed.author),
        *_printed_byline(tree),
    ]  # fmt: skip
    dates = [("json-ld", linked.published), *_of(metas, DATE), *_times(tree), ("guess", guessed.date)]
    addresses = [("canonical", _canonical(tree)), *_of(metas, ("og:url",))]
    languages = [("html", tree.get("lang")), *_of(metas, ("og:locale",)), ("json-ld", linked.language)]
    candidates: dict[str, list[Told]] = {
        "title": [("json-ld", linked.title), *_of(metas, TITLE), *_heading(tree), ("guess", guessed.title)],
        "author": [(where, person_names(said, not_people)) for where, said in authors],
        "published": [(where, _as_in_address(day_of(said), url)) for where, said in dates],
        "url": [(where, same_site(said, url)) for where, said in addresses],
        "language": [(where, _language(said)) for where, said in languages],
    }
    return {
        field: Fact(" ".join(html.unescape(value).split()), where)
        for field, told in candidates.items()
        for where, value in told[_first(told) :][:1]
        if value
    }


def _first(told: list[Told]) -> int:
    return next((number for number, (_, value) in enumerate(told) if value and value.strip()), len(told))


def day_of(said: str | None) -> str | None:
    """Return the ISO date in *said*, which may go on with the time of day; None when it has none."""
    said = " ".join((said or "").split())
    moment = re.match(r"((?:19|20)\d\d)[-/]?(\d\d)[-/]?(\d\d)(?=$|[T ]|\d{6})", said)
    return iso_date("-".join(moment.groups()) if moment else said)


def _as_in_address(day: str | None, url: str | None) -> str | None:
    """Return *day*, or the day in the address when it is the one before or after: the publisher's own time zone."""
    found = re.search(r"/((?:19|20)\d\d)/(\d\d)/(\d\d)/", url or "")
    local = iso_date("-".join(found.groups())) if found else None
    if local is None or day is None or len(day) < len(local):
        return day
    return local if abs(date.fromisoformat(day) - date.fromisoformat(local)) <= timedelta(days=1) else day


def same_site(said: str | None, url: str | None) -> str | None:
    """Return the address *said* when it is on the site of *url*, else None; without *url* any address will do."""
    try:
        address = http(urljoin(url or "", said or "")) if said else None
        if address is None or (url and _site(address) != _site(url)):
            return None
        # A canonical address that is the front page is a mistake of the site's.
        front = urlsplit(address).path.strip("/") == "" and urlsplit(url or address).path.strip("/") != ""
    except ValueError:
        return None
    return None if front else address


def _site(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("m.")


def _metas(tree: Any) -> dict[str, list[str]]:
    """Return the contents of the meta elements by name or property, in lower case."""
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = (meta.get("content") or "").strip()
        if name and content:
            found.setdefault(name, []).append(content)
    return found


def _of(metas: dict[str, list[str]], names: tuple[str, ...]) -> list[Told]:
    """Return what the meta elements of these *names* say; several authors have several elements."""
    several = names is AUTHOR
    return [(name, "; ".join(metas[name]) if several else metas[name][0]) for name in names if name in metas]


def _listed(values: Iterable[str]) -> Iterator[str]:
    for value in values:
        yield from (value, *value.split(","))


def _bylines(tree: Any) -> Iterator[Told]:
    """Yield what the page's own elements name as the author, each when it is the only one of its kind."""
    for told_by, path in (
        ("rel=author", ".//a[@rel='author']"),
        ("itemprop=author", ".//*[@itemprop='author']//*[@itemprop='name']"),
        ("itemprop=author", ".//*[@itemprop='author']"),
    ):
        named = (words_of(element) for element in tree.iterfind(path) if not _in_comment(element))
        names = [name for name in dict.fromkeys(named) if name]
        if len(names) == 1:
            yield told_by, names[0]


def _printed_byline(tree: Any) -> Iterator[Told]:
    """Yield the first short line that says "by" and a name."""
    for element in tree.iter("p", "span", "div", "address", "li", "a", "small", "strong", "em"):
        words = _beginning(element)
        byline = BYLINE.match(words) if len(words) <= LONGEST_BYLINE else None
        if byline and not _in_comment(element):
            yield "byline", byline[1]
            return


def _beginning(element: Any) -> str:
    """Return the words of *element*, or as many as show that it is no byline: boxes lie inside boxes."""
    words = ""
    for piece in element.itertext():
        words = f"{words}{piece}"
        if len(words.strip()) > LONGEST_BYLINE:
            break
    return " ".join(words.split())


def _in_comment(element: Any) -> bool:
    return any("comment" in f"{node.get('class')} {node.get('id')}".lower() for node in element.iterancestors())


def _times(tree: Any) -> Iterator[Told]:
    """Yield the dates of the page's own elements, those that say "published" first."""
    elements = [*tree.iter("time"), *(node for node in tree.iter("abbr", "span", "div", "p") if node.get("itemprop"))]
    for element in elements:
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
            told = (element.get(name) for name in ("datetime", "content", "title"))
            yield "datePublished", next(filter(None, told), words_of(element))
    times = [element for element in tree.iter("time") if element.get("datetime")]
    headings = [element for element in times if next(element.iterancestors("header", "article"), None) is not None]
    if headings or len(times) == 1:
        yield "time", (headings or times)[0].get("datetime")


def _heading(tree: Any) -> Iterator[Told]:
    headings = [words for element in tree.iter("h1") if (words := words_of(element))]
    if len(headings) == 1:
        yield "h1", headings[0]


def _canonical(tree: Any) -> str | None:
    links = (link for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower())
    return next((link.get("href") for link in links), None)


def _language(said: str | None) -> str | None:
    match = LANGUAGE.fullmatch((said or "").strip())
    return match[1].lower() if match else None


def _guessed(tree: Any, url: str | None) -> Any:
    from trafilatura import extract_metadata

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    return extract_metadata(deepcopy(tree), default_url=url)
