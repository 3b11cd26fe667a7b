"""An encoder that knows nothing, costs nothing and is always the same: for measuring everything around a model."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import shake_128

import numpy as np

from index.encoder import Matrix, Vector


class HashEncoder:
    """Gives every text the vector of its hash."""

    name = "hash@1"
    dimension = 384

    def encode(self, texts: Sequence[str], /) -> Matrix:
        """Return one unit vector for each text: float32, shape ``(len(texts), 384)``."""
        rows = [np.frombuffer(shake_128(text.encode()).digest(self.dimension), np.uint8) for text in texts]
        vectors = np.array(rows, np.float32).reshape(len(texts), self.dimension) - 127.5
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)

    def encode_question(self, question: str, /) -> Vector:
        """Return the vector that the same text would have as a passage: float32, shape ``(384,)``."""
        return np.asarray(self.encode([question])[0], np.float32)
