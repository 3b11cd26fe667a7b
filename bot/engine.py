"""One question, one answer: search, choose, judge, quote, check."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeAlias

from bot.answer import Answer, Quote, Verdict
from bot.beside import Shown, search_beside, shown_for
from bot.choose import RERANKED, Candidate, candidates, ranked
from bot.explain import Explained
from bot.followup import Turn, made_whole
from bot.foreign import Languages, foreign_verdict
from bot.party import in_turn
from bot.permalink import read_permalink
from bot.quote import is_still_there, make_quote
from bot.spelling import SHORTEST, corrected
from bot.verdict import ANSWERS, answering, judge, probability
from bot.who import Whose, whose
from corpus.article import Voice
from corpus.clean import clean
from corpus.errors import UsageError
from corpus.language import ENGLISH, UNKNOWN, question_language
from corpus.library import Library
from index.encoder import Encoder, Reranker
from index.generation import Generation
from index.lexical import WORD
from index.reader import Reader
from index.search import search
from index.tokens import is_one_token

LONGEST_QUESTION: Final = 2000  # characters, some 300 words; longer is a pasted article, not a question
QUOTES: Final = 5
NEAREST: Final = 3
READ_FOR_SPELLING: Final = 20  # passages whose words a misspelt word is compared with
MOSTLY: Final = 0.6  # share of words of the corpus from which a question is in its language

Judged: TypeAlias = tuple[Verdict, list[Candidate], list[Candidate]]


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
    ) -> None:
        """Open what serves below *index*; where that is the folder of one generation, this one and no other.

        Raises:
            QuothError: there is none, or it cannot be opened with this encoder.
        """
        self._library, self._threshold = library, threshold
        self._languages = Languages(library, multilingual) if multilingual else None
        self._encoder, self._reranker = encoder, reranker
        self._reader = Reader(index, encoder.name)

    def ask(self, question: str, before: Turn | None = None) -> Answer:
        """Answer *question*; with a turn *before* it, it may be a follow-up.

        Raises:
            UsageError: it holds no words, or is too long to be a question.
            QuothError: library or index cannot be read.
        """
        began = time.perf_counter()
        typed = checked(question)
        question = made_whole(typed, before)[:LONGEST_QUESTION] if before else typed
        generation = self._reader.newest()
        language = self._language(question, generation)
        if language == ENGLISH:
            question = self._spelt(question, generation)
        verdict, found, chosen = self._judged(question, language, generation, shown_for(typed, before))
        shown = self._checked(in_turn(_families(chosen), question))[:QUOTES]
        if verdict is not Verdict.ANSWERED or not shown:
            verdict = Verdict.NOT_STATED if verdict is Verdict.ANSWERED else verdict
            nearest = self._checked(_families(chosen or found))[:NEAREST]
            shown = ()
        else:
            nearest = ()
        return Answer(
            typed,
            verdict,
            shown,
            nearest,
            generation.manifest.id,
            time.perf_counter() - began,
            question if question != typed else None,
            before,
            language,
        )

    def explain(self, question: str, before: Turn | None = None) -> Explained:
        """Answer *question* as :meth:`ask` does, and return what each stage saw; empty where no stage reads it.

        Raises:
            UsageError: it holds no words, or is too long to be a question.
            QuothError: library or index cannot be read.
        """
        answer, generation = self.ask(question, before), self._reader.newest()
        whole, shown = answer.whole_question, shown_for(answer.question, before)
        if answer.language != ENGLISH:
            return Explained(answer, (), (), (), self._threshold)
        hits = search_beside(generation, self._encoder, whole, RERANKED, shown)
        read = ranked(whole, hits, self._library, self._reranker)
        found = candidates(whole, hits, self._library, self._reranker)
        return Explained(answer, tuple(hits), tuple(read), tuple(found), self._threshold)

    def further(self, question: str, offered: Collection[str]) -> tuple[Quote, ...]:
        """Return the next best passages for *question* after the quotes with the ids *offered*; they may not answer.

        Raises:
            QuothError: library or index cannot be read.
        """
        generation, taken = self._reader.newest(), [read_permalink(identity) for identity in offered]
        if self._language(question, generation) != ENGLISH:
            found = (self._languages.candidates(question, generation) if self._languages else None) or []
        else:
            hits = [
                hit
                for hit in search(generation, self._encoder, question, RERANKED + 2 * len(taken))
                if not any(
                    hit.passage.article.startswith(article) and hit.passage.start < end and start < hit.passage.end
                    for article, start, end in taken
                )
            ]
            found = candidates(question, hits[:RERANKED], self._library, self._reranker)
        return self._checked(quote for quote in _families(found) if quote.id not in offered)[:QUOTES]

    def whose(self, sentence: str) -> Whose:
        """Tell whose words *sentence* is.

        Raises:
            UsageError: it holds no words, or is too long.
            QuothError: library or index cannot be read.
        """
        sentence = checked(sentence)
        return whose(sentence, self._reader.newest(), self._library)

    def _language(self, question: str, generation: Generation) -> str:
        """Return the language of *question*.

        What is made of the corpus's own words is in its language; plain letters in no known one are misspelt English.
        """
        language = question_language(question)
        if not question.isascii():
            return language
        words = [word for word in WORD.findall(question) if len(word) >= SHORTEST]
        held = sum(generation.lexical.holds(word) for word in words)
        mixed = generation.multilingual is not None and len(generation.multilingual.foreign) > 0
        is_native = words and not mixed and held >= MOSTLY * len(words)
        return ENGLISH if is_native or language == UNKNOWN else language

    def _spelt(self, question: str, generation: Generation) -> str:
        """Return *question* with misspelt words put right."""
        return corrected(
            question,
            lambda word: generation.lexical.holds(word) or is_one_token(word),
            self._near(question, generation),
        )

    def _near(self, question: str, generation: Generation) -> Iterator[str]:
        for hit in search(generation, self._encoder, question, READ_FOR_SPELLING):
            article = self._library.get(hit.passage.article)
            if article is not None:
                yield article.slice(hit.passage.start, hit.passage.end)

    def _judged(self, question: str, language: str, generation: Generation, shown: Shown | None) -> Judged:
        """Return the verdict, the candidates found and those that answer."""
        if language != ENGLISH:
            found = self._languages.candidates(question, generation) if self._languages else None
            if found is None:
                return Verdict.UNAVAILABLE, [], []
            chosen = answering(found, self._threshold)
            return foreign_verdict(found, chosen), found, chosen
        hits = search_beside(generation, self._encoder, question, RERANKED, shown)
        found = candidates(question, hits, self._library, self._reranker)
        if self._languages:
            others = self._languages.foreign_passages(question, generation)
            found = sorted([*found, *others], key=lambda item: -item.place)
        chosen = answering(found, self._threshold)
        return judge(question, found, chosen), found, chosen

    def _checked(self, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
        return tuple(quote for quote in quotes if is_still_there(quote, self._library))


def checked(question: str) -> str:
    """Return *question* without what no reader meant to type.

    Raises:
        UsageError: nothing that could be asked is left, or it is too long.
    """
    question = " ".join(clean(question).split())
    if not question:
        raise UsageError("the question is empty", hint='ask something: quoth ask "who wants what?"')
    if len(question) > LONGEST_QUESTION:
        raise UsageError(
            f"the question has {len(question)} characters, more than {LONGEST_QUESTION}", hint="ask in one sentence"
        )
    if not any(unicodedata.category(letter)[0] in "LN" for letter in question):
        raise UsageError("the question holds no words", hint="ask in words")
    return question


def _families(chosen: Iterable[Candidate]) -> list[Quote]:
    """Make quotes; the same press words in several posts become one that names the others."""
    families: dict[str, Quote] = {}
    for item in chosen:
        quote = make_quote(item.article, item.span, item.key, probability(item.relevance))
        words = re.sub(r"\W+", " ", item.article.slice(*item.key)).casefold()
        family = words if quote.voice is Voice.PRESS else f"{quote.article} {quote.start}"
        first = families.get(family)
        if first is None:
            families[family] = quote
        elif quote.article != first.article and quote.attribution not in {item.attribution for item in first.also_in}:
            families[family] = replace(first, also_in=(*first.also_in, quote))
    return list(families.values())
