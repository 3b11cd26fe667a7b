"""The command ``quoth-eval xquad``: builds the pool's index, takes the measures, prints the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.engine import Engine
from bot.progress import progress_bar
from corpus.errors import UsageError
from corpus.language import ENGLISH, question_language
from corpus.library import Library
from eval.bootstrap import interval
from eval.xquad import Question, asked_ranks, bm25_ranks, dense_ranks, encode_all, our_ranks, read_pool, read_questions
from index.build import build
from index.generation import open_current
from index.models import load_encoder, load_reranker
from index.multilingual_model import load_multilingual

Rows = Mapping[str, Sequence[float]]


def measure(folder: Path, language: str, home: Path, limit: int) -> Rows:
    """Return the reciprocal ranks of each method; the index is built below *home*, *limit* questions are asked.

    Raises:
        UsageError: a file is missing or has another form, or holds no question.
        ModelMissingError: a model is not on this machine.
    """
    pool, gold = read_pool(folder)
    questions = read_questions(folder, language, gold)
    if not questions:
        raise UsageError(f"{language}.json shares no question with en.json", hint="give two files of one set")
    encoder, multilingual, library = load_encoder(), load_multilingual(), Library(home / "library")
    pool.fill(library)
    with progress_bar() as step:
        build(library, home / "index", lambda: encoder, step, lambda: multilingual)
    vectors, asked = encode_all(multilingual, pool, questions)
    generation = open_current(home / "index")
    reranker, some = load_reranker(), spread(questions, limit)
    rows = {
        "plain BM25": bm25_ranks(pool, questions),
        "plain multilingual vectors": dense_ranks(vectors, asked, questions),
        "quoth, taken as another language": our_ranks(pool, vectors, asked, questions, generation),
    }
    engines = {
        "without": Engine(library, home / "index", encoder, reranker),
        "with": Engine(library, home / "index", encoder, reranker, lambda: multilingual),
    }
    taken = sum(question_language(item.text) != ENGLISH for item in questions)
    rows[f"taken as another language: {taken} of {len(questions)}"] = []
    for name, engine in engines.items():
        rows[f"quoth, quotes shown, {name} other languages"] = asked_ranks(engine, pool, some)
    return rows


def spread(questions: Sequence[Question], limit: int) -> list[Question]:
    """Return at most *limit* questions, evenly spread over all of them."""
    step = max(1.0, len(questions) / max(1, limit))
    return [questions[int(place * step)] for place in range(min(limit, len(questions)))]


def show(rows: Rows, console: Console) -> None:
    """Print one row for each method."""
    table = Table(title="Where the sentence that answers is ranked")
    for heading in ("method", "questions", "MRR", "first"):
        table.add_column(heading, justify="left" if heading == "method" else "right")
    for name, ranks in rows.items():
        first = [float(rank == 1) for rank in ranks]
        table.add_row(name, str(len(ranks)), str(interval(ranks) or ""), str(interval(first) or ""))
    console.print(table)
