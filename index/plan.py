"""The plan: what the next build would do and how long it would take here; touches nothing."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus.article import ArticleId
from corpus.library import Library
from index.build import latest
from index.embed import PassageTexts, missing_keys
from index.encoder import Encoder
from index.generation import Generation, Rows, current_id
from index.progress import Progress
from index.survey import Survey, lost_passages, survey

TRIED: Final = 16  # passages that are encoded to learn the rate where no build has measured it


@dataclass(frozen=True, slots=True)
class Plan:
    """What the next build would do."""

    generation: str | None
    """What it starts from; None when nothing is indexed."""
    added: tuple[ArticleId, ...]
    changed: tuple[ArticleId, ...]
    removed: tuple[ArticleId, ...]
    read_anew: int
    """Articles that an older version analysed; these are counted as they are stored."""
    passages: int
    """Of the whole index after the build."""
    lost: int
    """Passages of the index now that would be gone."""
    indexed: int
    """Passages of the index now."""
    to_encode: int
    """Passages, by each encoder that lacks them."""
    rate: float | None
    """Passages encoded a second, on this machine; None when there is nothing to encode."""

    @property
    def nothing_to_do(self) -> bool:
        """Whether the library is indexed as it is."""
        changes = self.added or self.changed or self.removed or self.read_anew or self.to_encode
        return self.generation is not None and not changes

    @property
    def seconds(self) -> float:
        """How long encoding takes, which is nearly all of it."""
        return self.to_encode / self.rate if self.rate else 0.0


def make_plan(
    library: Library,
    root: Path,
    load: Callable[[], Encoder],
    progress: Progress,
    load_multilingual: Callable[[], Encoder] | None = None,
) -> Plan:
    """Plan the next build of the *library* below *root*.

    Raises:
        QuothError: a model is missing, or an article is damaged.
    """
    before = latest(root)
    found = survey(library, before, progress)
    rows, encoder = found.rows, load()
    missing = missing_keys(rows, before, encoder.name)
    others = len(missing_keys(rows, before, load_multilingual().name)) if load_multilingual else 0
    return Plan(
        generation=before.manifest.id if before is not None and before.manifest.id == current_id(root) else None,
        added=found.added,
        changed=found.changed,
        removed=found.removed,
        read_anew=found.outdated,
        passages=len(rows),
        lost=lost_passages(found, before) if before is not None else 0,
        indexed=before.manifest.passages if before is not None else 0,
        to_encode=len(missing) + others,
        rate=_rate(before, encoder, _some(library, found, rows)) if len(missing) + others else None,
    )


def _some(library: Library, found: Survey, rows: Rows) -> Iterator[str]:
    """Yield the texts of some passages."""
    return PassageTexts(library, [part.id for part in found.cuts], rows).at(range(min(TRIED, len(rows))))


def _rate(before: Generation | None, encoder: Encoder, texts: Iterator[str]) -> float:
    if before is not None and before.manifest.rate:
        return before.manifest.rate
    passages = list(texts)
    began = time.perf_counter()
    encoder.encode(passages)
    return len(passages) / (time.perf_counter() - began)
