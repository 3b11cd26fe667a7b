"""Models that need no weights: words hashed into a vector, and words shared with the question."""

import re
from zlib import crc32

import numpy as np

DIMENSION = 256
_SMALL = frozenset(
    re.findall(
        r"\w+",
        "the a an of to in on and is are was were did do does what who how many much for with by it that",
    )
)


def words(text):
    return [word for word in re.findall(r"\w+", text.casefold()) if word not in _SMALL]


class BagEncoder:
    """Counts hashed words."""

    name = "bag@1"
    dimension = DIMENSION

    def encode(self, texts, /):
        return np.stack([self.encode_question(text) for text in texts])

    def encode_question(self, question, /):
        vector = np.full(DIMENSION, 1e-3, dtype=np.float32)
        for word in words(question):
            vector[crc32(word[:5].encode()) % DIMENSION] += 1
        return vector / np.linalg.norm(vector)


class StaleEncoder(BagEncoder):
    """Encodes what a text was before it changed."""

    def encode(self, texts, /):
        return super().encode([text[: len(text) // 3] + " an older version" for text in texts])


class OverlapReranker:
    """Reads by the share of the question's words that a text has."""

    name = "overlap@1"

    def logits(self, question, texts, /):
        asked = {word[:5] for word in words(question)}
        shares = [len(asked & {word[:5] for word in words(text)}) / max(1, len(asked)) for text in texts]
        return np.array([20 * share - 9 for share in shares], dtype=np.float32)

    def read(self, _question, _texts, /):
        return None


class DeafReranker(OverlapReranker):
    """Finds everything equally good."""

    name = "deaf@1"

    def logits(self, _question, texts, /):
        return np.full(len(texts), 3.0, dtype=np.float32)
