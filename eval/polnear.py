"""PolNeAR: news articles with who said what, read from the corpus's own brat files.

Newell, Margolin and Ruths: An Attribution Relations Corpus for Political News, LREC 2018.
"""

from __future__ import annotations

import glob
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus.errors import QuothError

ROLES: Final = ("Source", "Cue", "Content")
_SPAN: Final = re.compile(r"(T\d+)\t(\w+) ([\d ;]+)\t")
_RELATION: Final = re.compile(r"E\d+\t(.*)")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One annotated relation; a role is a list of pieces, in order, since annotators could leave words out."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with its attributions."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]

    def spans(self, role: str) -> list[Span]:
        """Return the pieces of all spans of *role* (``source``, ``cue``, ``content``), in order."""
        return sorted({piece for item in self.attributions for piece in getattr(item, role)})


def read_polnear(folder: Path) -> Iterator[Annotated]:
    """Read one part of the corpus: *folder* holds ``text`` and ``attributions``.

    Raises:
        QuothError: there is no such corpus.
    """
    texts = sorted((folder / "text").glob("*.txt"))
    if not texts:
        raise QuothError(f"{folder} holds no PolNeAR texts", hint="name a folder with text/ and attributions/ in it")
    for file in texts:
        # Some articles have several annotators, who are told apart by a suffix; the first one counts.
        notes = min((folder / "attributions").glob(f"{glob.escape(file.stem)}_*.ann"))
        yield Annotated(file.stem, file.read_bytes().decode(), tuple(_attributions(notes.read_text())))


def _attributions(notes: str) -> Iterator[Attribution]:
    spans = {match[1]: _pieces(match[3]) for line in notes.split("\n") if (match := _SPAN.match(line))}
    for line in notes.split("\n"):
        if match := _RELATION.match(line):
            roles: dict[str, list[Span]] = {role: [] for role in ROLES}
            for argument in match[1].split():
                role, _, name = argument.partition(":")
                if role.rstrip("0123456789") in roles:
                    roles[role.rstrip("0123456789")] += spans.get(name, [])
            yield Attribution(*(tuple(sorted(roles[role])) for role in ROLES))


def _pieces(offsets: str) -> list[Span]:
    pieces = (piece.split() for piece in offsets.split(";"))
    return [(int(start), int(end)) for start, end in pieces]
