"""Reading feeds (Atom, RSS) and exports (Blogger, WordPress): posts only, what is left out is counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from email.utils import parseaddr, parsedate
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from corpus.address import known_as
from corpus.article import Post, Quotation, article_id
from corpus.clean import clean
from corpus.errors import QuothError
from corpus.html_source import http
from corpus.incoming import Batch, Incoming
from corpus.markup import QuotedTree
from corpus.metadata import day_of
from corpus.names import person_names
from corpus.tree import lines, parse_html, words_of

LARGEST: Final = 64 << 20
"""Bytes; an export of ten thousand posts has about as many."""
MOST: Final = 10_000
"""Posts of one feed or export; the others are counted."""
FULL: Final = 1500
"""Characters from which a summary without an ellipsis at its end is taken for the whole post."""
CUT: Final = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|(?:read|continue)\s\S*\s?\w*[\s»›>→]*)\s*$", re.IGNORECASE)
KIND: Final = "http://schemas.google.com/g/2005#kind"


def read_feed(data: bytes, *, name: str, url: str | None) -> Batch:
    """Read the posts of a feed or an export; *url* is where it was fetched, None for a file called *name*.

    Raises:
        QuothError: it is no feed, or too large.
    """
    if len(data) > LARGEST:
        raise QuothError(f"{name} has more than {LARGEST >> 20} MiB", hint="export the blog in parts")
    feed = _parsed(data, name)
    skipped: Counter[str] = Counter()
    found: list[Incoming] = []
    if comments := data.count(b"<wp:comment>"):
        skipped["comment"] = comments
    for entry in feed.entries:
        reason = _left_out(entry) or ("more than one feed may bring" if len(found) >= MOST else None)
        incoming = None if reason else _incoming(entry, feed.feed, name, url)
        if incoming is None:
            skipped[reason or "empty"] += 1
        else:
            found.append(incoming)
    return Batch(tuple(_told_apart(found)), dict(skipped))


def _told_apart(found: list[Incoming]) -> Iterator[Incoming]:
    """Yield *found* with the title behind what several posts are known by, or a hash where titles do not help."""
    links = Counter(item.origin for item in found)
    titles = Counter((item.origin, item.post.title) for item in found)
    for item in found:
        name = item.post.title if titles[item.origin, item.post.title] == 1 else None
        apart = f"{item.origin} {name or article_id(item.text)[:12]}"
        yield item if links[item.origin] == 1 else replace(item, origin=apart)


def _parsed(data: bytes, name: str) -> Any:
    import feedparser

    try:
        feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    except (ValueError, LookupError, RecursionError, AssertionError) as error:  # of its loose parser, on broken XML
        raise QuothError(f"{name} is not a feed that can be read", hint="check it with a feed validator") from error
    if not feed.get("version") and not feed.entries:
        raise QuothError(f"{name} is not a feed", hint="known are Atom, RSS, Blogger and WordPress exports")
    return feed


def _left_out(entry: Any) -> str | None:
    """Return why *entry* is no published post, None when it is one."""
    kinds = [tag.term.rpartition("#")[2] for tag in entry.get("tags", ()) if tag.get("scheme") == KIND and tag.term]
    kind = str((kinds or [entry.get("blogger_type") or entry.get("wp_post_type") or "post"])[0]).lower()
    if kind != "post":
        return kind
    status = str(entry.get("wp_status") or entry.get("blogger_status") or "publish").lower()
    if entry.get("app_draft") == "yes" or status in {"draft", "auto-draft", "pending"}:
        return "draft"
    if status not in {"publish", "live"}:
        return status
    return "behind a password" if entry.get("wp_post_password") else None


def _incoming(entry: Any, feed: Any, name: str, url: str | None) -> Incoming | None:
    """Return the post in *entry*, None when it has no text."""
    body = next(iter(entry.get("content") or ()), None) or entry.get("summary_detail") or {}
    source = str(body.get("value") or "")
    if not source.strip():
        return None
    text, quoted = clean(source), tuple[Quotation, ...]()
    if body.get("type") != "text/plain":
        try:
            tree = parse_html(source, name)
        except QuothError:
            return None
        marked = QuotedTree(tree)
        text, quoted = marked.read("\n".join((lines(tree), *marked.footnotes)))
    if not text.strip():
        return None
    link = http(urljoin(url or "", entry.get("link") or ""))
    teaser = url is not None and not entry.get("content") and (len(text) < FULL or CUT.search(text[-40:]) is not None)
    origin = _origin(entry, link, name, url)
    at_home = link is not None and origin == known_as(link)
    return Incoming(origin, text, _post(entry, feed, link), quoted, _told_by(entry), teaser=teaser and at_home)


def _origin(entry: Any, link: str | None, name: str, url: str | None) -> str:
    """Return what the post is known by: its link, which a feed may give only for its own site."""
    if link and (url is None or urlsplit(link).hostname == urlsplit(url).hostname):
        return known_as(link)
    return f"{known_as(url) if url else name} {entry.get('id') or link or entry.get('title') or 'entry'}"


def _post(entry: Any, feed: Any, link: str | None) -> Post:
    tags = (tag.get("term") for tag in entry.get("tags", ()) if tag.get("scheme") != KIND)
    language = (entry.get("language") or feed.get("language") or "")[:2].lower()
    return Post(
        title=_title(entry),
        author=person_names(_author(entry) or _author(feed), [feed.get("title") or ""]),
        published=_day(entry),
        url=link,
        language=language if len(language) == 2 and language.isalpha() else None,
        tags=tuple(dict.fromkeys(" ".join(tag.split()) for tag in _strings(tags))),
    )


def _author(told: Any) -> str | None:
    """Return the author's name; RSS writes it behind an address, ``a@b.example (Ann Lee)``."""
    name = (told.get("author_detail") or {}).get("name")
    return parseaddr(told.get("author") or "")[0] or None if name and "(" in name else name


def _title(entry: Any) -> str | None:
    title = str(entry.get("title") or "")
    if (entry.get("title_detail") or {}).get("type") in {"text/html", "application/xhtml+xml"} and "</" in title:
        title = words_of(parse_html(title, "a title"))
    return " ".join(clean(title).split()) or None


def _day(entry: Any) -> str | None:
    """Return the day of publishing in the blog's own time zone."""
    for said in _strings(entry.get(key) for key in ("wp_post_date", "published", "updated")):
        moment = parsedate(said)
        if day := day_of(said):
            return day
        if moment:
            try:
                return date(*moment[:3]).isoformat()
            except ValueError:
                continue
    return None


def _told_by(entry: Any) -> dict[str, str]:
    known = {"title": entry.get("title"), "author": entry.get("author_detail"), "published": entry.get("published")}
    return {field: "feed" for field, value in known.items() if value}


def _strings(values: Iterable[object]) -> Iterable[str]:
    return (value for value in values if isinstance(value, str) and value.strip())
