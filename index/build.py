"""Building the next generation: passages, vectors (reused where nothing changed), terms, then one publish."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Protocol

import numpy as np

from corpus.article import ArticleId
from corpus.errors import QuothError
from corpus.library import Library
from index.encoder import Encoder, Matrix
from index.errors import IndexMismatchError, IndexMissingError
from index.generation import FORMAT, ROW, Generation, Manifest, current_id, open_current, publish, read_manifest, seal
from index.lexical import write_lexical
from index.multilingual import write_multilingual
from index.passage import TOKEN_BUDGET, context, passages
from index.tokens import token_counter
from index.vectors import write_vectors

BATCH = 256  # passages between two steps of the progress bar


class Progress(Protocol):
    """Is told how far a build has come."""

    def __call__(self, stage: str, done: int, total: int, /) -> None:
        """Take note that *done* of *total* steps of *stage* are behind us."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to."""

    id: str
    articles: int
    passages: int
    encoded: int
    """Passages whose vectors had to be computed; the others were reused."""
    changed: bool
    """False when the library was indexed already."""


@dataclass(frozen=True, slots=True)
class _Entry:
    article: ArticleId
    start: int
    end: int
    text: str
    """Context and words, as encoder and lexical index see them."""
    key: bytes


def build(
    library: Library,
    root: Path,
    load: Callable[[], Encoder],
    progress: Progress,
    load_multilingual: Callable[[], Encoder] | None = None,
) -> Built:
    """Index the whole *library* below *root* and publish it; a build that dies leaves the old one serving.

    With *load_multilingual* the generation also serves questions in other languages.

    Raises:
        QuothError: the library is empty, a model is missing, or the folder cannot be written.
    """
    for done, total in library.refresh():
        progress("reading speech anew", done, total)
    digest = library.digest()
    previous = _previous(root)
    encoder = load()
    second = load_multilingual() if load_multilingual else None
    names = (encoder.name, second.name if second else None)
    if previous is not None and _made_from(previous.manifest) == (digest, *names):
        manifest = previous.manifest
        return Built(manifest.id, manifest.articles, manifest.passages, 0, changed=False)
    entries = _entries(library, progress)
    if not entries:
        raise QuothError("the library holds nothing to quote", hint="add articles: quoth add PATH")
    vectors, encoded = _vectors(entries, previous, encoder, progress)
    roles = [vectors, _vectors(entries, previous, second, progress)[0]] if second else [vectors]
    identity = _identity(entries, digest, " ".join(name for name in names if name))
    articles = sorted({entry.article for entry in entries})
    manifest = Manifest(FORMAT, identity, digest, *names, TOKEN_BUDGET, len(articles), len(entries), {})
    try:
        _write(root, manifest, entries, articles, roles)
        publish(root, identity)
    except OSError as error:
        raise QuothError(
            f"cannot write the index below {root}: {error.strerror or error}",
            hint="free some space or choose another folder: --home DIR",
        ) from error
    return Built(identity, len(articles), len(entries), encoded, changed=True)


def is_stale(library: Library, root: Path) -> bool:
    """Whether the library has changed since the generation that serves was built."""
    identity = current_id(root)
    return identity is None or read_manifest(root / identity).library != library.digest()


def _made_from(manifest: Manifest) -> tuple[str, str, str | None]:
    return manifest.library, manifest.encoder, manifest.multilingual


def _previous(root: Path) -> Generation | None:
    try:
        return open_current(root)
    except (IndexMissingError, IndexMismatchError):
        return None  # nothing that could be reused; the build makes a good one


def _entries(library: Library, progress: Progress) -> list[_Entry]:
    count = token_counter()
    ids = library.ids()
    entries = []
    for done, identity in enumerate(ids, 1):
        article = library.get(identity)
        if article is None:
            continue
        for passage in passages(article, count):
            text = f"{context(article, passage)}\n{article.slice(passage.start, passage.end)}"
            key = sha256(text.encode()).hexdigest()[:32].encode()
            entries.append(_Entry(identity, passage.start, passage.end, text, key))
        progress("reading articles", done, len(ids))
    return entries


def _vectors(
    entries: Sequence[_Entry], previous: Generation | None, encoder: Encoder, progress: Progress
) -> tuple[Matrix, int]:
    known: dict[bytes, int] = {}
    earlier = previous.vectors_of(encoder.name) if previous else None
    if previous is not None and earlier is not None:
        known = {bytes(key): row for row, key in enumerate(previous.rows["key"])}
    vectors = np.zeros((len(entries), encoder.dimension), dtype=np.float32)
    reused = [row for row, entry in enumerate(entries) if entry.key in known]
    if earlier is not None and reused:
        vectors[reused] = earlier.rows([known[entries[row].key] for row in reused])
    fresh = [row for row, entry in enumerate(entries) if entry.key not in known]
    for first in range(0, len(fresh), BATCH):
        rows = fresh[first : first + BATCH]
        vectors[rows] = encoder.encode([entries[row].text for row in rows])
        progress("encoding passages", first + len(rows), len(fresh))
    return vectors, len(fresh)


def _identity(entries: Sequence[_Entry], library: str, encoder: str) -> str:
    state = sha256(f"{FORMAT} {library} {encoder} {TOKEN_BUDGET}".encode())
    for entry in entries:
        state.update(f"{entry.article} {entry.start} {entry.end} ".encode() + entry.key)
    return state.hexdigest()[:16]


def _write(
    root: Path,
    manifest: Manifest,
    entries: Sequence[_Entry],
    articles: Sequence[ArticleId],
    vectors: Sequence[Matrix],
) -> None:
    folder = root / f".{manifest.id}.{os.getpid()}"
    root.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    numbers = {identity: number for number, identity in enumerate(articles)}
    rows = [(numbers[entry.article], entry.start, entry.end, entry.key) for entry in entries]
    np.save(folder / "passages.npy", np.array(rows, dtype=ROW))
    (folder / "articles.txt").write_text("\n".join(articles) + "\n")
    write_vectors(vectors[0], folder / "vectors.faiss")
    if manifest.multilingual:
        write_multilingual(vectors[1], (entry.text for entry in entries), folder)
    write_lexical((entry.text for entry in entries), folder / "lexical")
    seal(folder, manifest)
    final = root / manifest.id
    if final.exists():  # a damaged or never published build of the same state
        shutil.rmtree(final)
    folder.rename(final)
