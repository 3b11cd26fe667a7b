"""The command that measures the choice of sentences: ``clapnq``."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer


def clapnq(
    folder: Annotated[Path, typer.Argument(help="ClapNQ: the folder with annotated_data in it.")],
    limit: Annotated[int | None, typer.Option(help="Records of each kind at most.")] = None,
) -> None:
    """Choose sentences of ClapNQ's passages, and tell whether a passage answers.

    Choice: mean precision and recall over the answerable questions, and their harmonic mean. Answerable or not: AUROC
    of the probability, and the share of unanswerable questions answered where 90 % of the answerable ones are.
    """
    from bot.progress import progress_bar
    from corpus.library import Library
    from eval.clapnq import answered_at, auroc, choice, judge_all, read_clapnq
    from index.models import load_encoder, load_reranker

    every = read_clapnq(folder)
    records = [record for kind in (True, False) for record in [one for one in every if bool(one.gold) is kind][:limit]]
    with TemporaryDirectory(prefix="quoth-eval-") as home, progress_bar() as step:
        library = Library(Path(home))
        for record in records:
            library.add(record.article)
        found = list(judge_all(records, library, load_encoder(), load_reranker(), step))
    for name in ("bm25", "dense", "ours"):
        if (values := choice([(item.gold, getattr(item, name)) for item in found])) is not None:
            typer.echo(f"{name:6} precision {values[0]:.3f}, recall {values[1]:.3f}, F1 {values[2]:.3f}")
    yes = [item.probability for item in found if item.gold]
    no = [item.probability for item in found if not item.gold]
    area, answered = auroc(yes, no), answered_at(0.9, yes, no)
    if area is not None and answered is not None:
        typer.echo(f"answerable or not: AUROC {area:.3f}; of the unanswerable {answered:.3f} answered at .9")
