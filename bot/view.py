"""What an author thinks of something: a comment is about what its post quotes, also where it does not name it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from bot.choose import Read
from bot.name_runs import may_be_person, names_in
from bot.preferred import PULL
from bot.sides import stems_of
from bot.words_asked import Asked
from corpus.article import Article, ArticleId, Voice
from corpus.library import Library
from index.encoder import Encoder, Reranker
from index.generation import Generation
from index.passage import Passage, context
from index.search import Hit, search

AMONG: Final = 50  # hits among which posts of the author are looked for
POSTS: Final = 5  # posts that are read at most for whether they are on the topic
QUOTED: Final = 2  # passages of what a post quotes that are read for that
SLOPE: Final = 0.6  # log-odds for each unit of the cross-encoder's logit for topic and post
EVEN: Final = 1.0  # log-odds at a logit of 0: of 25 posts on a topic three are below -1, of 150 others two above -3
SUREST: Final = 2.0  # log-odds that a comment has at most for what its post is about
_THEM: Final = re.compile(r"\b(?:he|him|his|she|her|hers)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class View:
    """What an author wrote in the posts on a topic."""

    hits: tuple[Hit, ...]
    """The passages, those of the post nearest to the topic first."""
    on_topic: Mapping[ArticleId, float]
    """Log-odds that the post is about the topic."""

    def lifted(self, read: Sequence[Read]) -> list[Read]:
        """Return what was *read* with the passages of this view as likely to answer as their post is on the topic."""
        rows = {hit.row for hit in self.hits}
        return [
            replace(item, states=max(item.states, self.on_topic[item.article.id])) if item.hit.row in rows else item
            for item in read
        ]


def view_on(
    topic: str, asked: Asked, generation: Generation, library: Library, models: tuple[Encoder, Reranker]
) -> View:
    """Return what whom is *asked* for wrote in the posts nearest to *topic*."""
    encoder, reranker = models
    near: dict[ArticleId, list[Hit]] = {}
    for hit in search(generation, encoder, topic, AMONG):
        near.setdefault(hit.passage.article, []).append(hit)
    articles = ((article, hits) for post, hits in near.items() if (article := library.get(post)))
    posts = (_Post.of(article, hits, asked, generation) for article, hits in articles)
    found = list(islice((post for post in posts if post.own and post.speaks_of(topic)), POSTS))
    logits = reranker.logits(topic, [post.words for post in found]).tolist() if found else []
    odds = [min(SUREST, EVEN + SLOPE * logit) for logit in logits]
    return View(
        tuple(hit for post in found for hit in post.own),
        {post.article.id: log_odds for post, log_odds in zip(found, odds, strict=True)},
    )


@dataclass(frozen=True, slots=True)
class _Post:
    """A post on a topic."""

    article: Article
    own: tuple[Hit, ...]
    """What the author says in it; of a post that is all their own, what is nearest to the topic."""
    quoted: tuple[Passage, ...]
    """What it quotes nearest to the topic."""

    @classmethod
    def of(cls, article: Article, hits: Sequence[Hit], asked: Asked, generation: Generation) -> _Post:
        """Return the post *article* in which search found *hits*, best first."""
        places = [hit.passage for hit in hits if article.block_at(hit.passage.start).voice is Voice.PRESS]
        rows = generation.rows_of(article.id) if article.references else [hits[0].row]
        own = (replace(hits[0], passage=generation.passage(row), row=row, bm25=None, pull=PULL) for row in rows)
        comments = tuple(hit for hit in own if _is_comment(hit, article, asked))
        return cls(article, comments, tuple(sorted(places[:QUOTED], key=lambda place: place.start)))

    @property
    def words(self) -> str:
        """What tells whether it is on the topic."""
        own, quoted = [hit.passage for hit in self.own], list(self.quoted)
        title = context(self.article, (quoted or own)[0])
        return f"{self._said(own)} {title}. {self._said(quoted)}"

    def speaks_of(self, topic: str) -> bool:
        """Tell whether the author may speak of *topic*: where that is somebody's name, of that person."""
        names = list(names_in(f"on {topic}"))
        if names != [topic] or not may_be_person(topic):
            return True
        own = self._said([hit.passage for hit in self.own])
        return bool(stems_of(topic) & stems_of(own) or _THEM.search(own))

    def _said(self, places: Sequence[Passage]) -> str:
        return " ".join(self.article.slice(place.start, place.end) for place in places)


def _is_comment(hit: Hit, article: Article, asked: Asked) -> bool:
    return article.block_at(hit.passage.start).voice is Voice.AUTHOR and asked.wrote(article, hit.passage)
