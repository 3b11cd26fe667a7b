"""Questions with passages that state the answer or do not, to train the head of :mod:`bot.stated` on."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from corpus.clean import clean
from corpus.language import ENGLISH
from eval.bm25 import Bm25
from eval.cases import read_cases
from eval.clapnq import read_clapnq
from eval.gold import located
from eval.news import answer_of, folded_words, records
from eval.plain_article import plain_article
from eval.subject import Subject
from eval.xquad import read_pool, read_questions
from index.encoder import Parted
from index.passage import Passage, in_context, passage_sentences, passages
from index.search import search
from index.tokens import token_counter

SEED: Final = 7
FIRST: Final = 6  # passages that are found for a development case and taken
FOUND: Final = 20  # passages that BM25 gives to a question
NEAR: Final = 5  # of them, for news, those in which the answer's words count as the answer
BEYOND: Final = 3  # of them without the answer that are taken
BESIDE: Final = 2  # passages of the same article without them
LONG: Final = 4  # letters; a longer word of the answer, alone, may be another way to say it


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and a passage with its context, as the cross-encoder reads them."""

    question: str
    text: Parted
    states: bool
    """Whether it states the answer."""
    right: tuple[bool, ...]
    """For each of its sentences whether it does; empty where none does or where that is not known."""
    source: str
    group: str
    """Pairs of one group are trained on together or not at all."""


def clapnq_pairs(folder: Path) -> Iterator[Pair]:
    """Yield each record of ClapNQ in *folder*.

    Raises:
        QuothError: there are none.
    """
    for row, record in enumerate(read_clapnq(folder)):
        passage = Passage(record.article.id, 0, len(record.article.text))
        gold = [record.sentences[position] for position in record.gold]
        right = _sharing(passage_sentences(record.article, passage), gold)
        yield Pair(record.question, in_context(record.article, passage), bool(gold), right, "clapnq", f"clapnq {row}")


def case_pairs(subject: Subject) -> Iterator[Pair]:
    """Yield the first passages that are found for the English development cases without a conversation."""
    cases = [case for case in read_cases() if case.part == "dev" and case.language == ENGLISH and not case.after]
    for case, places in located(cases, subject.library):
        hits = search(subject.generation, subject.encoder, case.question, FIRST)
        found = [(hit.passage, article) for hit in hits if (article := subject.library.get(hit.passage.article))]
        group = places[0].article.id if places else found[0][1].id
        for passage, article in found:
            gold = [(place.start, place.end) for place in places if place.article.id == article.id]
            right = _sharing(passage_sentences(article, passage), gold)
            yield Pair(case.question, in_context(article, passage), any(right), right, "cases", group)


def xquad_pairs(folder: Path) -> Iterator[Pair]:
    """Yield for each English question of XQuAD-R in *folder* the passage that answers, and others that BM25 finds.

    Raises:
        UsageError: a file is missing or has another form.
    """
    pool, gold = read_pool(folder)
    count = token_counter()
    found = [(article, passage) for article in pool.articles for passage in passages(article, count)]
    texts = [in_context(article, passage) for article, passage in found]
    ranking = Bm25([text.text for text in texts])
    for question in read_questions(folder, ENGLISH, gold):
        sentence = pool.sentences[question.gold]
        rights = {
            row: _sharing(passage_sentences(article, passage), [sentence.span])
            for row, (article, passage) in enumerate(found)
            if article.id == sentence.article.id
        }
        holding = [row for row, right in rights.items() if right]
        without = [row for row in ranking.best(question.text, FOUND) if row not in holding][:BEYOND]
        for row in (*holding[:1], *without):
            right = rights.get(row, ())
            yield Pair(question.text, texts[row], bool(right), right, "xquad", str(found[row][0].post.title))


def news_pairs(articles: Path, questions: Path) -> Iterator[Pair]:
    """Yield passages of RealtimeQA that BM25 finds; one with the answer's words near the top counts as stating it.

    Raises:
        QuothError: a file cannot be read.
    """
    draw, count = random.Random(SEED), token_counter()  # noqa: S311  draws passages
    found = list({text.text: (article, text) for article, text in _news_passages(articles, count)}.values())
    folded = [folded_words(text.text) for _, text in found]
    beside: dict[str, list[int]] = {}
    for row, (article, _) in enumerate(found):
        beside.setdefault(article, []).append(row)
    ranking = Bm25([text.text for _, text in found])
    for record in records(questions):
        question, answer = str(record["question_sentence"]), answer_of(record)
        if answer is None or answer in folded_words(question):
            continue
        rows = ranking.best(question, FOUND)
        holding = [row for row in rows[:NEAR] if answer in folded[row]][:2]
        without = [row for row in rows if not _hints(answer, folded[row])][:BEYOND]
        same = [row for one in holding[:1] for row in beside[found[one][0]] if answer not in folded[row]]
        for row in dict.fromkeys([*holding, *without, *draw.sample(same, min(BESIDE, len(same)))]):
            text = found[row][1]
            right = tuple(answer in folded_words(text.text[start:end]) for start, end in text.parts)
            known = row in holding and any(right) and not all(right)
            yield Pair(question, text, row in holding, right if known else (), "news", question)


def _sharing(sentences: Sequence[tuple[int, int]], gold: Sequence[tuple[int, int]]) -> tuple[bool, ...]:
    """Tell of each sentence whether it shares a character with *gold*; empty where none does."""
    right = tuple(any(start < last and first < end for first, last in gold) for start, end in sentences)
    return right if any(right) else ()


def _news_passages(path: Path, count: Any) -> Iterator[tuple[str, Parted]]:
    for record in records(path):
        text = clean(str(record.get("text") or ""))
        article = plain_article(text, record.get("title"))
        for passage in passages(article, count) if text.strip() else ():
            yield article.id, in_context(article, passage)


def _hints(answer: str, folded: str) -> bool:
    return answer in folded or any(f" {word} " in folded for word in answer.split() if len(word) > LONG)
