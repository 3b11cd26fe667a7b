"""Which words of a text answer a question: layers of our own behind a middle layer of the cross-encoder.

The weights beside this module are trained by ``quoth-eval train-spans`` on SQuAD 1.1; see that command for the method.
Start and end of the answer are marked as by Devlin et al., BERT, NAACL 2019; that there is none is marked at the first
token, as they do for SQuAD 2.0.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from corpus.onnx_session import one_thread_session
from index.encoder import Matrix, Vector

Tokens: TypeAlias = npt.NDArray[np.bool_]
BELOW: Final = 3  # layer of the cross-encoder, from 0, whose states are read
WIDTH: Final = 384
LONGEST_ANSWER: Final = 25  # wordpieces
LOGITS: Final = 2  # that are told of a stretch of tokens
WEIGHTS: Final = "span_reader.onnx"


@dataclass(frozen=True, slots=True)
class Spans:
    """What the layers make of the tokens of a question and a text."""

    states: Matrix
    """One row a token."""
    starts: Vector
    ends: Vector
    """Logits that the answer starts, ends at a token; at the first token: that there is none."""

    def best(self, among: Tokens) -> float:
        """Return the logit of the best answer *among* these neighbouring tokens, over that of none."""
        starts, ends = self.starts[among], self.ends[among]
        lengths = range(min(LONGEST_ANSWER, len(starts)))
        none = float(self.starts[0] + self.ends[0])
        found = [float((starts[: len(starts) - more] + ends[more:]).max()) for more in lengths]
        return max(found, default=none) - none

    def logits(self, among: Tokens) -> tuple[float, float]:
        """Return the logit of the best answer *among* these neighbouring tokens, and its part above that of none.

        Where no answer is likely, the second is near zero: the first then says little about which is the best.
        """
        best = self.best(among)
        return best, float(np.logaddexp(0, best))

    def gist(self, among: Tokens) -> Vector:
        """Return the mean of the states *among* these tokens and the first, by how likely they bound the answer."""
        rows = np.flatnonzero(among | (np.arange(len(among)) == 0))
        likely = _softmax(self.starts[rows]) + _softmax(self.ends[rows])
        return np.asarray(likely @ self.states[rows] / 2, dtype=np.float32)


class SpanReader:
    """Layers that end in two logits a token."""

    def __init__(self, session: Any) -> None:
        self._session = session

    def read(self, states: Matrix) -> Spans:
        """Read the *states* of layer BELOW, shape ``(tokens, WIDTH)``."""
        above, logits = self._session.run(None, {"states": states[None]})
        return Spans(above[0], logits[0, :, 0], logits[0, :, 1])


@cache
def load_span_reader() -> SpanReader:
    """Load the weights that ship with the package."""
    return SpanReader(one_thread_session(files("index").joinpath(WEIGHTS).read_bytes()))


def _softmax(logits: Vector) -> Vector:
    likely = np.exp(logits - logits.max())
    return np.asarray(likely / likely.sum(), dtype=np.float32)
