"""What a turn of a conversation leans on beside its own words: who is heard in the articles that it quoted.

It is looked up when a follow-up comes, as most questions have none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.heard import heard_in
from bot.other_side import sides_in
from bot.permalink import ID
from bot.turn import Turn
from corpus.article import Article, ArticleId
from corpus.library import Library


def recalled(before: Turn, articles: Sequence[ArticleId], library: Library) -> Turn:
    """Return *before* with who is heard in those of *articles*, all that are indexed in their order, that it quoted."""
    quoted = list(_quoted(before.shown, articles, library))
    heard = heard_in({article.id: article for article, _ in quoted}.values())
    return replace(
        before,
        speakers=heard.speakers,
        sides=sides_in((words for _, words in quoted), heard.sides),
        men=tuple({*heard.men, *before.men}.difference(heard.women)),
        women=tuple({*heard.women, *before.women}.difference(heard.men)),
    )


def _quoted(shown: Sequence[str], articles: Sequence[ArticleId], library: Library) -> Iterator[tuple[Article, str]]:
    """Yield the articles of the quotes *shown* (ids) that are still there, each with the words quoted."""
    for place in (match for identity in shown if (match := ID.fullmatch(identity))):
        first = bisect_left(articles, place["article"])
        start, end = int(place["start"]), int(place["end"])
        if first < len(articles) and articles[first].startswith(place["article"]):
            article = library.get(articles[first])
            if article is not None and start < end <= len(article.text):
                yield article, article.slice(start, end)
