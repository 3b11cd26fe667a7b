"""The list of feeds, pages and folders that ``quoth watch`` reads again and again."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from corpus.disk import write
from corpus.errors import QuothError

FILE: Final = "watch.json"


@dataclass(frozen=True, slots=True)
class Watched:
    """A source on the list."""

    source: str
    """A URL, or the absolute path of a file or folder."""
    mirror: bool = False
    """Whether an article is removed when its file is no longer in the folder."""


def read_watchlist(library: Path) -> tuple[Watched, ...]:
    """Return what is watched for the library in this folder, by source.

    Raises:
        QuothError: the list is damaged.
    """
    try:
        return tuple(Watched(**item) for item in json.loads((library / FILE).read_bytes()))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, TypeError) as error:
        raise QuothError(f"{library / FILE} is damaged", hint="remove it and add the sources again") from error


def write_watchlist(library: Path, watched: tuple[Watched, ...]) -> None:
    """Store what is watched.

    Raises:
        OSError: it cannot be written.
    """
    listed = [asdict(item) for item in sorted(watched, key=lambda item: item.source)]
    write(library / FILE, json.dumps(listed, ensure_ascii=False, indent=1).encode())
