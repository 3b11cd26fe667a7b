"""What every command of ``quoth`` needs: the settings, an engine over the home, one line for a failure."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextvars import ContextVar
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from corpus.errors import QuothError

if TYPE_CHECKING:
    from bot.engine import Engine
    from bot.settings import Settings
    from index.build import Built
    from index.encoder import Encoder, Reranker
    from index.terms import Terms

home_option: ContextVar[Path | None] = ContextVar("home_option", default=None)
"""The option ``--home`` of this run."""


def settings_here() -> Settings:
    """Return the settings of this run; the option ``--home`` goes first."""
    from bot.settings import read_settings

    return read_settings(os.environ, home_option.get())


def complain(error: QuothError) -> None:
    """Say on stderr in one line what failed, and the way out."""
    typer.echo(f"quoth: {error}" + (f" ({error.hint})" if error.hint else ""), err=True)


def write_utf8() -> None:
    """Let both streams take every sign of a quote, whatever encoding the environment names."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def open_engine(settings: Settings) -> Engine:
    """Open library, index and models; an empty home gets the sample library first."""
    from concurrent.futures import ThreadPoolExecutor

    from bot.engine import Engine
    from corpus.library import Library
    from corpus.samples import add_samples
    from index.generation import current_id
    from index.terms import Terms

    library = Library(settings.library)
    if current_id(settings.index) is None and not library.ids():
        count = add_samples(library)
        typer.echo(f"{settings.home} is empty: added the {count} posts of the sample library", err=True)
        build_index(settings, Terms(keep=settings.keep))
    with ThreadPoolExecutor() as pool:
        encoder, reranker = pool.submit(encoder_of, settings), pool.submit(reranker_of, settings)
    return Engine(
        library,
        settings.index,
        encoder.result(),
        reranker.result(),
        multilingual_here(settings),
        threshold=settings.threshold,
    )


def multilingual_here(settings: Settings) -> Callable[[], Encoder] | None:
    """Return what loads the encoder for other languages, None where it is turned off."""
    from index.multilingual_model import load_multilingual

    if not settings.multilingual:
        return None
    return partial(load_multilingual, settings.multilingual, offline=settings.offline)


def build_index(settings: Settings, terms: Terms) -> Built:
    """Build the next generation on these *terms*, and say on stderr what it holds."""
    from bot.progress import progress_bar
    from corpus.library import Library
    from index.build import build

    with progress_bar() as step:
        built = build(
            Library(settings.library),
            settings.index,
            lambda: encoder_of(settings),
            step,
            multilingual_at_hand(settings),
            terms=terms,
        )
    what = f"{built.articles} articles, {built.passages} passages"
    if built.changed:
        done = "published" if terms.publish else "made ready, but not published,"
        typer.echo(f"{done} generation {built.id}: {what}, {built.encoded} newly encoded", err=True)
    else:
        typer.echo(f"nothing has changed since generation {built.id}: {what}", err=True)
    return built


def encoder_of(settings: Settings) -> Encoder:
    """Load the encoder that the settings name."""
    from index.models import load_encoder

    return load_encoder(settings.encoder, offline=settings.offline)


def reranker_of(settings: Settings) -> Reranker:
    """Load the cross-encoder that the settings name."""
    from index.models import load_reranker

    return load_reranker(settings.reranker, offline=settings.offline)


def multilingual_at_hand(settings: Settings) -> Callable[[], Encoder] | None:
    """Return what gives the encoder of second vectors, None where there are to be none; says on stderr why."""
    from bot.second_vectors import second_encoder

    return second_encoder(settings, lambda line: typer.echo(line, err=True))
