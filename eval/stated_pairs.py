"""Questions with passages that state the answer or do not, to train the head of :mod:`bot.stated` on."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any, Final

from bot.choose import ALONE, COMPARED, ranked
from corpus.article import Article, Block, Post, Voice, article_id
from corpus.clean import clean
from corpus.language import ENGLISH
from eval.bm25 import Bm25
from eval.cases import read_cases
from eval.clapnq import read_clapnq
from eval.gold import located
from eval.news import answer_of, folded_words, records
from eval.subject import Subject
from index.passage import Passage, in_context, passages
from index.search import search
from index.tokens import token_counter

SEED: Final = 7
FOUND: Final = 20  # passages that BM25 gives to a news question
NEAR: Final = 5  # of them, those in which the answer's words count as the answer
BEYOND: Final = 3  # of them without the answer's words that are taken
BESIDE: Final = 2  # passages of the same article without them
LONG: Final = 4  # letters; a longer word of the answer, alone, may be another way to say it


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and a passage with its context, as the cross-encoder reads them."""

    question: str
    text: str
    states: bool
    """Whether it states the answer."""
    source: str
    group: str
    """Pairs of one group are trained on together or not at all."""
    others: float | None = None
    """Mean logit of the other passages found; None where nothing was searched."""


def clapnq_pairs(folder: Path) -> Iterator[Pair]:
    """Yield each record of ClapNQ in *folder*; nothing else was found beside its passage.

    Raises:
        QuothError: there are none.
    """
    for row, record in enumerate(read_clapnq(folder)):
        text = in_context(record.article, Passage(record.article.id, 0, len(record.article.text)))
        yield Pair(record.question, text, bool(record.gold), "clapnq", f"clapnq {row}", ALONE)


def case_pairs(subject: Subject) -> Iterator[Pair]:
    """Yield the best passages of the sample library for the English development cases without a conversation."""
    cases = [case for case in read_cases() if case.part == "dev" and case.language == ENGLISH and not case.after]
    for case, places in located(cases, subject.library):
        hits = search(subject.generation, subject.encoder, case.question, 10)
        read = ranked(case.question, hits, subject.library, subject.reranker)[: COMPARED + 1]
        others = fmean([item.logit for item in read[1:]])
        texts = [in_context(item.article, item.hit.passage) for item in read]
        held = [any(place.article.slice(place.start, place.end) in text for place in places) for text in texts]
        group = read[held.index(True) if any(held) else 0].article.id
        for text, states in zip(texts, held, strict=True):
            yield Pair(case.question, text, states, "cases", group, others)


def news_pairs(articles: Path, questions: Path) -> Iterator[Pair]:
    """Yield passages of RealtimeQA that BM25 finds; one with the answer's words near the top counts as stating it.

    Raises:
        QuothError: a file cannot be read.
    """
    draw, count = random.Random(SEED), token_counter()  # noqa: S311  draws passages
    found = list({text: (article, text) for article, text in _news_passages(articles, count)}.values())
    folded = [folded_words(text) for _, text in found]
    beside: dict[str, list[int]] = {}
    for row, (article, _) in enumerate(found):
        beside.setdefault(article, []).append(row)
    ranking = Bm25([text for _, text in found])
    for record in records(questions):
        question, answer = str(record["question_sentence"]), answer_of(record)
        if answer is None or answer in folded_words(question):
            continue
        rows = ranking.best(question, FOUND)
        right = [row for row in rows[:NEAR] if answer in folded[row]][:2]
        without = [row for row in rows if not _hints(answer, folded[row])][:BEYOND]
        same = [row for one in right[:1] for row in beside[found[one][0]] if answer not in folded[row]]
        for row in dict.fromkeys([*right, *without, *draw.sample(same, min(BESIDE, len(same)))]):
            yield Pair(question, found[row][1], row in right, "news", question)


def _news_passages(path: Path, count: Any) -> Iterator[tuple[str, str]]:
    for record in records(path):
        text = clean(str(record.get("text") or ""))
        blocks = (Block(0, len(text), Voice.AUTHOR),)
        article = Article(article_id(text), text, Post(title=record.get("title")), blocks, (), ())
        for passage in passages(article, count) if text.strip() else ():
            yield article.id, in_context(article, passage)


def _hints(answer: str, folded: str) -> bool:
    return answer in folded or any(f" {word} " in folded for word in answer.split() if len(word) > LONG)
