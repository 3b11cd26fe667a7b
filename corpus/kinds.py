"""What kind of document some bytes are, told by what they begin with and, for text, by the name of the file."""

from __future__ import annotations

import re
from typing import Final

from corpus.charset import decode_page
from corpus.decode import BINARY, LONGEST, decode, too_long
from corpus.errors import QuothError
from corpus.feed import read_feed
from corpus.incoming import Batch
from corpus.mail import is_mail, read_mail
from corpus.page import read_page
from corpus.read import TEXT, read_text

MARKUP: Final = frozenset({".html", ".htm", ".xhtml"})
FEEDS: Final = frozenset({".rss", ".atom", ".xml"})
SUFFIXES: Final = TEXT | MARKUP | FEEDS | {".eml"}
"""Of files that are taken from a folder."""
HEAD: Final = 2048  # bytes
FEED: Final = re.compile(rb"<(?:rss|feed|rdf:rdf|(?:atom|a):feed)[\s>]", re.IGNORECASE)
PAGE: Final = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,1000}?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)


def read_document(data: bytes, *, name: str, url: str | None = None, content_type: str = "") -> Batch:
    """Read the articles in *data*: a page, a feed, an export, an e-mail, or a post in text or Markdown.

    *url* is where it was fetched, with the header *content_type*; a file or stdin has none and is called *name*.

    Raises:
        QuothError: it is none of these, or has no article.
    """
    suffix = re.search(r"\.\w{2,8}$", name.lower()) if url is None else None
    ending = suffix.group() if suffix else ""
    head = data[:HEAD].replace(b"\0", b"")
    if data.startswith(BINARY):
        raise QuothError(f"{name} is not text", hint="save the article as plain text, Markdown or HTML")
    if FEED.search(head) or (ending in FEEDS and not PAGE.match(head)):
        return read_feed(data, name=name, url=url)
    if len(data) > LONGEST:
        raise too_long(name, len(data))
    if PAGE.match(head) or ending in MARKUP or "html" in content_type:
        return Batch((read_page(decode_page(data, content_type, name), name=name, url=url),))
    if url is None and (ending == ".eml" or (not ending and is_mail(data))):
        return read_mail(data, name=name)
    if url is None:
        return Batch((read_text(decode(data, name), name=name),))
    if not content_type.startswith("text/"):
        kind = content_type.partition(";")[0] or "of no known type"
        raise QuothError(f"{name} is {kind}, not a page", hint="add a page or a feed")
    return Batch((read_text(decode_page(data, content_type, name), name=name),))
