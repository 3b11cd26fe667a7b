"""Building the next generation: what changed is cut and encoded, everything else is taken over; then one publish."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

import numpy as np

from corpus.errors import QuothError, UsageError
from corpus.library import Library, digest_of
from corpus.lock import exclusive
from corpus.read import ANALYSIS_VERSION
from index.cut import METHOD, joined
from index.embed import PassageTexts, make_vectors
from index.encoder import Encoder
from index.errors import IndexMismatchError
from index.families import find_families, write_families
from index.generation import (
    ARTICLE,
    FORMAT,
    SENTENCE,
    Generation,
    Manifest,
    Rows,
    current_id,
    open_generation,
    read_manifest,
)
from index.lexical import write_lexical
from index.multilingual import write_multilingual
from index.passage import TOKEN_BUDGET
from index.progress import Progress
from index.prune import discard, prune, sweep
from index.publish import LOCK, generations, is_intact, publish, seal
from index.survey import Survey, lost_passages, refresh, survey
from index.terms import ANY_TERMS, Terms
from index.vectors import write_vectors

FEW: Final = 64  # passages; so many may always go without asking


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to."""

    id: str
    articles: int
    passages: int
    encoded: int
    """Passages whose vectors had to be computed; the others were reused."""
    changed: bool
    """False when this generation served already."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """What a generation is made from."""

    library: Library
    found: Survey
    rows: Rows
    before: Generation | None


def build(  # noqa: PLR0913  the two models are asked for by what loads them, which waits until they are needed
    library: Library,
    root: Path,
    load: Callable[[], Encoder],
    progress: Progress,
    load_multilingual: Callable[[], Encoder] | None = None,
    *,
    terms: Terms = ANY_TERMS,
) -> Built:
    """Index the whole *library* below *root* and publish it; a build that dies leaves the old one serving.

    With *load_multilingual* the generation also serves questions in other languages.

    Raises:
        UsageError: more would be lost than *terms* allow.
        QuothError: the library is empty, somebody else is indexing, a model is missing, or the folder cannot be
            written.
    """
    with exclusive(root / LOCK, "quoth index"):
        sweep(root)
        before = latest(root)
        refresh(library, before, progress)
        found = survey(library, before, progress)
        rows = found.rows
        if not len(rows):
            raise QuothError("the library holds nothing to quote", hint="add articles: quoth add PATH")
        encoders = [load(), load_multilingual()] if load_multilingual else [load()]
        identity = _identity(found, rows, encoders)
        if before is not None and identity == before.manifest.id == current_id(root):
            prune(root, terms.keep)  # what was still being read when it became old
            return Built(identity, len(found.cuts), len(rows), 0, changed=False)
        _check_loss(found, before, terms.churn)
        with _writing(root):
            draft = _Draft(library, found, rows, before)
            encoded = 0 if is_intact(root / identity) else _make(root / identity, draft, encoders, progress)
            if terms.publish:
                publish(root, identity)
                prune(root, terms.keep)
        return Built(identity, len(found.cuts), len(rows), encoded, changed=True)


@contextmanager
def _writing(root: Path) -> Iterator[None]:
    """Turn a failure to write below *root* into one line, and leave nothing half-written."""
    try:
        yield
    except OSError as error:
        sweep(root)  # a full disk needs the room
        raise QuothError(
            f"cannot write the index below {root}: {error.strerror or error}",
            hint="free some space or choose another folder: --home DIR",
        ) from error


def is_stale(library: Library, root: Path) -> bool:
    """Whether the library has changed since the generation that serves was built."""
    identity = current_id(root)
    return identity is None or read_manifest(root / identity).library != digest_of(library.records())


def latest(root: Path) -> Generation | None:
    """Return the best generation to take things over from: the one that serves or, when it is damaged, another."""
    names = sorted(generations(root), key=lambda identity: identity != current_id(root))
    for identity in names:
        try:
            return open_generation(root / identity)
        except IndexMismatchError:
            continue
    return None


def is_much(lost: int, there: int, churn: float) -> bool:
    """Tell whether *lost* of the passages *there* are more than a build takes away unasked."""
    return lost > max(FEW, churn * there)


def _check_loss(found: Survey, before: Generation | None, churn: float | None) -> None:
    if before is None or churn is None:
        return
    if (before.manifest.method, before.manifest.analysis) != (METHOD, ANALYSIS_VERSION):
        return  # another version of quoth reads the library otherwise; nobody took anything away
    lost, there = lost_passages(found, before), before.manifest.passages
    if is_much(lost, there, churn):
        raise UsageError(
            f"{lost} of {there} indexed passages would be gone, more than {churn:.0%}",
            hint="see what: quoth index --plan; if it is meant: quoth index --yes",
        )


def _identity(found: Survey, rows: Rows, encoders: Sequence[Encoder]) -> str:
    names = " ".join(encoder.name for encoder in encoders)
    state = sha256(f"{FORMAT} {METHOD} {TOKEN_BUDGET} {names} {found.library}\n".encode())
    state.update(rows.tobytes())
    return state.hexdigest()[:16]


def _make(target: Path, draft: _Draft, encoders: Sequence[Encoder], progress: Progress) -> int:
    """Write and seal the generation *target*; return how many passages had to be encoded."""
    articles = [part.id for part in draft.found.cuts]
    texts = PassageTexts(draft.library, articles, draft.rows)
    roles = [make_vectors(draft.rows, texts, draft.before, encoder, progress) for encoder in encoders]
    vectors = roles[0]
    folder = target.with_name(f".{target.name}.{os.getpid()}")
    folder.mkdir()
    _write_articles(folder, draft.found)
    np.save(folder / "passages.npy", draft.rows)
    write_vectors(vectors.codes, folder / "vectors.faiss")
    for other in roles[1:]:
        write_multilingual(other.codes, texts.all(), folder)
    progress("writing the index", 1, 3)
    write_lexical(texts.all(), folder / "lexical")
    progress("writing the index", 2, 3)
    seal(folder, _manifest(target.name, draft, encoders, vectors.rate))
    progress("writing the index", 3, 3)
    if target.exists():  # a damaged build of the same state
        discard(target)
    folder.rename(target)
    return vectors.encoded


def _manifest(identity: str, draft: _Draft, encoders: Sequence[Encoder], rate: float | None) -> Manifest:
    return Manifest(
        format=FORMAT,
        id=identity,
        library=draft.found.library,
        analysis=ANALYSIS_VERSION,
        method=METHOD,
        encoder=encoders[0].name,
        multilingual=encoders[1].name if len(encoders) > 1 else None,
        budget=TOKEN_BUDGET,
        articles=len(draft.found.cuts),
        passages=len(draft.rows),
        rate=rate,
        sha256={},
    )


def _write_articles(folder: Path, found: Survey) -> None:
    sentences = joined([part.sentences for part in found.cuts], SENTENCE)
    articles = np.array([(part.id, part.record, part.signature) for part in found.cuts], ARTICLE)
    np.save(folder / "articles.npy", articles)
    np.save(folder / "sentences.npy", sentences)
    families = find_families([part.id for part in found.cuts], sentences, articles["signature"])
    write_families(families, folder / "families.json")
