"""What became of the words behind a permalink: unchanged, moved, changed, or gone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from bot.permalink import ID, permalink
from bot.words import Difference, Words, differences, nearest, words_of
from corpus.article import QUOTABLE, Article, ArticleId
from corpus.blocks import quotable_span
from corpus.errors import QuothError, UsageError
from corpus.library import Library

NEAR: Final = 0.5  # likeness from which words are a new version of the old ones rather than other words


class State(StrEnum):
    """What became of some words."""

    UNCHANGED = "unchanged"
    MOVED = "moved"
    """The same words stand elsewhere in the new version of the article."""
    CHANGED = "changed"
    """The new version has other words in their place."""
    GONE = "gone"
    """The article was removed, or its new version has nothing like them."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The words behind a permalink, then and now."""

    link: str
    state: State
    was: str | None
    """The words as the permalink meant them; None when the text was erased."""
    since: str | None = None
    """When the article left (ISO 8601, UTC); None when it did not."""
    now: str | None = None
    """The words as they stand now; None when they are gone."""
    moved_to: str | None = None
    """The permalink to these."""
    differences: tuple[Difference, ...] = ()
    """Word by word, when they were changed: old and new."""

    def to_json(self) -> dict[str, Any]:
        """Return a record for JSON."""
        changed = [{"was": item.yours, "now": item.printed} for item in self.differences]
        known = {"permalink": self.link, "state": self.state.value, "text": self.was, "since": self.since}
        return {**known, "now": self.now, "moved_to": self.moved_to, "differences": changed}

    def describe(self) -> str:
        """Return what to tell a reader, in lines."""
        since = f" (since {self.since})" if self.since else ""
        lines = [f"{self.state.value}{since}", self.was or "its text was erased"]
        if self.moved_to:
            lines.append(f"now {self.moved_to}")
        if self.state is State.CHANGED and self.now:
            lines.append(self.now)
        lines += [f"  was “{item.yours}”, is “{item.printed}”" for item in self.differences]
        return "\n".join(lines)


def whereabouts(library: Library, link: str) -> Whereabouts:
    """Return what became of the words behind the permalink *link*.

    Raises:
        UsageError: it is no permalink.
        QuothError: no article with its id ever was in the library, or the article has no such span.
    """
    parts = ID.fullmatch(link)
    if parts is None:
        raise UsageError(f"{link!r} is not a permalink", hint="it reads like 310c5958cd10-165-418")
    start, end = int(parts["start"]), int(parts["end"])
    live = next((identity for identity in library.ids() if identity.startswith(parts["article"])), None)
    article = library.get(live) if live else None
    if article is not None:
        return Whereabouts(link, State.UNCHANGED, _slice(article, start, end, link))
    identity = next((one for one in library.old.ids() if one.startswith(parts["article"])), None)
    left = library.old.get(identity) if identity else None
    if left is None:
        raise QuothError(f"no article {parts['article']} was ever here", hint="see the ids: quoth list")
    was = _slice(left.article, start, end, link) if left.article else None
    successor = _successor(library, left.replaced_by)
    if successor is None or was is None:
        return Whereabouts(link, State.GONE, was, left.since)
    return _in_new_version(link, was, left.since, successor)


def _slice(article: Article, start: int, end: int, link: str) -> str:
    try:
        return article.slice(start, end)
    except ValueError as error:
        raise QuothError(f"{link} points outside its article", hint="it was not made by quoth") from error


def _successor(library: Library, identity: ArticleId | None) -> Article | None:
    """Return the version that is in the library now, following those that were replaced in their turn."""
    passed: set[ArticleId] = set()
    while identity is not None and identity not in passed:
        passed.add(identity)
        article = library.get(identity)
        if article is not None:
            return article
        left = library.old.get(identity)
        identity = left.replaced_by if left else None
    return None


def _in_new_version(link: str, was: str, since: str, article: Article) -> Whereabouts:
    spans = [quotable_span(article.text, block) for block in article.blocks if block.voice in QUOTABLE]
    for left, right in spans:
        start = article.text.find(was, left, right)
        if start >= 0:
            moved_to = permalink(article.id, start, start + len(was))
            return Whereabouts(link, State.MOVED, was, since, was, moved_to)
    sought = words_of(was)
    rated = [(*nearest(sought.folded, words), words) for words in (words_of(article.text, *span) for span in spans)]
    likeness, (first, last), words = max(rated, key=lambda row: row[0], default=(0.0, (0, 0), None))
    if words is None or likeness < NEAR:
        return Whereabouts(link, State.GONE, was, since)
    start, end = words.spans[first][0], words.spans[last - 1][1]
    printed = Words(words.folded[first:last], words.spans[first:last])
    changed = tuple(differences(sought, was, printed, article.text))
    now = article.slice(start, end)
    return Whereabouts(link, State.CHANGED, was, since, now, permalink(article.id, start, end), changed)
