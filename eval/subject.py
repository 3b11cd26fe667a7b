"""What is measured: a library with its index and the models that answer from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final

from bot.engine import Engine
from bot.settings import Settings
from corpus.library import Library
from corpus.samples import add_samples
from eval.memo import MemoEncoder, MemoReranker
from index.build import build
from index.encoder import Encoder
from index.errors import ModelMissingError
from index.generation import Generation, open_current
from index.models import load_encoder, load_reranker
from index.multilingual_model import MULTILINGUAL, load_multilingual
from index.progress import Progress

TODAY: Final = date(2026, 1, 1)  # on which every question is asked, so that no answer hangs on the day of a run


@dataclass(frozen=True)
class Subject:
    """A home that can be asked, its models within reach."""

    library: Library
    index: Path
    encoder: MemoEncoder
    reranker: MemoReranker
    multilingual: MemoEncoder | None = None
    """None where nothing but English is read."""

    @cached_property
    def engine(self) -> Engine:
        """The engine that readers ask."""
        return Engine(
            self.library, self.index, self.encoder, self.reranker, self.load_multilingual, today=lambda: TODAY
        )

    @property
    def load_multilingual(self) -> Callable[[], Encoder] | None:
        """What builds and engines take; None where there is none."""
        encoder = self.multilingual
        return (lambda: encoder) if encoder else None

    @cached_property
    def generation(self) -> Generation:
        """The generation that the engine answers from."""
        return open_current(self.index)


def sample_subject(folder: Path, progress: Progress, models: tuple[MemoEncoder, MemoReranker] | None = None) -> Subject:
    """Add and index the samples below *folder*; without *models* the default ones are loaded.

    Raises:
        QuothError: a model is missing, or the folder cannot be written.
    """
    if models:
        subject = Subject(Library(folder / "library"), folder / "index", *models)
    else:
        encoder, reranker = MemoEncoder(load_encoder()), MemoReranker(load_reranker())
        subject = Subject(
            Library(folder / "library"), folder / "index", encoder, reranker, _multilingual(MULTILINGUAL, offline=False)
        )
    add_samples(subject.library)
    build(subject.library, subject.index, lambda: subject.encoder, progress, subject.load_multilingual)
    return subject


def home_subject(settings: Settings) -> Subject:
    """Open the library and the index of an owner's home as they are.

    Raises:
        QuothError: there is no index, it does not fit the encoder, or a model is missing.
    """
    encoder = load_encoder(settings.encoder, offline=settings.offline)
    reranker = load_reranker(settings.reranker, offline=settings.offline)
    second = _multilingual(settings.multilingual, offline=settings.offline) if settings.multilingual else None
    return Subject(Library(settings.library), settings.index, MemoEncoder(encoder), MemoReranker(reranker), second)


def _multilingual(name: str, *, offline: bool) -> MemoEncoder | None:
    try:
        return MemoEncoder(load_multilingual(name, offline=offline))
    except ModelMissingError:
        return None  # other languages are then refused, which the cases in them show
