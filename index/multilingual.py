"""The multilingual part of a generation: a vector of every passage, and which passages are not in English."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from corpus.language import ENGLISH, text_language
from index.vectors import Codes, VectorIndex, open_vectors, write_vectors

VECTORS: Final = "multilingual.faiss"
FOREIGN: Final = "foreign.npy"


@dataclass(frozen=True, slots=True)
class Multilingual:
    """What answers questions in other languages, and English ones from passages in other languages."""

    vectors: VectorIndex
    """By row, as all parts of the generation."""
    foreign: npt.NDArray[np.uint32]
    """Rows of the passages that are not in English, in order."""


def write_multilingual(codes: Codes, texts: Iterable[str], folder: Path) -> None:
    """Store the vectors of the passages *texts*, as *codes*, in *folder*."""
    write_vectors(codes, folder / VECTORS)
    foreign = [row for row, text in enumerate(texts) if text_language(text) not in {ENGLISH, None}]
    np.save(folder / FOREIGN, np.array(foreign, dtype=np.uint32))


def open_multilingual(folder: Path) -> Multilingual | None:
    """Open the multilingual part of the generation in *folder*, None when it was built without."""
    if not (folder / VECTORS).is_file():
        return None
    return Multilingual(open_vectors(folder / VECTORS), np.load(folder / FOREIGN))
