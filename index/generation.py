"""A generation: one published, immutable state of the index, opened for reading.

``<root>/<id>/`` holds ``articles.npy``, ``passages.npy``, ``sentences.npy``, ``families.json``, ``vectors.faiss``,
``lexical/``, with a multilingual encoder ``multilingual.faiss`` and ``foreign.npy``, and, written last,
``manifest.json``; ``<root>/CURRENT`` names the generation that serves.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from corpus.article import ArticleId
from index.errors import IndexMismatchError, IndexMissingError
from index.hold import Hold
from index.lexical import LexicalIndex, open_lexical
from index.multilingual import Multilingual, open_multilingual
from index.passage import Passage
from index.vectors import VectorIndex, open_vectors

FORMAT: Final = 2  # raise it whenever the files below change in shape or meaning
REBUILD: Final = "rebuild it: quoth index"
TRIES: Final = 5  # publishing twice while a reader opens takes away what it opens; five times in a row does not happen
Rows = npt.NDArray[np.void]
ARTICLE: Final = np.dtype([("id", "S64"), ("record", "S64"), ("signature", "<u4", (64,))])
"""One article: its id, the hash of its record in the library, the MinHash of its text."""
ROW: Final = np.dtype([("article", "<u4"), ("start", "<u4"), ("end", "<u4"), ("key", "S32")])
"""One passage: position in ``articles.npy``, span, and the hash of what was encoded for it (hexadecimal)."""
SENTENCE: Final = np.dtype([("article", "<u4"), ("start", "<u4"), ("end", "<u4"), ("words", "<u8")])
"""One press sentence: position in ``articles.npy``, span, and a hash of its words without case and marks."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation was made from and of; its presence means the generation is complete."""

    format: int
    id: str
    library: str
    """Digest of the library it was built from."""
    analysis: int
    """Version of the analysis that the library's records had."""
    method: int
    """Version of the cutting into passages."""
    encoder: str
    multilingual: str | None
    """The encoder of the second vectors; None when there are none."""
    budget: int
    """Tokens in a passage, at most."""
    articles: int
    passages: int
    rate: float | None
    """Passages encoded a second, when last measured; None when never."""
    sha256: dict[str, str]
    """Of every file, by its path inside the generation."""


@dataclass(frozen=True, slots=True)
class Generation:
    """An opened generation; passages are numbered by row, the same in all its parts."""

    folder: Path
    manifest: Manifest
    index: Rows
    """The articles, of type ``ARTICLE``, by id."""
    rows: Rows
    """The passages, of type ``ROW``, by article and position."""
    sentences: Rows
    """The press sentences, of type ``SENTENCE``."""
    articles: tuple[ArticleId, ...]
    vectors: VectorIndex
    lexical: LexicalIndex
    multilingual: Multilingual | None
    hold: Hold
    """Keeps the folder from being pruned."""

    def vectors_of(self, encoder: str) -> VectorIndex | None:
        """Return the vectors that *encoder* made, None when there are none."""
        if self.manifest.encoder == encoder:
            return self.vectors
        return self.multilingual.vectors if self.multilingual and self.manifest.multilingual == encoder else None

    def passage(self, row: int) -> Passage:
        """Return the passage at *row*."""
        found = self.rows[row]
        return Passage(self.articles[int(found["article"])], int(found["start"]), int(found["end"]))

    def rows_of(self, article: ArticleId) -> list[int]:
        """Return the rows of the passages of *article*, in order; none where it has none here."""
        at = bisect_left(self.articles, article)  # they are sorted
        is_here = at < len(self.articles) and self.articles[at] == article
        return np.flatnonzero(self.rows["article"] == at).tolist() if is_here else []


def current_id(root: Path) -> str | None:
    """Return the id of the generation that serves, None when nothing was published."""
    try:
        return (root / "CURRENT").read_text().strip()
    except (FileNotFoundError, NotADirectoryError):
        return None


def open_current(root: Path) -> Generation:
    """Open the generation that serves.

    Raises:
        IndexMissingError: nothing was published.
        IndexMismatchError: what was published is damaged or of another format.
    """
    for _ in range(TRIES):
        identity = current_id(root)
        if identity is None:
            raise IndexMissingError("there is no index yet", hint="build it: quoth index")
        try:
            return open_generation(root / identity)
        except (IndexMismatchError, FileNotFoundError):
            if current_id(root) == identity:
                raise
    raise IndexMismatchError(f"the index below {root} changes faster than it opens", hint="try again")


def open_generation(folder: Path) -> Generation:
    """Open the generation in *folder* after comparing every file with its hash.

    Raises:
        IndexMismatchError: it is damaged, incomplete or of another format.
    """
    hold = Hold.of(folder)
    manifest = read_manifest(folder)
    for name in damaged_files(folder, manifest):
        raise IndexMismatchError(f"{name} of the index {folder.name} is damaged or missing", hint=REBUILD)
    articles = np.load(folder / "articles.npy", mmap_mode="r")
    return Generation(
        folder=folder,
        manifest=manifest,
        index=articles,
        rows=np.load(folder / "passages.npy", mmap_mode="r"),
        sentences=np.load(folder / "sentences.npy", mmap_mode="r"),
        articles=tuple(ArticleId(identity) for identity in articles["id"].astype("U64").tolist()),
        vectors=open_vectors(folder / "vectors.faiss"),
        lexical=open_lexical(folder / "lexical"),
        multilingual=open_multilingual(folder),
        hold=hold,
    )


def damaged_files(folder: Path, manifest: Manifest) -> Iterator[str]:
    """Yield the names of the files in *folder* that are not, or not as, the *manifest* says."""
    for name, digest in manifest.sha256.items():
        path = folder / name
        if not path.is_file() or file_sha256(path) != digest:
            yield name


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of the generation in *folder*.

    Raises:
        IndexMismatchError: it is missing, unreadable or of another format.
    """
    try:
        record: dict[str, Any] = json.loads((folder / "manifest.json").read_bytes())
        found = record["format"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexMismatchError(f"the index {folder.name} is incomplete", hint=REBUILD) from error
    if found != FORMAT:
        raise IndexMismatchError(f"the index has format {found}, this version reads {FORMAT}", hint=REBUILD)
    try:
        return Manifest(**record)
    except TypeError as error:
        raise IndexMismatchError(f"the manifest of the index {folder.name} is damaged", hint=REBUILD) from error


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file, hexadecimal."""
    state = sha256()
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            state.update(chunk)
    return state.hexdigest()
