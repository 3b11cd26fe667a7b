"""Clearing away: generations that are no longer needed and that nobody reads, and what dead builds left."""

from __future__ import annotations

import shutil
from pathlib import Path

from index.generation import current_id
from index.hold import unheld
from index.publish import generations
from index.terms import KEEP


def prune(root: Path, keep: int = KEEP) -> list[str]:
    """Remove all but the one that serves and the newest others, *keep* in all; return the ids of what went.

    What a reader holds stays until a later time. The caller has the lock.
    """
    serving = current_id(root)
    others = [identity for identity in generations(root) if identity != serving]
    removed = []
    for identity in others[max(0, keep - 1) :]:
        with unheld(root / identity) as free:
            if free:
                discard(root / identity)
                removed.append(identity)
    return removed


def discard(folder: Path) -> None:
    """Remove the generation in *folder*, in one step for whoever looks; who has opened it can read on."""
    gone = folder.with_name(f".{folder.name}.gone")
    shutil.rmtree(gone, ignore_errors=True)
    folder.rename(gone)
    shutil.rmtree(gone, ignore_errors=True)


def leftovers(root: Path) -> list[Path]:
    """Return what builds that died have left below *root*: folders and pointers that were never finished."""
    unfinished = [path for path in root.glob("[!.]*/") if path.is_dir() and not (path / "manifest.json").is_file()]
    return sorted([*root.glob(".*"), *unfinished])


def sweep(root: Path) -> None:
    """Remove the leftovers; only who has the lock may, since a living build looks the same."""
    for path in leftovers(root):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
