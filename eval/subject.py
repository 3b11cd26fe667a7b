"""What is measured: a library with its index and the models that answer from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bot.engine import Engine
from bot.settings import Settings
from corpus.library import Library
from corpus.samples import add_samples
from eval.memo import MemoEncoder, MemoReranker
from index.build import Progress, build
from index.generation import Generation, open_current
from index.models import load_encoder, load_reranker


@dataclass(frozen=True)
class Subject:
    """A home that can be asked, its models within reach."""

    library: Library
    index: Path
    encoder: MemoEncoder
    reranker: MemoReranker

    @cached_property
    def engine(self) -> Engine:
        """The engine that readers ask."""
        return Engine(self.library, self.index, self.encoder, self.reranker)

    @cached_property
    def generation(self) -> Generation:
        """The generation that the engine answers from."""
        return open_current(self.index)


def sample_subject(folder: Path, progress: Progress, models: tuple[MemoEncoder, MemoReranker] | None = None) -> Subject:
    """Add and index the samples below *folder*; without *models* the default ones are loaded.

    Raises:
        QuothError: a model is missing, or the folder cannot be written.
    """
    encoder, reranker = models or (MemoEncoder(load_encoder()), MemoReranker(load_reranker()))
    library = Library(folder / "library")
    add_samples(library)
    build(library, folder / "index", lambda: encoder, progress)
    return Subject(library, folder / "index", encoder, reranker)


def home_subject(settings: Settings) -> Subject:
    """Open the library and the index of an owner's home as they are.

    Raises:
        QuothError: there is no index, it does not fit the encoder, or a model is missing.
    """
    encoder = load_encoder(settings.encoder, offline=settings.offline)
    reranker = load_reranker(settings.reranker, offline=settings.offline)
    return Subject(Library(settings.library), settings.index, MemoEncoder(encoder), MemoReranker(reranker))
