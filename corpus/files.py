"""Files that hold posts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from corpus.decode import LONGEST, too_long
from corpus.errors import QuothError

SUFFIXES: Final = frozenset({".txt", ".md", ".markdown"})


def post_files(path: Path) -> Iterator[Path]:
    """Yield *path* itself, or the posts below it in the order of their names; links to folders are not followed.

    Raises:
        QuothError: *path* is not there.
    """
    if not path.exists():
        raise QuothError(f"{path} is not there", hint="check the path")
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(folder, name) for name in sorted(names) if Path(name).suffix.lower() in SUFFIXES)


def read_file(path: Path) -> bytes:
    """Return the content of *path*.

    Raises:
        QuothError: it cannot be read or is too long for an article.
    """
    try:
        if not path.is_file():
            raise QuothError(f"{path} is not a file (a broken link?)", hint="remove it or point it to an article")
        size = path.stat().st_size
        if size > LONGEST:
            raise too_long(str(path), size)
        return path.read_bytes()
    except OSError as error:
        raise QuothError(f"cannot read {path}: {error.strerror}", hint="check the permissions") from error
