"""Files that hold articles."""

from __future__ import annotations

import os
from collections.abc import Iterator
from glob import glob, has_magic
from pathlib import Path

from corpus.decode import too_long
from corpus.errors import QuothError
from corpus.feed import LARGEST
from corpus.kinds import SUFFIXES


def article_files(name: str, own: Path) -> Iterator[Path]:
    """Yield the file *name* itself, the files that it fits as a pattern (``**`` for folders), or those in the folder.

    Files of a folder come in the order of their names; hidden ones and links to folders are not followed. What lies
    below the folder *own* is the library's and no source.

    Raises:
        QuothError: *name* is not there and fits nothing.
    """
    if not name:
        raise QuothError("an empty path names nothing", hint="name a file or a folder; . is the folder you are in")
    library = os.path.realpath(own)
    for path in _named(name):
        if not Path(os.path.realpath(path)).is_relative_to(library):  # resolve() stumbles over a link to itself
            yield path


def _named(name: str) -> Iterator[Path]:
    path = Path(name)
    if os.path.lexists(path):
        yield from _below(path)
        return
    # The patterns of a shell, which may be absolute; those of Path are not.
    found = sorted(glob(name, recursive=True)) if has_magic(name) else []  # noqa: PTH207
    if not found:
        raise QuothError(f"{name} is not there", hint="check the path")
    yield from (one for one in map(Path, found) if not one.is_dir())


def _below(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if Path(name).suffix.lower() in SUFFIXES and not name.startswith("."):
                yield Path(folder, name)


def read_file(path: Path) -> bytes:
    """Return the content of *path*.

    Raises:
        QuothError: it cannot be read or is longer than anything that holds articles.
    """
    try:
        if not path.is_file():
            raise QuothError(f"{path} is not a file (a broken link?)", hint="remove it or point it to an article")
        size = path.stat().st_size
        if size > LARGEST:
            raise too_long(str(path), size)
        return path.read_bytes()
    except OSError as error:
        raise QuothError(f"cannot read {path}: {error.strerror}", hint="check the permissions") from error
