"""A generation: one published, immutable state of the index, and the pointer to the current one.

``<root>/<id>/`` holds ``passages.npy``, ``articles.txt``, ``vectors.faiss``, ``lexical/``, with a multilingual
encoder ``multilingual.faiss`` and ``foreign.npy``, and, written last, ``manifest.json``; ``<root>/CURRENT`` names the
generation that serves.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from corpus.article import ArticleId
from index.errors import IndexMismatchError, IndexMissingError
from index.lexical import LexicalIndex, open_lexical
from index.multilingual import Multilingual, open_multilingual
from index.passage import Passage
from index.vectors import VectorIndex, open_vectors

FORMAT: Final = 2  # raise it whenever the files below change in shape or meaning
REBUILD: Final = "rebuild it: quoth index"
ROW: Final = np.dtype([("article", "<u4"), ("start", "<u4"), ("end", "<u4"), ("key", "S32")])
"""One passage: position in ``articles.txt``, span, and the hash of what was encoded for it (hexadecimal)."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation was made from and of; its presence means the generation is complete."""

    format: int
    id: str
    library: str
    """Digest of the library it was built from."""
    encoder: str
    multilingual: str | None
    """The encoder of the second vectors; None when there are none."""
    budget: int
    """Tokens in a passage, at most."""
    articles: int
    passages: int
    sha256: dict[str, str]
    """Of every file, by its path inside the generation."""


@dataclass(frozen=True, slots=True)
class Generation:
    """An opened generation; passages are numbered by row, the same in all its parts."""

    manifest: Manifest
    rows: npt.NDArray[np.void]
    articles: tuple[ArticleId, ...]
    vectors: VectorIndex
    lexical: LexicalIndex
    multilingual: Multilingual | None

    def vectors_of(self, encoder: str) -> VectorIndex | None:
        """Return the vectors that *encoder* made, None when there are none."""
        if self.manifest.encoder == encoder:
            return self.vectors
        return self.multilingual.vectors if self.multilingual and self.manifest.multilingual == encoder else None

    def passage(self, row: int) -> Passage:
        """Return the passage at *row*."""
        found = self.rows[row]
        return Passage(self.articles[int(found["article"])], int(found["start"]), int(found["end"]))


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
    identity = current_id(root)
    if identity is None:
        raise IndexMissingError("there is no index yet", hint="build it: quoth index")
    folder = root / identity
    manifest = read_manifest(folder)
    for name, digest in manifest.sha256.items():
        path = folder / name
        if not path.is_file() or file_sha256(path) != digest:
            raise IndexMismatchError(f"{name} of the index {identity} is damaged or missing", hint=REBUILD)
    return Generation(
        manifest=manifest,
        rows=np.load(folder / "passages.npy", mmap_mode="r"),
        articles=tuple(ArticleId(line) for line in (folder / "articles.txt").read_text().split()),
        vectors=open_vectors(folder / "vectors.faiss"),
        lexical=open_lexical(folder / "lexical"),
        multilingual=open_multilingual(folder),
    )


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


def seal(folder: Path, manifest: Manifest) -> None:
    """Write the manifest of the complete generation in *folder*, with the hashes of its files, and sync it."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    hashes = {str(path.relative_to(folder)): file_sha256(path) for path in files}
    record = {**asdict(manifest), "sha256": hashes}
    (folder / "manifest.json").write_text(json.dumps(record, indent=2, sort_keys=True) + "\n")
    for path in (*files, folder / "manifest.json", folder):
        _sync(path)


def publish(root: Path, identity: str) -> None:
    """Make the sealed generation *identity* the one that serves, in one step."""
    pointer = root / f".CURRENT.{os.getpid()}"
    pointer.write_text(identity + "\n")
    _sync(pointer)
    pointer.replace(root / "CURRENT")
    _sync(root)


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file, hexadecimal."""
    state = sha256()
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            state.update(chunk)
    return state.hexdigest()


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
