"""A home with the sample library whose indexer may die, for measuring what a crash leaves."""

from __future__ import annotations

import sys
from multiprocessing import get_context
from pathlib import Path

from bot.engine import Engine
from corpus.errors import QuothError
from corpus.library import Library
from corpus.samples import add_samples
from eval.crash import Indexer, Process
from eval.hash_encoder import HashEncoder
from index.build import build
from index.models import load_reranker
from index.progress import Progress


def sample_indexer(home: Path, progress: Progress) -> Indexer:
    """Add and index the samples below *home*; the indexer that dies is a process forked from a clean server."""
    library, encoder, reranker = Library(home / "library"), HashEncoder(), load_reranker()
    add_samples(library)
    context = get_context("forkserver")
    context.set_forkserver_preload(["eval.sample_home"])

    def start() -> Process:
        process = context.Process(target=index_samples, args=(home,))
        process.start()
        return process

    indexer = Indexer(
        home=home,
        start=start,
        ask=lambda: str(Engine(library, home / "index", encoder, reranker).ask("Who keeps the lighthouse?").generation),
        finish=lambda: build(library, home / "index", lambda: encoder, progress).id,
    )
    indexer.finish()
    return indexer


def index_samples(home: Path) -> None:
    """Index the library below *home* and end the process as the command would."""
    try:
        build(Library(home / "library"), home / "index", HashEncoder, lambda _stage, _done, _total, /: None)
    except QuothError as error:
        sys.exit(error.exit_code)
