"""Building the next generation from inside the bot."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.second_vectors import second_encoder
from bot.settings import Settings
from corpus.library import Library
from index.build import Built, build, is_stale
from index.generation import Manifest, current_id, read_manifest
from index.models import load_encoder
from index.progress import Progress

log = logging.getLogger("quoth")


@dataclass(frozen=True, slots=True)
class Serving:
    """What is served, and whether it is the newest."""

    manifest: Manifest
    published: datetime
    stale: bool
    """Whether the library has changed since."""


def reindex(settings: Settings, progress: Progress) -> Built:
    """Build and publish the next generation of the home; a running engine takes it up with its next question.

    Raises:
        QuothError: it cannot be built; what serves goes on serving.
    """
    return build(
        Library(settings.library),
        settings.index,
        lambda: load_encoder(settings.encoder, offline=settings.offline),
        progress,
        second_encoder(settings, log.warning),
    )


def serving(settings: Settings) -> Serving | None:
    """Return what is served, None without an index.

    Raises:
        QuothError: the index is damaged.
    """
    identity = current_id(settings.index)
    if identity is None:
        return None
    published = datetime.fromtimestamp((settings.index / "CURRENT").stat().st_mtime, UTC)
    stale = is_stale(Library(settings.library), settings.index)
    return Serving(read_manifest(settings.index / identity), published, stale)
