"""Weighing for questions in other languages.

They are read in rough English where a glossary knows enough of their words, and by multilingual vectors.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from bot.answer import Verdict
from bot.any_words import SPOKEN_AMONG, spoken
from bot.any_words_abroad import asks_for_any_words_abroad
from bot.asking import asking_part
from bot.choose import READ_ON, RERANKED, Candidate, Read, candidates
from bot.dated import is_of
from bot.foreign import Languages, Near, foreign_verdict
from bot.in_english import in_english
from bot.judging import Judging
from bot.party import Party
from bot.party_asked import party_asked
from bot.period import Period, periods_asked
from bot.preferred import preferred_first
from bot.read_abroad import with_vectors
from bot.time_abroad import time_in_english
from bot.verdict import answering
from bot.weighed import Weighed, in_turn
from bot.wording import Wording
from bot.words_asked import asked_of
from corpus.library import Library
from index.encoder import Encoder
from index.generation import Generation
from index.search import Hit, search


class ScalesAbroad:
    """Weighs questions in other languages over one library."""

    def __init__(
        self, library: Library, languages: Languages, encoder: Encoder, judging: Judging, today: Callable[[], date]
    ) -> None:
        self._library, self._languages = library, languages
        self._encoder, self._judging, self._today = encoder, judging, today

    def weigh(self, question: str, language: str, generation: Generation) -> Weighed:
        """Weigh what *generation* has for *question* in *language*; what is of the time that it names comes first."""
        times = periods_asked(time_in_english(question, language), self._today())
        party = party_asked(question)
        if party and asks_for_any_words_abroad(question, party):
            weighed = self._weigh_any_words(party, times, self._languages.search(question, generation, SPOKEN_AMONG))
            if weighed:
                return weighed
        near = self._languages.near(question, generation, times)
        if near is None:
            return Weighed(Verdict.UNAVAILABLE)
        wording = self._wording(question, language, near, party, times)
        return self._weigh_in_english(wording, near, generation) if wording else self._weigh_vectors(near)

    def _weigh_vectors(self, near: Near) -> Weighed:
        found = self._languages.judged(near)
        chosen = answering(found, self._judging.threshold)
        return Weighed(foreign_verdict(found, chosen), tuple(found), tuple(chosen))

    def _weigh_in_english(self, wording: Wording, near: Near, generation: Generation) -> Weighed:
        """Weigh what lies *near* and what search finds for the English *wording*; other languages by vectors alone."""
        found = search(generation, self._encoder, wording.asking, READ_ON)
        if wording.times:
            found = preferred_first(found, self._library, partial(is_of, wording.times), RERANKED)
        both = (replace(hit, fused=0.0) for hit in in_turn((near.hits, found)) if hit.row not in near.foreign)
        others = self._languages.judged(replace(near, hits=[hit for hit in near.hits if hit.row in near.foreign]))

        def lifted(read: Sequence[Read]) -> list[Read]:
            cosines = (self._languages.cosines(near, item.article, item.hit.passage) for item in read)
            return [with_vectors(item, of, near.background) for item, of in zip(read, cosines, strict=True)]

        weighed = self._judging.weigh(wording, list({hit.row: hit for hit in both}.values()), others, lifted=lifted)
        is_off = not weighed.chosen and foreign_verdict(weighed.found, ()) is Verdict.OFF_CORPUS
        verdict = Verdict.OFF_CORPUS if is_off else weighed.verdict
        return replace(weighed, verdict=verdict, in_english=wording.asking)

    def _wording(
        self, question: str, language: str, near: Near, party: Party | None, times: Sequence[Period]
    ) -> Wording | None:
        """Return how the *question* is read in English, None where it cannot be."""
        articles = ((self._library.get(hit.passage.article), hit.passage) for hit in near.hits)
        texts = [article.slice(place.start, place.end) for article, place in articles if article]
        english = in_english(question, language, texts)
        if english is None:
            return None
        asking = asking_part(english.question)
        return Wording(asking, asked_of(party, asking, english.of(party.name) if party else None), times)

    def _weigh_any_words(self, party: Party, times: Sequence[Period], hits: Sequence[Hit]) -> Weighed | None:
        """Weigh what *party* says in *hits*, in one of *times* where there are any; None where it does not speak."""
        if said := self._said(party, times, hits):
            return Weighed(Verdict.ANSWERED, said, said)
        at_other_times = self._said(party, (), hits) if times else ()
        return Weighed(Verdict.NOT_STATED, at_other_times) if at_other_times else None

    def _said(self, party: Party, times: Sequence[Period], hits: Sequence[Hit]) -> tuple[Candidate, ...]:
        read = spoken(party, times, hits, self._library)[:READ_ON]
        return tuple(
            answering(candidates("", read, party), self._judging.threshold)
        )  # the rules there read English only
