"""Follow-up questions of INSCIT: is the passage that the annotators answered from ranked first.

The passages are all that occur in the file, each an article of its own with its page and section titles as title.
Ours is what ``Engine.ask`` opens passages by; behind the reranked ones come the others as search found them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bot.beside import search_beside, shown_for
from bot.choose import RERANKED, ranked
from bot.followup import Turn, made_whole, turn_after
from bot.permalink import permalink
from bot.words_asked import asked_for
from corpus.article import Article, ArticleId, Post, article_id
from corpus.blocks import split_blocks
from corpus.clean import clean
from corpus.errors import QuothError
from corpus.library import Library
from eval.bm25 import Bm25
from eval.bootstrap import interval
from eval.memo import MemoEncoder, MemoReranker
from index.build import build
from index.encoder import Encoder, Reranker
from index.generation import Generation, open_current
from index.models import load_encoder, load_reranker
from index.progress import Progress

DEEP: Final = 200  # passages that search returns; a gold passage behind them counts as not found


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a conversation, as typed, with its gold passages."""

    question: str
    before: Turn | None
    gold: frozenset[ArticleId]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: how the gold passages were ranked."""

    name: str
    ranks: tuple[int | None, ...]
    """One a question, from 1; None where no gold passage was found."""

    def __str__(self) -> str:
        """Return the row with Hit@1 and the mean reciprocal rank, each with its interval."""
        hits = interval([float(rank == 1) for rank in self.ranks])
        reciprocal = interval([1 / rank if rank else 0.0 for rank in self.ranks])
        return f"{self.name:48} {len(self.ranks):4}  {hits!s:20} {reciprocal!s:20}"


class Finder:
    """Ranks the passages of an index in the four ways that are compared."""

    def __init__(self, library: Library, generation: Generation, encoder: Encoder, reranker: Reranker) -> None:
        self._library, self._generation = library, generation
        self._encoder, self._reranker = encoder, reranker
        self._ids = library.ids()
        self._plain = Bm25([_whole_text(article) for article in library.articles()])

    def bm25(self, asked: Asked) -> list[ArticleId]:
        """Rank by plain BM25 of the question as typed."""
        return [self._ids[row] for row in self._plain.best(asked.question, DEEP)]

    def dense(self, asked: Asked) -> list[ArticleId]:
        """Rank by the cosine of the question as typed."""
        found = self._generation.vectors.nearest(self._encoder.encode_question(asked.question), DEEP)
        return _articles(self._generation.passage(row).article for row, _ in found)

    def alone(self, asked: Asked) -> list[ArticleId]:
        """Rank as the product does without a conversation."""
        return self.ours(Asked(asked.question, None, asked.gold))

    def ours(self, asked: Asked) -> list[ArticleId]:
        """Rank as the product does in the conversation."""
        whole = made_whole(asked.question, asked.before) if asked.before else asked.question
        shown = shown_for(asked.question, asked.before)
        hits = search_beside(self._generation, self._encoder, whole, DEEP, shown)
        read = ranked(whole, hits[:RERANKED], self._library, self._reranker, asked_for(whole).read)
        first = [item.hit for item in read]
        return _articles(hit.passage.article for hit in (*first, *hits))


def measure_inscit(path: Path, home: Path, progress: Progress) -> list[Row]:
    """Index the passages of *path* below *home*, unless they are there, and rank them for every question with gold.

    Raises:
        QuothError: the file cannot be read or is no part of INSCIT.
    """
    conversations = _read(path)
    library = Library(home / "library")
    _fill(library, conversations)
    encoder = MemoEncoder(load_encoder())
    build(library, home / "index", lambda: encoder, progress)
    finder = Finder(library, open_current(home / "index"), encoder, MemoReranker(load_reranker()))
    asked = [one for turns in conversations for one in _questions(turns)]
    follow_ups = [one for one in asked if one.before]
    complete = [one for one in follow_ups if one.before and made_whole(one.question, one.before) == one.question]
    done = 0

    def row(name: str, rank: Callable[[Asked], list[ArticleId]], chosen: Sequence[Asked]) -> Row:
        nonlocal done
        ranks = []
        for one in chosen:
            ranks.append(_rank(rank(one), one.gold))
            done += 1
            progress("asking", done, 4 * len(asked) + 2 * len(follow_ups) + 2 * len(complete))
        return Row(name, tuple(ranks))

    return [
        row("BM25, last question alone", finder.bm25, asked),
        row("dense, last question alone", finder.dense, asked),
        row("ours, last question alone", finder.alone, asked),
        row("ours", finder.ours, asked),
        row("  follow-ups: last question alone", finder.alone, follow_ups),
        row("  follow-ups: ours", finder.ours, follow_ups),
        row("  complete in themselves: last question alone", finder.alone, complete),
        row("  complete in themselves: ours", finder.ours, complete),
    ]


def _read(path: Path) -> list[list[dict[str, Any]]]:
    try:
        return [list(conversation["turns"]) for conversation in json.loads(path.read_bytes()).values()]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise QuothError(f"cannot read {path}", hint="name a file of INSCIT: dev.json") from error


def _fill(library: Library, conversations: Sequence[Sequence[Mapping[str, Any]]]) -> None:
    """Add every passage; nobody's speech is sought, it plays no part in the ranking."""
    known = set(library.ids())
    for turn in (turn for turns in conversations for turn in turns):
        labelled = [passage for label in turn["labels"] for passage in label["evidence"]]
        for passage in (*labelled, *(passage for shown in turn["prevEvidence"] for passage in shown)):
            text = _text(passage)
            if text and (identity := article_id(text)) not in known:
                parsed = split_blocks(text)
                title = ", ".join(passage["passage_titles"]) or passage["passage_id"].rsplit(":", 1)[0]
                library.add(Article(identity, text, Post(title=title), parsed.blocks, parsed.references, ()))
                known.add(identity)


def _questions(turns: Sequence[Mapping[str, Any]]) -> Iterator[Asked]:
    """Yield the questions of one conversation that have gold passages, each after those before it."""
    before: Turn | None = None
    for number, turn in enumerate(turns):
        question = " ".join(clean(turn["context"][-1]).split())
        if number and len(turn["prevEvidence"]) >= number:
            asked = " ".join(clean(turn["context"][-3]).split())
            shown = {
                permalink(article_id(text), 0, len(text)): text
                for passage in turn["prevEvidence"][number - 1]
                if (text := _text(passage))
            }
            before = turn_after(before, made_whole(asked, before) if before else asked, shown, None)
        gold = {_text(passage) for label in turn["labels"] for passage in label["evidence"]} - {""}
        if gold:
            yield Asked(question, before, frozenset(map(article_id, gold)))


def _text(passage: Mapping[str, Any]) -> str:
    return clean(str(passage["passage_text"])).strip()


def _whole_text(article: Article) -> str:
    return f"{article.post.title}\n{article.text}"


def _articles(found: Iterator[ArticleId]) -> list[ArticleId]:
    return list(dict.fromkeys(found))


def _rank(found: Sequence[ArticleId], gold: frozenset[ArticleId]) -> int | None:
    return next((rank for rank, article in enumerate(found, 1) if article in gold), None)
