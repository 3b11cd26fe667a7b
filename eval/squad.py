"""SQuAD 1.1: questions on Wikipedia articles, with the words of a paragraph that answer each.

Source: Rajpurkar et al., EMNLP 2016. Its training part; the questions of XQuAD-R come from other articles of it.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from corpus.errors import UsageError
from eval.bm25 import Bm25
from eval.news import folded_words
from eval.plain_article import plain_article
from index.passage import in_context, passages
from index.tokens import token_counter

SEED: Final = 7
HELD_OUT: Final = 15  # articles, of 442
SEED_OF_HELD_OUT: Final = 5
NEAR: Final = 5  # passages of the article that BM25 gives to a question


@dataclass(frozen=True, slots=True)
class Example:
    """A question and a text, as the cross-encoder reads them."""

    question: str
    text: str
    answer: tuple[int, int] | None
    """Where in the text the answer stands; None where it does not."""


def span_examples(path: Path, *, held_out: bool, questions: int | None = None) -> Iterator[Example]:
    """Yield questions of the file, each with the passage that answers and the nearest that does not.

    Either those on the HELD_OUT articles that nothing is trained on, or those on the others. At most so many
    *questions* are drawn; None takes all.

    Raises:
        UsageError: the file is missing or has another form.
    """
    try:
        articles = json.loads(path.read_text(encoding="utf-8"))["data"]
        kept = set(_held_out(sorted(article["title"] for article in articles)))
        asked = [
            (number, question["question"].strip(), row, question["answers"][0])
            for number, article in enumerate(articles)
            if (article["title"] in kept) is held_out
            for row, paragraph in enumerate(article["paragraphs"])
            for question in paragraph["qas"]
        ]
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        raise UsageError(f"{path} is no file of SQuAD 1.1", hint="name its train-v1.1.json") from error
    count = len(asked) if questions is None else min(questions, len(asked))
    drawn = random.Random(SEED).sample(asked, count)  # noqa: S311  draws questions
    of_article: dict[int, list[Any]] = {}
    for number, *rest in sorted(drawn, key=lambda item: item[0]):
        of_article.setdefault(number, []).append(rest)
    for number, of_it in of_article.items():
        yield from _of_article(articles[number], of_it)


def _held_out(titles: list[str]) -> list[str]:
    return random.Random(SEED_OF_HELD_OUT).sample(titles, min(HELD_OUT, len(titles) - 1))  # noqa: S311  draws articles


def _of_article(record: Any, asked: list[Any]) -> Iterator[Example]:
    paragraphs = [paragraph["context"] for paragraph in record["paragraphs"]]
    begins = [0]
    for paragraph in paragraphs:
        begins.append(begins[-1] + len(paragraph) + len("\n\n"))
    text = "\n\n".join(paragraphs)
    title = str(record["title"]).replace("_", " ")
    article = plain_article(text, title)
    found = list(passages(article, token_counter()))
    texts = [in_context(article, passage).text for passage in found]
    folded = [folded_words(words) for words in texts]
    ranking = Bm25(texts)
    for question, paragraph, answer in asked:
        start = begins[paragraph] + answer["answer_start"]
        end = start + len(answer["text"])
        row = next((row for row, item in enumerate(found) if item.start <= start and end <= item.end), None)
        if row is None:
            continue
        shift = len(texts[row]) - found[row].end
        yield Example(question, texts[row], (start + shift, end + shift))
        words = folded_words(answer["text"])
        near = [other for other in ranking.best(question, NEAR) if words not in folded[other]]
        if near:
            yield Example(question, texts[near[0]], None)
