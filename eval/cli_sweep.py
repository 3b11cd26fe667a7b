"""The command that changes one choice at a time: ``sweep``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eval.sweep import Outcome, Way


def sweep() -> None:
    """Show what encoder, size of passages, ranking, depth and context do to the development cases; some minutes."""
    from rich.console import Console
    from rich.table import Table

    from bot.progress import progress_bar
    from corpus.library import Library
    from corpus.samples import add_samples
    from eval.memo import MemoEncoder, MemoReranker
    from eval.sweep import WAYS, outcomes, prepare
    from index.models import load_encoder, load_reranker

    table = Table("encoder", "tokens", "ranking", "read", "context", "first passage", "first five", "best sentence")
    reranker = MemoReranker(load_reranker())
    with TemporaryDirectory(prefix="quoth-eval-") as scratch, progress_bar() as step:
        library = Library(Path(scratch))
        add_samples(library)
        encoders = {name: MemoEncoder(load_encoder(name)) for name in dict.fromkeys(way.encoder for way in WAYS)}
        for way in WAYS:
            trial = prepare(library, encoders[way.encoder], reranker, way)
            table.add_row(*_row(way, list(outcomes(trial, library, step))))
    Console(highlight=False).print(table)


def _row(way: Way, found: Sequence[Outcome]) -> tuple[str, ...]:
    from eval.bootstrap import interval

    sentences = [float(item.sentence) for item in found if item.sentence is not None]
    return (
        way.encoder.rpartition("/")[2],
        str(way.budget),
        way.ranking,
        str(way.read),
        "yes" if way.context else "no",
        str(interval([float(item.first) for item in found])),
        str(interval([float(item.five) for item in found])),
        str(interval(sentences)) if sentences else "",
    )
