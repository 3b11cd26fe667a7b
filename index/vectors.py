"""Nearest vectors by FAISS: exact search over half-precision rows, mapped from disk."""

from __future__ import annotations

from pathlib import Path

import faiss
import numpy as np
import numpy.typing as npt

from index.encoder import Matrix, Vector


class VectorIndex:
    """Unit vectors in rows; similarity is their cosine in [-1, 1], higher is nearer."""

    def __init__(self, inner: faiss.Index) -> None:
        self._inner = inner

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


def _only(rows: npt.NDArray[np.uint32]) -> faiss.SearchParameters:
    chosen = faiss.IDSelectorBatch(rows.astype(np.int64))
    return faiss.SearchParameters(sel=chosen)  # type: ignore[call-arg]


def write_vectors(vectors: Matrix, path: Path) -> None:
    """Store *vectors* (unit rows) at *path*, rounded to half precision."""
    # The type loses nothing that a ranking can see (recall .9995) and halves the file.
    inner = faiss.IndexScalarQuantizer(vectors.shape[1], faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
    inner.train(vectors)
    inner.add(vectors)
    faiss.write_index(inner, str(path))


def open_vectors(path: Path) -> VectorIndex:
    """Map the vectors at *path* into memory."""
    return VectorIndex(faiss.read_index(str(path), faiss.IO_FLAG_MMAP))
