"""Weighing: from a question to the sentences that answer it, with what each stage saw."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.answer import Verdict
from bot.asking import asking_part
from bot.beside import Shown, search_beside
from bot.choose import READ_ON, RERANKED, Candidate, Read, candidates, ranked
from bot.foreign import Languages, foreign_verdict
from bot.sides import is_side
from bot.verdict import answering, judge
from bot.words_asked import asked_for
from bot.written_by import WRITTEN_AMONG, written_first
from corpus.language import ENGLISH
from corpus.library import Library
from index.encoder import Encoder, Reranker
from index.generation import Generation
from index.passage import Passage
from index.search import Hit


@dataclass(frozen=True, slots=True)
class Weighed:
    """What became of a question."""

    verdict: Verdict
    found: tuple[Candidate, ...] = ()
    """The sentences that were weighed, best first."""
    chosen: tuple[Candidate, ...] = ()
    """Those that answer."""
    hits: tuple[Hit, ...] = ()
    """What search found, best first; empty for a question in another language."""
    read: tuple[Read, ...] = ()
    """What the cross-encoder read of it, in the order of opening."""


class Scales:
    """Weighs questions over one library."""

    def __init__(
        self,
        library: Library,
        models: tuple[Encoder, Reranker],
        multilingual: Callable[[], Encoder] | None,
        threshold: float,
    ) -> None:
        self._library, self._threshold = library, threshold
        self._encoder, self._reranker = models
        self._languages = Languages(library, multilingual) if multilingual else None

    def weigh(self, question: str, language: str, generation: Generation, shown: Shown | None = None) -> Weighed:
        """Weigh what *generation* has for *question*; *shown*: what a follow-up looks beside."""
        if language != ENGLISH:
            return self._weigh_foreign(question, generation)
        asked = asked_for(question)
        if asked.name is None or (asked.party and is_side(asked.party.name)):
            hits = search_beside(generation, self._encoder, question, READ_ON, shown)
        else:
            hits = search_beside(generation, self._encoder, question, WRITTEN_AMONG, shown)
            hits = written_first(asked, hits, self._library)[:READ_ON]
        return self.weigh_hits(question, generation, hits, shown)

    def weigh_hits(self, question: str, generation: Generation, hits: list[Hit], shown: Shown | None = None) -> Weighed:
        """Weigh *hits* for an English *question*, and passages in other languages beside them.

        The cross-encoder reads the first of them, and the next where those do not answer.
        """
        asking = asking_part(question)
        asked = asked_for(asking)
        others = self._languages.foreign_passages(question, generation) if self._languages else []
        read: list[Read] = []
        for more in (hits[:RERANKED], hits[RERANKED:READ_ON]):
            read += ranked(asking, more, self._library, self._reranker, asked)
            found = [*candidates(asking, read, asked.party), *others]
            if shown and shown.others_only:
                found = [item for item in found if not shown.holds(Passage(item.article.id, *item.span))]
            found.sort(key=lambda item: -item.place)
            chosen = answering(found, self._threshold)
            verdict = judge(asking, found, chosen)
            if verdict is Verdict.ANSWERED:
                break
        read.sort(key=lambda item: -item.place)
        return Weighed(verdict, tuple(found), tuple(chosen), tuple(hits), tuple(read))

    def _weigh_foreign(self, question: str, generation: Generation) -> Weighed:
        found = self._languages.candidates(question, generation) if self._languages else None
        if found is None:
            return Weighed(Verdict.UNAVAILABLE)
        chosen = answering(found, self._threshold)
        return Weighed(foreign_verdict(found, chosen), tuple(found), tuple(chosen))
