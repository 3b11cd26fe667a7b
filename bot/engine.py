"""One question, one answer: search, choose, judge, quote, check."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from bot.answer import Answer, Quote, Verdict
from bot.beside import shown_for
from bot.by_speaker import grouped, party_of, silent_sides
from bot.choose import READ_ON, Candidate
from bot.explain import Explained
from bot.followup import Turn, made_whole
from bot.party import Party
from bot.permalink import shares_words
from bot.quote import is_still_there, make_quote
from bot.recall import recalled
from bot.understand import language_of, spelt
from bot.verdict import ANSWERS, probability
from bot.weigh import Scales
from bot.weighed import Weighed, together
from bot.who import Whose, whose
from corpus.article import Voice
from corpus.clean import clean
from corpus.errors import UsageError
from corpus.language import ENGLISH
from corpus.library import Library
from index.encoder import Encoder, Reranker
from index.generation import Generation
from index.reader import Reader
from index.search import search

LONGEST_QUESTION: Final = 2000  # characters, some 300 words; longer is a pasted article, not a question
QUOTES: Final = 5
NEAREST: Final = 3


class Engine:
    """Answers from one home; takes up a newly published generation at the next question."""

    def __init__(  # noqa: PLR0913 - what an answer is made from
        self,
        library: Library,
        index: Path,
        encoder: Encoder,
        reranker: Reranker,
        multilingual: Callable[[], Encoder] | None = None,
        *,
        threshold: float = ANSWERS,
        today: Callable[[], date] = date.today,
    ) -> None:
        """Open what serves below *index*; where that is the folder of one generation, this one and no other.

        *today* tells what "yesterday" means.

        Raises:
            QuothError: there is none, or it cannot be opened with this encoder.
        """
        self._library, self._encoder, self._threshold = library, encoder, threshold
        self._scales = Scales(library, (encoder, reranker), multilingual, threshold, today)
        self._reader = Reader(index, encoder.name)

    def ask(self, question: str, before: Turn | None = None) -> Answer:
        """Answer *question*; with a turn *before* it, it may be a follow-up.

        Raises:
            UsageError: it holds no words, or is too long to be a question.
            QuothError: library or index cannot be read.
        """
        return self.explain(question, before).answer

    def explain(self, question: str, before: Turn | None = None) -> Explained:
        """Answer *question* as :meth:`ask` does, and return with the answer what each stage saw.

        Raises:
            UsageError: it holds no words, or is too long to be a question.
            QuothError: library or index cannot be read.
        """
        began = time.perf_counter()
        typed = checked(question)
        generation = self._reader.newest()
        before = recalled(before, generation.articles, self._library) if before else None
        question = made_whole(typed, before)[:LONGEST_QUESTION] if before else typed
        language = language_of(question, generation)
        if language == ENGLISH:
            question = spelt(question, generation, self._library, self._encoder)
        weighed = self._scales.weigh(question, language, generation, shown_for(typed, before))
        question = weighed.by_name or question
        party = party_of(question, weighed.chosen)
        verdict, shown = weighed.verdict, self._checked(_families(weighed.chosen, party))[:QUOTES]
        if verdict is Verdict.ANSWERED and not shown:
            verdict = Verdict.NOT_STATED
        refused = verdict is not Verdict.ANSWERED
        answer = Answer(
            question=typed,
            verdict=verdict,
            quotes=() if refused else shown,
            nearest=self._checked(_families(weighed.chosen or weighed.found))[:NEAREST] if refused else (),
            generation=generation.manifest.id,
            seconds=time.perf_counter() - began,
            understood_as=question if question != typed else None,
            party=party.name if party else None,
            silent=silent_sides(weighed.chosen, party),
            before=before,
            language=language,
        )
        return Explained(answer, weighed, self._threshold)

    def further(self, question: str, offered: Collection[str]) -> tuple[Quote, ...]:
        """Return the next best passages for *question* after the quotes with the ids *offered*; they may not answer.

        Raises:
            QuothError: library or index cannot be read.
        """
        generation = self._reader.newest()
        language = language_of(question, generation)
        if language == ENGLISH:
            sides = self._scales.sides(question, generation)
            weighed = together([self._further(side, generation, offered) for side in sides])
        else:
            weighed = self._scales.weigh(question, language, generation)
        return self._checked(quote for quote in _families(weighed.found) if quote.id not in offered)[:QUOTES]

    def _further(self, question: str, generation: Generation, offered: Collection[str]) -> Weighed:
        hits = search(generation, self._encoder, question, READ_ON + 2 * len(offered))
        left = [hit for hit in hits if not shares_words(hit.passage, offered)]
        return self._scales.weigh_hits(question, generation, left)

    def whose(self, sentence: str) -> Whose:
        """Tell whose words *sentence* is.

        Raises:
            UsageError: it holds no words, or is too long.
            QuothError: library or index cannot be read.
        """
        sentence = checked(sentence, "sentence")
        return whose(sentence, self._reader.newest(), self._library)

    def _checked(self, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
        return tuple(quote for quote in quotes if is_still_there(quote, self._library))


def checked(question: str, what: str = "question") -> str:
    """Return *question* without what no reader meant to type; *what* messages call it.

    Raises:
        UsageError: nothing that could be asked is left, or it is too long.
    """
    question = " ".join(clean(question).split())
    if not question:
        raise UsageError(f"the {what} is empty", hint="write it in words")
    if len(question) > LONGEST_QUESTION:
        raise UsageError(
            f"the {what} has {len(question)} characters, more than {LONGEST_QUESTION}", hint="one sentence is enough"
        )
    if not any(unicodedata.category(letter)[0] in "LN" for letter in question):
        raise UsageError(f"the {what} holds no words", hint="write it in words")
    return question


def _families(chosen: Sequence[Candidate], party: Party | None = None) -> list[Quote]:
    """Make quotes, those of *party* first; the same press words in several posts become one that names the others."""
    families: dict[str, Quote] = {}
    for item, group in grouped(chosen, party):
        quote = make_quote(item.article, item.span, item.key, probability(item.relevance))
        quote = replace(quote, group=group)
        words = re.sub(r"\W+", " ", item.article.slice(*item.key)).casefold()
        family = words if quote.voice is Voice.PRESS else f"{quote.article} {quote.start}"
        first = families.get(family)
        if first is None:
            families[family] = quote
        elif quote.article != first.article and quote.attribution not in {item.attribution for item in first.also_in}:
            families[family] = replace(first, also_in=(*first.also_in, quote))
    return list(families.values())
