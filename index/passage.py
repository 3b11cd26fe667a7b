"""Passages: what is indexed. Whole sentences of one block, within a token budget."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corpus.article import QUOTABLE, Article, ArticleId, Block, Voice
from corpus.blocks import block_sentences
from index.encoder import Parted

TOKEN_BUDGET = 128  # two to five sentences of news: enough context to rank, few enough to point


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring sentences of one block of one article."""

    article: ArticleId
    start: int
    end: int


def passages(article: Article, count_tokens: Callable[[str], int], budget: int = TOKEN_BUDGET) -> Iterator[Passage]:
    """Cut the quotable blocks of *article* into passages of at most *budget* tokens.

    A single sentence over the budget stays whole: a passage is never less than a sentence.
    """
    for block in article.blocks:
        if block.voice in QUOTABLE:
            yield from _of_block(article, block, count_tokens, budget)


def passage_sentences(article: Article, passage: Passage) -> list[tuple[int, int]]:
    """Return the sentences of *article* in *passage*; none where the article has been read otherwise since."""
    spans = block_sentences(article.text, article.block_at(passage.start))
    return [span for span in spans if passage.start <= span[0] and span[1] <= passage.end]


def context(article: Article, passage: Passage) -> str:
    """Return the words that help to find a passage but are never quoted: titles, heading, that it is a comment."""
    block = article.block_at(passage.start)
    titles = [article.post.title]
    titles += [article.references[position].title for position in block.references]
    titles.append(_heading_above(article, block))
    if block.voice is Voice.AUTHOR and article.references:
        titles.append("Comment by the author of the post")  # without the name: who it is must not move the ranking
    return ". ".join(dict.fromkeys(title.strip(" .\n#") for title in titles if title))


def _of_block(article: Article, block: Block, count_tokens: Callable[[str], int], budget: int) -> Iterator[Passage]:
    start = end = used = 0
    for left, right in block_sentences(article.text, block):
        tokens = count_tokens(article.text[left:right])
        if used and used + tokens > budget:
            yield Passage(article.id, start, end)
            used = 0
        if not used:
            start = left
        end, used = right, used + tokens
    if used:
        yield Passage(article.id, start, end)


def _heading_above(article: Article, block: Block) -> str | None:
    position = article.blocks.index(block)
    for before in reversed(article.blocks[:position]):
        if before.voice is Voice.HEADING:
            return article.text[before.start : before.end]
        if before.references != block.references:
            return None
    return None


def in_context(article: Article, passage: Passage) -> Parted:
    """Return *passage* behind its context, with its sentences as parts: what the cross-encoder reads."""
    before = f"{context(article, passage)}. "
    shift = len(before) - passage.start
    sentences = tuple((start + shift, end + shift) for start, end in passage_sentences(article, passage))
    return Parted(before + article.slice(passage.start, passage.end), sentences)
