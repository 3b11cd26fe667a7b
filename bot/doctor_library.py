"""The doctor's checks of the library: every text against its hash, what was left half-written, who is writing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bot.check import Check, broken, ok, to_do
from corpus.article import Article, ArticleId
from corpus.errors import QuothError
from corpus.library import Library
from corpus.lock import holder
from index.progress import Progress

NAMED: Final = 3  # articles in one line


def check_library(library: Library, progress: Progress) -> Iterator[Check]:
    """Check every article of *library*."""
    ids = library.ids()
    if not ids:
        yield to_do("library", "it is empty", "quoth add PATH")
        return
    articles, damaged = _read(library, ids, progress)
    if damaged:
        yield broken("texts", f"{len(damaged)} of {len(ids)} articles are damaged", _remove(damaged))
    else:
        yield ok("texts", f"{len(ids):,} articles, each with the text that was added")
    untiled = [article.id for article in articles if not _tiles(article)]
    if untiled:
        yield broken("blocks", f"the blocks of {len(untiled)} articles do not cover their text", _remove(untiled))
    else:
        yield ok("blocks", "the blocks of every article cover its text")
    outdated = library.outdated([article.id for article in articles])
    if outdated:
        yield to_do("analysis", f"{len(outdated)} articles were analysed by an older version", "quoth index")
    else:
        yield ok("analysis", "every article was analysed by this version")
    yield from _leftovers(library.root, set(ids))
    newest = max((article.post.published for article in articles if article.post.published), default=None)
    yield ok("newest", f"the newest post is of {newest}" if newest else "no post has a date")


def _read(library: Library, ids: tuple[ArticleId, ...], progress: Progress) -> tuple[list[Article], list[ArticleId]]:
    articles, damaged = [], []
    for done, identity in enumerate(ids, 1):
        try:
            article = library.get(identity)
        except (QuothError, KeyError, TypeError, ValueError):  # a record may hold anything
            article = None
        if article is None:
            damaged.append(identity)
        else:
            articles.append(article)
        progress("checking articles", done, len(ids))
    return articles, damaged


def _tiles(article: Article) -> bool:
    ends = [0, *(block.end for block in article.blocks)]
    return [block.start for block in article.blocks] == ends[:-1] and ends[-1] == len(article.text)


def _remove(ids: list[ArticleId]) -> str:
    return f"quoth remove {' '.join(identity[:12] for identity in ids[:NAMED])}, then add them again"


def _leftovers(root: Path, ids: set[ArticleId]) -> Iterator[Check]:
    orphans = [path for path in root.glob("??/*.txt") if path.stem not in ids]
    unfinished = sorted(root.glob("??/.*"))
    lock = next((who for path in root.glob("*LOCK*") if path.suffix == "" and (who := holder(path))), None)
    if lock:
        yield ok("writer", f"the library is being written by {lock}")
    elif orphans or unfinished:
        paths = [str(path) for path in (*orphans, *unfinished)]
        yield to_do(
            "leftovers",
            f"{len(orphans)} texts without a record, {len(unfinished)} unfinished files; nobody reads them",
            f"rm {' '.join(paths[:NAMED])}" + (" …" if len(paths) > NAMED else ""),
        )
    else:
        yield ok("leftovers", "no text without a record, no unfinished file")
