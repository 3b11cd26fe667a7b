"""Reading a web page: the article in it, who wrote it and when, and what it quotes."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from copy import deepcopy
from typing import Any, Final

from corpus.address import known_as
from corpus.article import Post
from corpus.errors import QuothError
from corpus.incoming import Incoming
from corpus.markup import QuotedTree
from corpus.metadata import Fact, page_facts
from corpus.tree import parse_html

FEWEST: Final = 3  # words; what is shorter is a link or a title
LIST_ITEM: Final = re.compile(r"(?m)^- (?=\d{1,3}\. )")


def read_page(source: str, *, name: str, url: str | None) -> Incoming:
    """Read the article in the page *source*; *url* is where it was fetched, None for a file called *name*.

    Raises:
        QuothError: there is no article in it.
    """
    tree = parse_html(source, name)
    facts = page_facts(tree, url)
    quoted = QuotedTree(tree)
    body = LIST_ITEM.sub("", _article(tree))
    if len(body.split()) < FEWEST:
        raise QuothError(f"{name} has no article that could be told from the page round it", hint="add it as text")
    text, quotations = quoted.read("\n".join((body, *quoted.footnotes)))
    canonical = facts["url"].value if "url" in facts else url
    return Incoming(
        origin=known_as(canonical or name) if url else name,
        text=text,
        post=post_of(facts, canonical),
        quoted=quotations,
        told_by={field: fact.told_by for field, fact in facts.items()},
    )


def post_of(facts: Mapping[str, Fact], url: str | None) -> Post:
    """Return what the page says about itself."""
    known = {field: fact.value for field, fact in facts.items()}
    return Post(known.get("title"), known.get("author"), known.get("published"), url, known.get("language"))


def _article(tree: Any) -> str:
    """Return the article's text in *tree*, one line for each paragraph; empty when there is none."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it could not do is our error, said once
    found = bare_extraction(deepcopy(tree), include_comments=False, favor_precision=True, with_metadata=False)
    return found.text or "" if found is not None and not isinstance(found, dict) else ""
