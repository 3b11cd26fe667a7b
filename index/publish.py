"""Publishing: sealing a generation, making it the one that serves, and going back.

``<root>/CURRENT`` names the generation that serves, ``<root>/HISTORY`` lists what was published when, oldest first.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from corpus.errors import QuothError
from corpus.lock import exclusive
from index.errors import IndexMismatchError, IndexMissingError
from index.generation import Manifest, current_id, damaged_files, file_sha256, read_manifest

LOCK = "LOCK"


def seal(folder: Path, manifest: Manifest) -> None:
    """Write the manifest of the complete generation in *folder*, with the hashes of its files, and sync it."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    hashes = {str(path.relative_to(folder)): file_sha256(path) for path in files}
    record = {**asdict(manifest), "sha256": hashes}
    (folder / "manifest.json").write_text(json.dumps(record, indent=2, sort_keys=True) + "\n")
    for path in (*folder.rglob("*"), folder):
        _sync(path)


def is_intact(folder: Path) -> bool:
    """Tell whether the generation in *folder* is complete and undamaged."""
    try:
        return not any(damaged_files(folder, read_manifest(folder)))
    except IndexMismatchError:
        return False


def publish(root: Path, identity: str) -> None:
    """Make the sealed generation *identity* the one that serves, in one step, and note it in the history."""
    pointer = root / f".CURRENT.{os.getpid()}"
    pointer.write_text(identity + "\n")
    _sync(pointer)
    pointer.replace(root / "CURRENT")
    _sync(root)
    with (root / "HISTORY").open("a") as file:
        file.write(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {identity}\n")


def published(root: Path) -> list[tuple[str, str]]:
    """Return (UTC time, id) of everything published below *root*, oldest first; the same id may come again."""
    try:
        lines = (root / "HISTORY").read_text().splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [(parts[0], parts[1]) for line in lines if len(parts := line.split()) == 2]


def generations(root: Path) -> list[str]:
    """Return the ids of the complete generations below *root*, what was published last first."""
    rank = {identity: number for number, (_, identity) in enumerate(published(root))}
    found = [path.parent.name for path in root.glob("[!.]*/manifest.json")]
    return sorted(found, key=lambda identity: (-rank.get(identity, -1), identity))


def previous_id(root: Path) -> str | None:
    """Return the generation that was published last of those that do not serve now; None when there is none."""
    was_published = {identity for _, identity in published(root)}
    serving = current_id(root)
    return next((name for name in generations(root) if name in was_published and name != serving), None)


def rollback(root: Path, wanted: str | None) -> tuple[str | None, str]:
    """Let the previous generation, or the one whose id begins with *wanted*, serve; return (what served, what serves).

    Raises:
        IndexMissingError: there is no such generation.
        QuothError: several begin so, it is damaged, serves already, or somebody is indexing.
    """
    with exclusive(root / LOCK, "quoth rollback"):
        before, target = current_id(root), _wanted(root, wanted)
        if target == before:
            raise QuothError(f"the index {target} serves already", hint="see them: quoth doctor")
        if not is_intact(root / target):
            raise IndexMismatchError(f"the index {target} is damaged", hint="rebuild it: quoth index")
        publish(root, target)
    return before, target


def _wanted(root: Path, wanted: str | None) -> str:
    if wanted is None:
        previous = previous_id(root)
        if previous is None:
            raise IndexMissingError("there is no earlier index to go back to", hint="build one: quoth index")
        return previous
    known = generations(root)
    found = [identity for identity in known if identity.startswith(wanted)] if wanted else []
    if len(found) != 1:
        raise IndexMissingError(
            f"{len(found) or 'no'} generations have an id that starts with {wanted!r}",
            hint=f"there are {', '.join(known) or 'none'}",
        )
    return found[0]


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
