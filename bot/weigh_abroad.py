"""Weighing for questions in other languages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from bot.answer import Verdict
from bot.any_words import SPOKEN_AMONG, spoken
from bot.any_words_abroad import asks_for_any_words_abroad
from bot.choose import READ_ON, Candidate, candidates
from bot.foreign import Languages, foreign_verdict
from bot.party import Party
from bot.party_asked import party_asked
from bot.period import Period, periods_asked
from bot.time_abroad import time_in_english
from bot.verdict import answering
from bot.weighed import Weighed
from corpus.library import Library
from index.generation import Generation
from index.search import Hit


class ScalesAbroad:
    """Weighs questions in other languages over one library."""

    def __init__(self, library: Library, languages: Languages, threshold: float, today: Callable[[], date]) -> None:
        self._library, self._languages = library, languages
        self._threshold, self._today = threshold, today

    def weigh(self, question: str, language: str, generation: Generation) -> Weighed:
        """Weigh what *generation* has for *question* in *language*; what is of the time that it names comes first."""
        times = periods_asked(time_in_english(question, language), self._today())
        party = party_asked(question)
        if party and asks_for_any_words_abroad(question, party):
            weighed = self._weigh_any_words(party, times, self._languages.search(question, generation, SPOKEN_AMONG))
            if weighed:
                return weighed
        found = self._languages.candidates(question, generation, times)
        if found is None:
            return Weighed(Verdict.UNAVAILABLE)
        chosen = answering(found, self._threshold)
        return Weighed(foreign_verdict(found, chosen), tuple(found), tuple(chosen))

    def _weigh_any_words(self, party: Party, times: Sequence[Period], hits: Sequence[Hit]) -> Weighed | None:
        """Weigh what *party* says in *hits*, in one of *times* where there are any; None where it does not speak."""
        if said := self._said(party, times, hits):
            return Weighed(Verdict.ANSWERED, said, said)
        at_other_times = self._said(party, (), hits) if times else ()
        return Weighed(Verdict.NOT_STATED, at_other_times) if at_other_times else None

    def _said(self, party: Party, times: Sequence[Period], hits: Sequence[Hit]) -> tuple[Candidate, ...]:
        read = spoken(party, times, hits, self._library)[:READ_ON]
        return tuple(answering(candidates("", read, party), self._threshold))  # the rules there read English only
