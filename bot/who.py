"""Whose words are these: where a sentence stands in the corpus, who says it there, and whether it is exact."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bot.answer import Quote
from bot.quote import is_still_there, make_quote
from bot.words import Difference, Words, differences, nearest, occurrences, to_the_ends, words_of
from corpus.article import Article, Block
from corpus.blocks import block_sentences, quotable_span
from corpus.library import Library
from index.generation import Generation

DEPTH: Final = 60  # passages that share most words with the sentence; the same words may stand in many posts
NEAR: Final = 0.6  # likeness from which words are a changed quotation rather than other words


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words stand."""

    quote: Quote
    """The whole sentences around the words; its key is the stretch that was sought."""
    differences: tuple[Difference, ...]
    """What differs from the words that were asked about; empty when they are exact."""


@dataclass(frozen=True, slots=True)
class Whose:
    """What is known of a sentence."""

    sentence: str
    exact: bool
    places: tuple[Place, ...]
    """Every place of the exact words, else the nearest one; empty when nothing is near."""
    generation: str
    seconds: float


def whose(sentence: str, generation: Generation, library: Library) -> Whose:
    """Return where *sentence* stands in the corpus."""
    began = time.perf_counter()
    sought = words_of(sentence)
    blocks = list(_blocks(sentence, generation, library))
    places: list[Place] = []
    for article, block, words in blocks:
        places += [_place(article, block, words, found) for found in occurrences(sought.folded, words)]
    exact = bool(places)
    if not exact and blocks:
        rated = [(*nearest(sought.folded, words), position) for position, (_, _, words) in enumerate(blocks)]
        likeness, found, position = max(rated, key=lambda row: (row[0], -row[2]))
        if likeness >= NEAR:
            article, block, words = blocks[position]
            found = to_the_ends(sought.folded, words, found, block_sentences(article.text, block))
            printed = Words(words.folded[slice(*found)], words.spans[slice(*found)])
            changed = tuple(differences(sought, sentence, printed, article.text))
            places = [_place(article, block, words, found, changed)]
    shown = sorted(
        (place for place in places if is_still_there(place.quote, library)),
        key=lambda place: (place.quote.chain.post.published or "9", place.quote.id),
    )
    return Whose(sentence, exact and bool(shown), tuple(shown), generation.manifest.id, time.perf_counter() - began)


def _blocks(sentence: str, generation: Generation, library: Library) -> Iterator[tuple[Article, Block, Words]]:
    """Yield the blocks that share most words with *sentence*, each with its words."""
    seen = set()
    for row, _ in generation.lexical.best(sentence, DEPTH):
        passage = generation.passage(row)
        article = library.get(passage.article)
        if article is None:
            continue
        block = article.block_at(passage.start)
        if (article.id, block.start) not in seen:
            seen.add((article.id, block.start))
            yield article, block, words_of(article.text, *quotable_span(article.text, block))


def _place(
    article: Article, block: Block, words: Words, found: tuple[int, int], changed: tuple[Difference, ...] = ()
) -> Place:
    start, end = words.spans[found[0]][0], words.spans[found[1] - 1][1]
    around = [span for span in block_sentences(article.text, block) if span[0] < end and start < span[1]]
    return Place(make_quote(article, (around[0][0], around[-1][1]), (start, end), 1.0), changed)
