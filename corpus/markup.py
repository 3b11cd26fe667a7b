"""Quoted words in HTML: marking them in the tree, so that they are still known when only text is left.

Every run of text inside a ``blockquote`` is wrapped in a token before anything reads the tree as text. Whatever a
reader of pages drops or moves, words outside a token were not quoted: no doubt is ever decided for the press.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from corpus.article import Quotation, Reference
from corpus.clean import clean
from corpus.footnotes import write_footnotes
from corpus.html_source import source_of
from corpus.tree import drop

TOKENS: Final = ("⸢⸣⸤", "⦃⦂⦄", "⟅⟐⟆")
"""Opening, end of the number, closing. The first three signs that a page does not use itself are taken."""
MARKS: Final = "“”\"«»„‘’'"
NEVER_SHOWN: Final = frozenset({"script", "style", "template", "noscript", "iframe", "object", "svg", "button"})


class QuotedTree:
    """An HTML tree whose quotations are marked, and what is needed to find them again in its text."""

    def __init__(self, tree: Any) -> None:
        """Mark what *tree* (an lxml element) quotes; the tree is changed."""
        _drop_hidden(tree)
        whole = "".join(tree.itertext())
        self._tokens = next((signs for signs in TOKENS if not set(signs) & set(whole)), None)
        self._sources: list[Reference | None] = []
        self.footnotes = write_footnotes(tree)
        """Lines of a reference list, ``1. …``."""
        _write_inline_marks(tree)
        if self._tokens:
            for quotation in _outermost(tree, "blockquote"):
                self._mark(quotation, self._tokens)

    def _mark(self, element: Any, tokens: str) -> None:
        self._sources.append(source_of(element))
        opening = f"{tokens[0]}{len(self._sources) - 1}{tokens[1]}"
        for node in element.iter():
            node.text = _wrapped(node.text, opening, tokens[2])
            if node is not element:
                node.tail = _wrapped(node.tail, opening, tokens[2])

    def read(self, text: str) -> tuple[str, tuple[Quotation, ...]]:
        """Return the *text* that somebody read from the tree, cleaned and without tokens, and what is quoted in it."""
        text = clean(text)
        if not self._tokens:
            return text, ()
        pieces: list[str] = []
        spans: list[tuple[int, int, int]] = []
        position = 0
        for number, words in _split(text, self._tokens):
            if number is not None:
                _extend(spans, number, position, position + len(words), "".join(pieces[-1:]))
            pieces.append(words)
            position += len(words)
        bare = "".join(pieces)
        if bare != clean(bare):
            return clean(bare), ()
        return bare, tuple(Quotation(start, end, self._sources[number]) for number, start, end in spans)


def _split(text: str, tokens: str) -> Iterator[tuple[int | None, str]]:
    """Yield (number of the quotation, words) for what is quoted and (None, words) for what is not."""
    opening, middle, closing = map(re.escape, tokens)
    wrapped = re.compile(rf"{opening}(\d+){middle}([^{closing}]*){closing}")
    position = 0
    for match in wrapped.finditer(text):
        yield None, _without(text[position : match.start()], tokens)
        yield int(match[1]), _without(match[2], tokens)
        position = match.end()
    yield None, _without(text[position:], tokens)


def _without(words: str, tokens: str) -> str:
    """Drop what is left of a token that was cut in two."""
    opening, middle, closing = map(re.escape, tokens)
    return re.sub(rf"{opening}\d+{middle}|[{opening}{middle}{closing}]", "", words)


def _extend(spans: list[tuple[int, int, int]], number: int, start: int, end: int, between: str) -> None:
    if spans and spans[-1][0] == number and not between.strip():
        spans[-1] = (number, spans[-1][1], end)
    elif start < end:
        spans.append((number, start, end))


def _wrapped(text: str | None, opening: str, closing: str) -> str | None:
    if not text or not text.strip():
        return text
    core = text.strip()
    before, _, after = text.partition(core)
    return f"{before}{opening}{core}{closing}{after}"


def _outermost(tree: Any, tag: str) -> list[Any]:
    return [element for element in tree.iter(tag) if next(element.iterancestors(tag), None) is None]


def _write_inline_marks(tree: Any) -> None:
    """Write the quotation marks that a browser shows around ``q``."""
    for element in list(tree.iter("q")):
        words = "".join(element.itertext()).strip()
        if not words or words[0] in MARKS:
            continue
        opening, closing = "“”" if next(element.iterancestors("q"), None) is None else "‘’"
        element.text = opening + (element.text or "")
        if len(element):
            element[-1].tail = (element[-1].tail or "") + closing
        else:
            element.text += closing
    for element in list(tree.iter("q")):
        element.tag = "span"  # with its marks written it is text like any other


def _drop_hidden(tree: Any) -> None:
    """Take out what no reader of the page sees."""
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.tag in NEVER_SHOWN or _is_hidden(element):
            drop(element)


def _is_hidden(element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style
