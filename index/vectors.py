"""Nearest vectors by FAISS: exact search over half-precision rows, mapped from disk."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeAlias

import faiss
import numpy as np
import numpy.typing as npt

from index.encoder import Matrix, Vector

Codes: TypeAlias = npt.NDArray[np.uint8]
"""Vectors as they are stored: shape ``(rows, 2 * dimension)``."""


class VectorIndex:
    """Unit vectors in rows; similarity is their cosine in [-1, 1], higher is nearer."""

    def __init__(self, inner: faiss.Index) -> None:
        self._inner: Any = inner

    def __len__(self) -> int:
        """Return the number of rows."""
        return int(self._inner.ntotal)

    def nearest(self, vector: Vector, k: int, among: npt.NDArray[np.uint32] | None = None) -> list[tuple[int, float]]:
        """Return up to *k* (row, similarity) pairs, nearest first, equal ones by row; *among* these rows, None: all."""
        faiss.omp_set_num_threads(1)  # one question is faster on one thread than on two
        wanted = None if among is None else _only(among)
        similarities, rows = self._inner.search(vector[None, :], min(k, len(self)) or 1, params=wanted)
        found = [(int(row), float(value)) for row, value in zip(rows[0], similarities[0], strict=True) if row >= 0]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))

    def rows(self, positions: list[int]) -> Matrix:
        """Return the stored vectors of *positions*: float32, shape ``(len(positions), dimension)``."""
        if not positions:
            return np.zeros((0, self._inner.d), dtype=np.float32)
        return np.asarray(np.stack([self._inner.reconstruct(row) for row in positions]), dtype=np.float32)

    def codes(self) -> Codes:
        """Return all rows as they are stored."""
        return np.asarray(faiss.vector_to_array(self._inner.codes), dtype=np.uint8).reshape(len(self), -1)

    def lengths(self) -> Vector:
        """Return the length of each vector, 1 but for rounding: float32, shape ``(len(self),)``."""
        halves = self.codes().view(np.float16)
        return np.asarray(np.sqrt(np.einsum("ij,ij->i", halves, halves, dtype=np.float32)), np.float32)


def _only(rows: npt.NDArray[np.uint32]) -> faiss.SearchParameters:
    chosen = faiss.IDSelectorBatch(rows.astype(np.int64))
    return faiss.SearchParameters(sel=chosen)  # type: ignore[call-arg]


def to_codes(vectors: Matrix) -> Codes:
    """Return *vectors* (unit rows) as they are stored, rounded to half precision."""
    return np.asarray(_empty(vectors.shape[1]).sa_encode(np.ascontiguousarray(vectors)), dtype=np.uint8)


def write_vectors(codes: Codes, path: Path) -> None:
    """Store *codes* at *path*.

    Raises:
        OSError: they cannot be written.
    """
    inner = _empty(codes.shape[1] // 2)
    inner.add_sa_codes(codes)
    try:
        faiss.write_index(inner, str(path))
    except RuntimeError as error:
        raise OSError(f"{path.name} cannot be written") from error


def open_vectors(path: Path) -> VectorIndex:
    """Map the vectors at *path* into memory."""
    return VectorIndex(faiss.read_index(str(path), faiss.IO_FLAG_MMAP))


def _empty(dimension: int) -> faiss.Index:
    # The type loses nothing that a ranking can see (recall .9995) and halves the file; it needs no training.
    inner = faiss.IndexScalarQuantizer(dimension, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
    inner.is_trained = True
    return inner
