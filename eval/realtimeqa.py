"""RealtimeQA: whether what is found for a question on the news holds the answer, and whether a refusal is one.

Kasai et al., NeurIPS 2023. A question has choices; a text holds the answer when it holds the words of the right one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.choose import READ_ON, Candidate
from bot.verdict import ANSWERS
from bot.weigh import Scales
from corpus.language import ENGLISH
from corpus.library import Library
from eval.bm25 import Bm25
from eval.news import answer_of, folded_words, records
from eval.subject import TODAY
from index.cut import passage_text
from index.encoder import Encoder, Reranker
from index.generation import Generation
from index.passage import Passage
from index.progress import Progress
from index.search import Hit

FIVE = 5


@dataclass(frozen=True, slots=True)
class Question:
    """A question with the folded words of its answer, and the day on which it was asked."""

    text: str
    answer: str
    day: date


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for one question: for each ranking, which of its first five texts hold the answer."""

    bm25: tuple[bool, ...]
    dense: tuple[bool, ...]
    passages: tuple[bool, ...]
    quotes: tuple[bool, ...]
    answered: bool
    without: bool | None
    """Whether it is answered without the articles that hold the answer; None where none was found."""
    sure: bool
    """Whether the best sentence holds the answer."""


@dataclass(frozen=True)
class Asking:
    """An indexed collection and what asks it."""

    library: Library
    generation: Generation
    encoder: Encoder
    reranker: Reranker

    def scales(self, day: date) -> Scales:
        """Return what weighs on this *day*, as for readers."""
        return Scales(self.library, (self.encoder, self.reranker), None, ANSWERS, lambda: day)


def read_questions(path: Path, limit: int | None = None) -> list[Question]:
    """Return the first *limit* questions of *path* whose answer a text can hold and that do not hold it themselves.

    Raises:
        QuothError: the file cannot be read.
    """
    asked = [(str(record["question_sentence"]), answer_of(record), _day(record)) for record in records(path)]
    found = [Question(text, answer, day) for text, answer, day in asked if answer and answer not in folded_words(text)]
    return found[:limit]


def ask_all(questions: Sequence[Question], asking: Asking, progress: Progress) -> Iterator[Found]:
    """Yield what is found for each question."""
    generation = asking.generation
    places = [generation.passage(row) for row in range(len(generation.rows))]
    texts = []
    for done, place in enumerate(places, 1):
        article = asking.library.get(place.article)
        texts.append(passage_text(article, place) if article else "")
        progress("reading", done, len(places))
    ranking = Bm25(texts)
    for done, question in enumerate(questions, 1):
        yield _found(question, asking, ranking)
        progress("asking", done, len(questions))


def refused(questions: Sequence[Question], asking: Asking, progress: Progress) -> Iterator[bool]:
    """Yield whether each of *questions*, made for another collection, is refused."""
    for done, question in enumerate(questions, 1):
        yield not asking.scales(question.day).weigh(question.text, ENGLISH, asking.generation).chosen
        progress("asking another library", done, len(questions))


def _found(question: Question, asking: Asking, ranking: Bm25) -> Found:
    generation = asking.generation
    hits = asking.scales(question.day).search(question.text, generation, 2 * READ_ON)
    weighed = asking.scales(question.day).weigh_hits(question.text, generation, hits)
    dense = generation.vectors.nearest(asking.encoder.encode_question(question.text), FIVE)

    def held(rows: Sequence[int]) -> tuple[bool, ...]:
        return tuple(_holds(question, asking.library, generation.passage(row)) for row in rows)

    return Found(
        bm25=held(ranking.best(question.text, FIVE)),
        dense=held([row for row, _ in dense]),
        passages=held([item.hit.row for item in weighed.read[:FIVE]]),
        quotes=tuple(_says(question, item) for item in weighed.found[:FIVE]),
        answered=bool(weighed.chosen),
        without=_answered_without(question, asking, hits),
        sure=bool(weighed.found) and _says(question, weighed.found[0]),
    )


def _answered_without(question: Question, asking: Asking, hits: Sequence[Hit]) -> bool | None:
    """Tell whether the question is answered when no article that holds the answer can be found."""
    articles = {hit.passage.article: asking.library.get(hit.passage.article) for hit in hits}
    holding = {one for one, article in articles.items() if article and question.answer in folded_words(article.text)}
    left = [hit for hit in hits if hit.passage.article not in holding]
    if not holding:
        return None
    return bool(asking.scales(question.day).weigh_hits(question.text, asking.generation, left).chosen)


def _day(record: Mapping[str, object]) -> date:
    """Return the day on which the question of *record* was asked, written as 2023/01/05."""
    written = record.get("question_date")
    return date.fromisoformat(str(written).replace("/", "-")) if written else TODAY


def _says(question: Question, item: Candidate) -> bool:
    return question.answer in folded_words(item.article.slice(*item.span))


def _holds(question: Question, library: Library, place: Passage) -> bool:
    article = library.get(place.article)
    return article is not None and question.answer in folded_words(article.slice(place.start, place.end))
