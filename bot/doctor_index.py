"""The doctor's checks of the index: whole, in agreement with itself and with the library, nothing left behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import numpy as np

from bot.check import Check, broken, ok, to_do
from corpus.errors import QuothError
from corpus.library import Library
from corpus.lock import holder
from index.generation import Generation, current_id
from index.prune import leftovers
from index.publish import LOCK, generations, is_intact, previous_id, published
from index.survey import differences

UNEVEN: Final = 0.01  # half precision keeps the length of a vector to .001


def check_generation(generation: Generation, library: Library) -> Iterator[Check]:
    """Check the generation that serves, whose files have just been compared with their hashes."""
    manifest = generation.manifest
    yield ok("index", f"generation {manifest.id}, {len(manifest.sha256)} files as they were published")
    yield _counts(generation)
    yield _vectors(generation)
    yield _spans(generation, library)
    added, changed, removed = differences(library, generation)
    if added or changed or removed:
        yield to_do(
            "up to date",
            f"since the index was built {added} articles were added, {changed} changed, {removed} removed",
            "quoth index",
        )
    else:
        yield ok("up to date", "the index holds the library as it is")


def check_index(root: Path, keep: int) -> Iterator[Check]:
    """Check what lies beside the generation that serves."""
    history = published(root)
    if history:
        since = datetime.now(UTC) - datetime.fromisoformat(history[-1][0])
        yield ok("age", f"published {history[-1][0]}, {since.days} days ago")
    previous = previous_id(root)
    if previous and not is_intact(root / previous):
        yield to_do("way back", f"the earlier generation {previous} is damaged", f"rm -r {root / previous}")
    elif current_id(root):
        yield ok("way back", f"quoth rollback goes to {previous}" if previous else "there is no earlier generation")
    kept = generations(root)
    if len(kept) > keep:
        yield to_do("old generations", f"{len(kept)} are kept, {keep} are set", "stop who reads them, then quoth index")
    elif kept:
        yield ok("old generations", f"{len(kept)} kept")
    lock, left = holder(root / LOCK), leftovers(root)
    if lock:
        yield ok("builder", f"the index is being written by {lock}")
    elif left:
        yield to_do("leftovers of builds", f"{len(left)} of builds that died; nobody reads them", "quoth index")
    elif kept:
        yield ok("leftovers of builds", "none")


def _counts(generation: Generation) -> Check:
    manifest = generation.manifest
    articles = {manifest.articles, len(generation.articles)}
    passages = {manifest.passages, len(generation.rows), len(generation.vectors), len(generation.lexical)}
    if len(articles) > 1 or len(passages) > 1:
        return broken(
            "counts",
            f"articles {sorted(articles)} and passages {sorted(passages)} should be one number each",
            _anew(generation),
        )
    return ok("counts", f"{manifest.articles:,} articles and {manifest.passages:,} passages in every part")


def _vectors(generation: Generation) -> Check:
    bad = int((~(np.abs(generation.vectors.lengths() - 1) < UNEVEN)).sum())
    if bad:
        return broken("vectors", f"{bad} passages have no vector of length 1", _anew(generation))
    return ok("vectors", "every passage has one, of length 1")


def _spans(generation: Generation, library: Library) -> Check:
    ends = np.zeros(len(generation.articles), np.int64)
    np.maximum.at(ends, generation.rows["article"], generation.rows["end"].astype(np.int64))
    empty = int((generation.rows["start"] >= generation.rows["end"]).sum())
    beyond = 0
    for identity, end in zip(generation.articles, ends.tolist(), strict=True):
        with suppress(QuothError):  # a damaged text has been reported
            article = library.get(identity)
            beyond += article is not None and end > len(article.text)
    if empty or beyond:
        return broken(
            "spans", f"{empty} passages are empty, {beyond} articles have passages beyond their end", _anew(generation)
        )
    return ok("spans", "every passage lies inside its article")


def _anew(generation: Generation) -> str:
    """Return what builds again what is wrong although its hashes are right."""
    return f"rm -r {generation.folder}, then quoth index"
