"""Permalinks: the id of a quote, and the link to its sentence on the page of the post."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote as percent

from corpus.article import Article, ArticleId
from index.passage import Passage

DIGITS = 12  # of the article's id; two articles share them once in some 10^14
EDGE = 5  # words at each end of a text fragment
ID = re.compile(r"(?P<article>[0-9a-f]{12})-(?P<start>\d{1,9})-(?P<end>\d{1,9})")


def permalink(article: ArticleId, start: int, end: int) -> str:
    """Return the id of the quote at this span; it survives re-indexing."""
    return f"{article[:DIGITS]}-{start}-{end}"


def read_permalink(identity: str) -> tuple[str, int, int]:
    """Return the beginning of the article's id, and the span, of a quote's id.

    Raises:
        ValueError: *identity* is no such id.
    """
    match = ID.fullmatch(identity)
    if match is None:
        raise ValueError(f"{identity!r} is not the id of a quote")
    return match["article"], int(match["start"]), int(match["end"])


def shares_words(place: Passage, quotes: Iterable[str]) -> bool:
    """Tell whether *place* has a character in common with one of *quotes* (ids).

    Raises:
        ValueError: one is no such id.
    """
    spans = [read_permalink(identity) for identity in quotes]
    return any(
        place.article.startswith(article) and place.start < end and start < place.end for article, start, end in spans
    )


def link_to_sentence(article: Article, start: int, end: int) -> str | None:
    """Return the post's URL with a text fragment for the sentence [start, end), None without a URL.

    Source: https://wicg.github.io/scroll-to-text-fragment/
    """
    url = article.post.url
    if url is None:
        return None
    words = article.slice(start, end).split("\n")[0].split()
    edges = [words] if len(words) <= 2 * EDGE else [words[:EDGE], words[-EDGE:]]
    fragment = ",".join(percent(" ".join(edge), safe="").replace("-", "%2D") for edge in edges)
    return f"{url.split('#')[0]}#:~:text={fragment}"
