"""A home with the sample library, for whatever measures over it."""

from __future__ import annotations

from pathlib import Path

from bot.engine import Engine
from corpus.library import Library
from corpus.samples import add_samples
from index.build import build
from index.models import load_encoder, load_reranker
from index.progress import Progress


def sample_engine(home: Path, progress: Progress) -> tuple[Library, Engine]:
    """Add and index the samples below *home*."""
    library, encoder = Library(home / "library"), load_encoder()
    add_samples(library)
    build(library, home / "index", lambda: encoder, progress)
    return library, Engine(library, home / "index", encoder, load_reranker())
