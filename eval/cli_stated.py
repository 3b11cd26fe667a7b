"""The command that trains the judgment whether a passage states the answer: ``train-stated``."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer


def train_stated(
    clapnq: Annotated[Path, typer.Argument(help="ClapNQ: the folder with annotated_data in it.")],
    news: Annotated[Path, typer.Argument(help="RealtimeQA: the folder with articles.jsonl.gz and questions.jsonl.")],
    xquad: Annotated[Path, typer.Argument(help="XQuAD-R: the folder of its JSON files.")],
    out: Annotated[Path, typer.Argument(help="File for the weights, stated.npz.")],
) -> None:
    """Train on these sets and the development cases; takes about a quarter of an hour."""
    from bot.progress import progress_bar
    from eval.stated_pairs import case_pairs, clapnq_pairs, news_pairs, xquad_pairs
    from eval.subject import sample_subject
    from eval.train_stated import read_pairs, save, train
    from index.models import load_reranker

    with TemporaryDirectory(prefix="quoth-eval-") as home, progress_bar() as step:
        pairs = [*clapnq_pairs(clapnq), *case_pairs(sample_subject(Path(home), step)), *xquad_pairs(xquad)]
        pairs += news_pairs(news / "articles.jsonl.gz", news / "questions.jsonl")
        found = train(pairs, read_pairs(pairs, load_reranker(), step))
    save(found.heads, out)
    typer.echo("pairs that the heads have not seen:")
    for name, (plain, unseen) in found.passages.items():
        count = sum(pair.source == name for pair in pairs)
        typer.echo(
            f"{name:8} {count} pairs; states the answer or not: AUROC by the logit {plain:.3f}, by the head "
            f"{unseen:.3f}; right sentence {found.sentences[name]:.3f}"
        )
    if found.unanswerable is not None:
        typer.echo(f"of ClapNQ's unanswerable {found.unanswerable:.3f} answered where nine in ten answerable are")
