"""Weighing: from a question to the passages for it, and what becomes of them, with what each stage saw."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from bot.answer import Verdict
from bot.any_words import SPOKEN_AMONG, asks_for_any_words, spoken, without_words
from bot.asking import asking_part
from bot.bearer import asked_by_name
from bot.beside import Shown, search_beside
from bot.choose import READ_ON, RERANKED, Candidate, Read, candidates
from bot.dated import DATED_AMONG, is_of
from bot.foreign import Languages
from bot.judging import Judging, beside
from bot.keyword import holding
from bot.party import Party
from bot.period import Period, periods_asked
from bot.preferred import preferred_first
from bot.said_by import is_one_speaker, is_said_by
from bot.sides import is_side
from bot.topic_viewed import topic_viewed
from bot.two_sides import of_each
from bot.verdict import answering
from bot.view import View, view_on
from bot.weigh_abroad import ScalesAbroad
from bot.weighed import Weighed, together
from bot.wording import wording_of
from bot.words_asked import asked_for
from corpus.language import ENGLISH
from corpus.library import Library
from index.encoder import Encoder, Reranker
from index.generation import Generation
from index.search import Hit

WRITTEN_AMONG: Final = 20  # hits among which passages written by whom is asked for are looked for


class Scales:
    """Weighs questions over one library."""

    def __init__(
        self,
        library: Library,
        models: tuple[Encoder, Reranker],
        multilingual: Callable[[], Encoder] | None,
        threshold: float,
        today: Callable[[], date],
    ) -> None:
        self._library, self._threshold, self._today = library, threshold, today
        self._encoder, self._reranker = models
        self._judging = Judging(library, self._reranker, threshold)
        self._languages = Languages(library, multilingual) if multilingual else None
        self._abroad = (
            ScalesAbroad(library, self._languages, self._encoder, self._judging, today) if self._languages else None
        )

    def weigh(self, question: str, language: str, generation: Generation, shown: Shown | None = None) -> Weighed:
        """Weigh what *generation* has for *question*; *shown*: what a follow-up looks beside."""
        if language != ENGLISH:
            return self._abroad.weigh(question, language, generation) if self._abroad else Weighed(Verdict.UNAVAILABLE)
        return together([self._weigh_alone(side, generation, shown) for side in self.sides(question, generation)])

    def sides(self, question: str, generation: Generation) -> tuple[str, ...]:
        """Return the English *question* for each side whose words it asks for, as it is where that is one."""
        party = asked_for(question).party
        sides = of_each(question, party.name) if party else ()
        if party and sides and not is_one_speaker(party, self.search(question, generation, READ_ON), self._library):
            return sides
        return (question,)

    def _weigh_alone(self, question: str, generation: Generation, shown: Shown | None) -> Weighed:
        party = asked_for(question).party
        if party and asks_for_any_words(question, party):
            return self._weigh_any_words(party, question, generation, shown)
        hits = holding(question, self.search(question, generation, READ_ON, shown), self._library)
        view = self._view(question, generation)
        if view:
            rows = {hit.row for hit in view.hits}
            hits = [*view.hits, *(hit for hit in hits if hit.row not in rows)]
        weighed = self.weigh_hits(question, generation, hits, shown, view)
        if party and weighed.verdict is not Verdict.ANSWERED:
            return self._weigh_by_name(party, question, generation, hits, shown) or weighed
        return weighed

    def _weigh_by_name(
        self, party: Party, question: str, generation: Generation, hits: list[Hit], shown: Shown | None
    ) -> Weighed | None:
        """Weigh *question* with the name of who bears the office of *party*; None where their words do not answer."""
        articles = (article for hit in hits if (article := self._library.get(hit.passage.article)))
        named = asked_by_name(question, party, articles)
        if named is None:
            return None
        weighed = self._weigh_alone(named[0], generation, shown)
        is_theirs = any(is_said_by(named[1], item.article, item.key) for item in weighed.chosen)
        return replace(weighed, by_name=named[0]) if is_theirs and weighed.verdict is Verdict.ANSWERED else None

    def _view(self, question: str, generation: Generation) -> View | None:
        """Return what the author of a post thinks, if *question* asks for that."""
        asking = asking_part(question)
        asked = asked_for(asking)
        topic = None if asked.party and is_side(asked.party.name) else topic_viewed(asking, asked)
        return view_on(topic, asked, generation, self._library, (self._encoder, self._reranker)) if topic else None

    def search(self, question: str, generation: Generation, k: int, shown: Shown | None = None) -> list[Hit]:
        """Return the best *k* passages for an English *question*, best first.

        What is of the time that it names comes before the others, then what is written by whom it asks for.
        """
        asked, times = asked_for(question), periods_asked(question, self._today())
        is_written = asked.name is not None and not (asked.party and is_side(asked.party.name))
        among = max(k, DATED_AMONG if times else WRITTEN_AMONG if is_written else k)
        hits = search_beside(generation, self._encoder, question, among, shown)
        if is_written:
            hits = preferred_first(hits, self._library, asked.wrote, WRITTEN_AMONG)
        if times:
            hits = preferred_first(hits, self._library, partial(is_of, times), RERANKED)
        return hits[:k]

    def weigh_hits(
        self,
        question: str,
        generation: Generation,
        hits: list[Hit],
        shown: Shown | None = None,
        view: View | None = None,
    ) -> Weighed:
        """Weigh *hits* for an English *question*, and passages in other languages beside them."""
        wording = wording_of(question, self._today())
        others = self._languages.foreign_passages(question, generation, wording.times) if self._languages else []
        return self._judging.weigh(wording, hits, others, shown, view.lifted if view else list)

    def _weigh_any_words(self, party: Party, question: str, generation: Generation, shown: Shown | None) -> Weighed:
        """Weigh what *party* says, of the time that *question* names; no passage is read, as all their words answer.

        Where nothing of the party is found, the passages are read for what others say.
        """
        hits = search_beside(generation, self._encoder, question, SPOKEN_AMONG, shown)
        times = periods_asked(question, self._today())
        read, found = self._said(party, times, question, hits, shown)
        if chosen := answering(found, self._threshold):
            return Weighed(Verdict.ANSWERED, tuple(found), tuple(chosen), tuple(hits), tuple(read))
        weighed = self.weigh_hits(question, generation, hits[:READ_ON], shown)
        if weighed.chosen and not times:
            return weighed
        at_other_times = self._said(party, (), question, hits, shown)[1] if times else []
        nearest = tuple(at_other_times) or weighed.found
        return replace(weighed, verdict=without_words(party, nearest), found=nearest, chosen=())

    def _said(
        self, party: Party, times: Sequence[Period], question: str, hits: Sequence[Hit], shown: Shown | None
    ) -> tuple[list[Read], list[Candidate]]:
        """Return the passages of *hits* in which *party* speaks, in one of *times*, and its sentences there."""
        read = spoken(party, times, hits, self._library)[:READ_ON]
        return read, beside(candidates(question, read, party), shown)
