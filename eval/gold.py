"""Where the gold words of a case stand, and whether a quote holds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.answer import Quote
from corpus.article import QUOTABLE, Article
from corpus.blocks import block_sentences
from corpus.errors import QuothError, UsageError
from corpus.library import Library
from eval.cases import Case

_ID: Final = re.compile(r"[0-9a-f]{6,64}")


@dataclass(frozen=True, slots=True)
class Place:
    """The gold words [start, end) of an article, and the whole sentences around them."""

    article: Article
    start: int
    end: int
    sentences: tuple[int, int]

    def is_in(self, quote: Quote) -> bool:
        """Tell whether *quote* holds the words here, or holds them elsewhere and says that they stand here too."""
        if quote.article == self.article.id:
            return quote.start <= self.start and self.end <= quote.end
        words = self.article.text[self.start : self.end]
        return words in quote.text and any(other.article == self.article.id for other in quote.also_in)


class Shelf:
    """The articles of a library by the names that cases have for them."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._by_address: dict[str, Article] | None = None

    def places(self, case: Case) -> tuple[Place, ...]:
        """Return where the gold words of *case* stand.

        Raises:
            UsageError: an article is not in the library, or does not hold the words once and where it can be quoted.
        """
        return tuple(self._place(case, gold.article, gold.words) for gold in case.gold)

    def _place(self, case: Case, name: str, words: str) -> Place:
        article = self._article(name)
        if article is None:
            raise UsageError(f"case {case.id}, gold: no article {name!r} in the library", hint="see quoth list")
        count = article.text.count(words)
        if count != 1:
            raise UsageError(
                f"case {case.id}, gold: {name} has {words!r} {count} times", hint="take words that it has once"
            )
        start = article.text.index(words)
        end = start + len(words)
        block = article.block_at(start)
        spans = block_sentences(article.text, block) if block.voice in QUOTABLE else ()
        around = [span for span in spans if span[0] < end and start < span[1]]
        if not around or not around[0][0] <= start < end <= around[-1][1]:
            raise UsageError(f"case {case.id}, gold: {words!r} in {name} cannot be quoted", hint="take other words")
        return Place(article, start, end, (around[0][0], around[-1][1]))

    def _article(self, name: str) -> Article | None:
        if _ID.fullmatch(name):
            try:
                return self._library.get(self._library.find(name))
            except QuothError:
                return None
        if self._by_address is None:
            self._by_address = {
                article.post.url.rstrip("/").rpartition("/")[2]: article
                for article in self._library.articles()
                if article.post.url
            }
        return self._by_address.get(name)


def located(cases: Sequence[Case], library: Library) -> list[tuple[Case, tuple[Place, ...]]]:
    """Return each of *cases* with where its gold words stand.

    Raises:
        UsageError: they are not where a case says.
    """
    shelf = Shelf(library)
    return [(case, shelf.places(case)) for case in cases]


def holding(quotes: Iterable[Quote], places: Iterable[Place]) -> list[Quote]:
    """Return those of *quotes* that hold the words of any of *places*."""
    places = list(places)
    return [quote for quote in quotes if any(place.is_in(quote) for place in places)]
