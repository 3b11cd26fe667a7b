"""HTML trees: parsing within bounds, taking elements out, reading them as lines of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from corpus.errors import QuothError

DEEPEST: Final = 250  # levels; real pages have about 30
MOST: Final = 200_000  # elements
BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div",
    "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
    "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "td", "th", "thead", "tr",
    "ul",
})  # fmt: skip
UNWRITABLE: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What a tree can be read with, but cannot be given (XML 1.0, section 2.2)."""
BLANKS: Final = re.compile(r"[ \t\r\n\f]+")


def parse_html(source: str, name: str) -> Any:
    """Return the tree (an lxml element) of a page or a fragment of one; *name* is what messages call it.

    Raises:
        QuothError: there is nothing in it, or it is too large or nested too deep.
    """
    from lxml import etree, html

    try:
        # A declaration of an encoding is out of date once the bytes have become text.
        tree = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", source))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise QuothError(f"{name} has no text", hint="there is nothing to add") from error
    deepest = count = depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        deepest = max(deepest, depth)
    if deepest > DEEPEST or count > MOST:
        raise QuothError(
            f"{name} is nested {deepest} levels deep with {count} elements, which is no article",
            hint="save its text as plain text or Markdown",
        )
    for node in tree.iter():
        node.text, node.tail = (part and UNWRITABLE.sub("", part) for part in (node.text, node.tail))
    return tree


def words_of(element: Any) -> str:
    """Return the text of *element* on one line."""
    return " ".join("".join(element.itertext()).split())


def drop(element: Any) -> None:
    """Take *element* out of its tree; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        previous = element.getprevious()
        if previous is None:
            parent.text = (parent.text or "") + element.tail
        else:
            previous.tail = (previous.tail or "") + element.tail
    parent.remove(element)


def lines(tree: Any) -> str:
    """Return the text of *tree* as a browser lays it out: one line for each paragraph, item, or row."""
    return "\n".join(line for piece in "".join(_pieces(tree)).split("\n") if (line := piece.strip()))


def _pieces(tree: Any) -> Iterator[str]:
    from lxml import etree

    plain = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        block = element.tag in BLOCKS
        plain += (element.tag == "pre") * (1 if event == "start" else -1)
        text = element.text if event == "start" else element.tail
        if block:
            yield " " if element.tag in {"td", "th"} else "\n"
        if element.tag == "li" and event == "start" and not (text or "").lstrip()[:1].isdigit():
            yield "- "
        if text:
            yield text if plain else BLANKS.sub(" ", text)
