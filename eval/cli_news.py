"""The command that measures finding and refusing over thousands of news articles: ``realtimeqa``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from eval.realtimeqa import Found


def realtimeqa(
    folder: Annotated[Path, typer.Argument(help="RealtimeQA: the folder with articles.jsonl.gz and questions.jsonl.")],
    limit: Annotated[int | None, typer.Option(help="Questions to ask.")] = None,
    keep: Annotated[
        Path | None, typer.Option(help="Keep library and index in this folder, and use what is there.")
    ] = None,
) -> None:
    """Show how often what is found holds the answer's words, beside BM25 (k1 .9, b .4) and vectors alone.

    Quotes: the first five in the order of offering, whether or not they are sure enough to be shown. Without the
    answer: every article that holds its words is left out. Another library: the same questions to the samples.
    """
    from bot.progress import progress_bar
    from corpus.library import Library
    from eval.news import add_news
    from eval.realtimeqa import Asking, ask_all, read_questions, refused
    from eval.subject import sample_subject
    from index.build import build
    from index.generation import open_current
    from index.models import load_encoder, load_reranker

    questions = read_questions(folder / "questions.jsonl", limit)
    with TemporaryDirectory(prefix="quoth-eval-") as scratch, progress_bar() as step:
        home, encoder, reranker = keep or Path(scratch) / "news", load_encoder(), load_reranker()
        library = Library(home / "library")
        add_news(folder / "articles.jsonl.gz", library)
        build(library, home / "index", lambda: encoder, step)
        found = list(ask_all(questions, Asking(library, open_current(home / "index"), encoder, reranker), step))
        other = sample_subject(Path(scratch) / "samples", step)
        strange = list(refused(questions, Asking(other.library, other.generation, encoder, reranker), step))
    _show_ranks(found)
    _share("answered of those whose best sentence holds the answer", [item.answered for item in found if item.sure])
    _share("refused without the answer", [not item.without for item in found if item.without is not None])
    _share("refused when asked of another library", strange)


def _show_ranks(found: Sequence[Found]) -> None:
    from rich.console import Console
    from rich.table import Table

    from eval.bootstrap import interval, interval_of

    table = Table("texts", "the first", "of BM25's", "the first five", "of BM25's", title=f"{len(found)} questions")
    rankings: dict[str, Callable[[Found], tuple[bool, ...]]] = {
        "BM25, passages": lambda item: item.bm25,
        "vectors, passages": lambda item: item.dense,
        "ours, passages": lambda item: item.passages,
        "ours, quotes": lambda item: item.quotes,
    }
    for name, of in rankings.items():
        cells = []
        for count in (1, 5):
            pairs = [(any(of(item)[:count]), any(item.bm25[:count])) for item in found]
            cells += [str(interval([float(ours) for ours, _ in pairs])), str(interval_of(pairs, _ratio))]
        table.add_row(name, *cells)
    Console(highlight=False).print(table)


def _ratio(pairs: Sequence[tuple[bool, bool]]) -> float | None:
    theirs = sum(other for _, other in pairs)
    return sum(ours for ours, _ in pairs) / theirs if theirs else None


def _share(what: str, values: Sequence[bool]) -> None:
    from eval.bootstrap import interval

    typer.echo(f"{what}: {interval([float(value) for value in values])} of {len(values)}")
