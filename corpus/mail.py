"""Reading a newsletter: one e-mail as mail programs save it (``.eml``)."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr
from typing import Final

from corpus.article import Post, Quotation
from corpus.clean import clean
from corpus.errors import QuothError
from corpus.incoming import Batch, Incoming
from corpus.markup import QuotedTree
from corpus.names import person_names
from corpus.quoted_lines import read_quoted_lines
from corpus.tree import lines, parse_html

HEADER: Final = re.compile(
    rb"(?:From |(?:Return-Path|Received|Delivered-To|From|Subject|Date|MIME-Version|Message-ID|X-[\w-]+):)",
    re.IGNORECASE,
)


def is_mail(data: bytes) -> bool:
    """Tell whether *data* begins as an e-mail does: a known header, and a sender among the first lines."""
    head = data[:8192].lstrip()
    return HEADER.match(head) is not None and re.search(rb"(?mi)^from:", head) is not None


def read_mail(data: bytes, *, name: str) -> Batch:
    """Read the newsletter in *data*: its text, subject, sender and date; attachments are left out and counted.

    Raises:
        QuothError: it has no text.
    """
    try:
        message = message_from_bytes(data, policy=default)
        assert isinstance(message, EmailMessage)  # noqa: S101  what this policy makes
        attachments = sum(1 for _ in message.iter_attachments()) if message.is_multipart() else 0
        text, quoted = _text(message, name)
        post = _post(message)
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise QuothError(f"{name} is not an e-mail that can be read", hint="save it again as .eml") from error
    if not text.strip():
        raise QuothError(f"{name} has no text", hint="there is nothing to add")
    known = {"title": post.title, "author": post.author, "published": post.published}
    told_by = {field: "mail" for field, value in known.items() if value}
    return Batch((Incoming(name, text, post, quoted, told_by),), {"attachment": attachments} if attachments else {})


def _text(message: EmailMessage, name: str) -> tuple[str, tuple[Quotation, ...]]:
    body = message.get_body(("html", "plain"))
    if body is None:
        return "", ()
    content = body.get_content()
    if not isinstance(content, str):
        return "", ()
    if body.get_content_subtype() == "plain":
        return read_quoted_lines(clean(content))
    tree = parse_html(content, name)
    marked = QuotedTree(tree)
    return marked.read("\n".join((lines(tree), *marked.footnotes)))


def _post(message: EmailMessage) -> Post:
    sent = message["date"].datetime if message["date"] else None
    return Post(
        title=" ".join(clean(str(message["subject"] or "")).split()) or None,
        author=person_names(parseaddr(str(message["from"] or ""))[0], ()),
        published=sent.date().isoformat() if sent else None,
    )
