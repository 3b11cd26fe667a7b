"""A cross-encoder in ONNX form, and what its middle layers and ours behind them hold of a question and a text."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from index.encoder import Matrix, Parted, Reading, Vector
from index.onnx_models import WORKERS, OnnxModel
from index.span_reader import BELOW, LOGITS, WIDTH, SpanReader, load_span_reader

LAYER: Final = "/bert/encoder/layer.{}/output/LayerNorm/Add_1_output_0"
"""Name that exporters give to what a layer of BERT puts out."""
QUESTION, TEXT = 0, 1  # types of tokens in a pair
STATES: Final = ((7, QUESTION), (8, QUESTION), (8, TEXT))
"""(Layer, type of the tokens over which it is averaged) of what a cross-encoder shows; 12 layers, from 0."""
PART: Final = 8  # layer that is averaged over a part of the text
SHOWN: Final = tuple(LAYER.format(number) for number in sorted({BELOW, PART, *(number for number, _ in STATES)}))


class OnnxReranker:
    """A cross-encoder with one output, the logit of relevance."""

    def __init__(self, name: str, path: Path) -> None:
        model = path.read_bytes()
        shows = all(tensor.encode() in model for tensor in SHOWN)
        layers = OnnxModel(name, path, SHOWN) if shows else None
        self._layers = layers if layers and _is_as_wide(layers) else None
        self._path, self.name = path, name

    @cached_property
    def _whole(self) -> OnnxModel:
        """The model with its last layers, for which nobody asks where it shows the others."""
        return OnnxModel(self.name, self._path)

    def logits(self, question: str, texts: Sequence[str], /) -> Vector:
        """Return how well each text answers."""
        model = self._whole
        with ThreadPoolExecutor(WORKERS) as pool:
            found = pool.map(lambda text: model.run(model.tokenizer.encode(question, text))[0], texts)
            return np.array([float(logit.ravel()[0]) for logit in found], dtype=np.float32)

    def read(self, question: str, texts: Sequence[Parted], /) -> list[Reading] | None:
        """Return the averages that STATES names and what our own layers say, one behind the other.

        Of each part: its average, and the logits of the best answer in it.
        """
        model, span_reader = self._layers, load_span_reader()
        if model is None:
            return None
        with ThreadPoolExecutor(WORKERS) as pool:
            return list(pool.map(lambda text: _reading(question, text, model, span_reader), texts))


def _is_as_wide(layers: OnnxModel) -> bool:
    """Tell whether our own layers can read what these *layers* put out."""
    return len(layers.run(layers.tokenizer.encode("?", ""))[0][0]) == WIDTH


def _reading(question: str, text: Parted, model: OnnxModel, span_reader: SpanReader) -> Reading:
    encoding = model.tokenizer.encode(question, text.text)
    layers = dict(zip(SHOWN, model.run(encoding), strict=True))
    types, offsets = np.array(encoding.type_ids), np.array(encoding.offsets)
    # The mark of the beginning and the marks behind question and text say nothing of their words.
    words = np.array(encoding.special_tokens_mask) == 0
    tokens = {of: words & (types == of) for of in (QUESTION, TEXT)}
    spans = span_reader.read(layers[LAYER.format(BELOW)])
    whole = [_mean(layers[LAYER.format(number)], tokens[of]) for number, of in STATES]
    whole += [spans.states[0], _mean(spans.states, tokens[QUESTION]), spans.gist(tokens[TEXT])]
    inside = [tokens[TEXT] & (offsets[:, 0] >= start) & (offsets[:, 1] <= end) for start, end in text.parts]
    parts = [[*_mean(layers[LAYER.format(PART)], among), *spans.logits(among)] for among in inside]
    of_parts = np.array(parts, dtype=np.float32).reshape(len(parts), WIDTH + LOGITS)
    return Reading(np.concatenate([*whole, np.array(spans.logits(tokens[TEXT]), dtype=np.float32)]), of_parts)


def _mean(states: Matrix, among: npt.NDArray[np.bool_]) -> Vector:
    """Return the mean of the rows *among* them; zeros where there is none."""
    return np.asarray(states[among].sum(axis=0) / max(1, among.sum()), dtype=np.float32)
