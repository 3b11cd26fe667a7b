"""Encoders and cross-encoders in ONNX form, run by onnxruntime one text a call."""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from index.encoder import Matrix, Parted, Reading, Vector
from index.onnx_cut import cut_to

WORKERS = 2  # one text a call and one thread each: as fast as batches, and no vector depends on its batch
LONGEST = 512  # wordpieces; what the position tables of these models hold
LAYER: Final = "/bert/encoder/layer.{}/output/LayerNorm/Add_1_output_0"
"""Name that exporters give to what a layer of BERT puts out."""
QUESTION, TEXT = 0, 1  # types of tokens in a pair
STATES: Final = ((7, QUESTION), (8, QUESTION), (8, TEXT))
"""(Layer, type of the tokens over which it is averaged) of what a cross-encoder shows; 12 layers, from 0."""
PART: Final = 8  # layer that is averaged over a part of the text
SHOWN: Final = tuple(LAYER.format(number) for number in sorted({PART, *(number for number, _ in STATES)}))


class OnnxModel:
    """A tokenizer and a session of onnxruntime."""

    def __init__(self, name: str, path: Path, tensors: Sequence[str] = ()) -> None:
        """Load the model in *path*; with *tensors* it computes them, and nothing beyond them."""
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        source = cut_to(path.read_bytes(), tensors) if tensors else str(path)
        self._session = onnxruntime.InferenceSession(source, options, providers=["CPUExecutionProvider"])
        self._inputs = {item.name for item in self._session.get_inputs()}
        self._outputs = list(tensors) or [self._session.get_outputs()[0].name]
        self.width = self._session.get_outputs()[0].shape[-1]
        self.tokenizer = Tokenizer.from_file(str(tokenizer_file(path)))
        self.tokenizer.enable_truncation(LONGEST)
        self.tokenizer.no_padding()
        self.name = name

    def run(self, encoding: Any) -> list[Matrix]:
        """Return the tensors, or else the first output, for one text or pair, without the dimension of the batch."""
        feed = {
            "input_ids": encoding.ids,
            "attention_mask": encoding.attention_mask,
            "token_type_ids": encoding.type_ids,
        }
        given = {key: np.array([value], dtype=np.int64) for key, value in feed.items() if key in self._inputs}
        return [np.asarray(output[0], dtype=np.float32) for output in self._session.run(self._outputs, given)]


def tokenizer_file(model: Path) -> Path:
    """Return where the tokenizer of the *model* file lies: beside it, or beside its folder ``onnx``."""
    beside = model.with_name("tokenizer.json")
    return beside if beside.is_file() else model.parent.with_name("tokenizer.json")


class OnnxEncoder:
    """An encoder; pooling as the model's own configuration says, else the first token."""

    def __init__(self, model: OnnxModel, folder: Path, prefix: str) -> None:
        """*folder* may hold ``1_Pooling/config.json``; *prefix* goes before questions."""
        pooling = folder / "1_Pooling" / "config.json"
        settings = json.loads(pooling.read_text()) if pooling.is_file() else {}
        self._mean = bool(settings.get("pooling_mode_mean_tokens", False))
        self._model, self._prefix = model, prefix
        self.name, self.dimension = model.name, int(model.width)

    def encode(self, texts: Sequence[str], /) -> Matrix:
        """Return one unit-length row per text."""
        with ThreadPoolExecutor(WORKERS) as pool:
            rows = list(pool.map(self._one, texts))
        return np.stack(rows) if rows else np.zeros((0, self.dimension), dtype=np.float32)

    def encode_question(self, question: str, /) -> Vector:
        """Return the unit vector of a question."""
        return self._one(self._prefix + question)

    def _one(self, text: str) -> Vector:
        states = self._model.run(self._model.tokenizer.encode(text))[0]
        pooled = states.mean(axis=0) if self._mean else states[0]
        return np.asarray(pooled / np.linalg.norm(pooled), dtype=np.float32)


class OnnxReranker:
    """A cross-encoder with one output, the logit of relevance."""

    def __init__(self, name: str, path: Path) -> None:
        model = path.read_bytes()
        shows = all(tensor.encode() in model for tensor in SHOWN)
        self._layers = OnnxModel(name, path, SHOWN) if shows else None
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
        """Return the averages that STATES names, one behind the other, and those of each part."""
        model = self._layers
        if model is None:
            return None
        with ThreadPoolExecutor(WORKERS) as pool:
            return list(pool.map(lambda text: _reading(question, text, model), texts))


def _reading(question: str, text: Parted, model: OnnxModel) -> Reading:
    encoding = model.tokenizer.encode(question, text.text)
    layers = dict(zip(SHOWN, model.run(encoding), strict=True))
    types, offsets = np.array(encoding.type_ids), np.array(encoding.offsets)
    # The mark of the beginning and the marks behind question and text say nothing of their words.
    words = np.array(encoding.special_tokens_mask) == 0
    means = [_mean(layers[LAYER.format(number)], words & (types == of)) for number, of in STATES]
    inside = [words & (types == TEXT) & (offsets[:, 0] >= start) & (offsets[:, 1] <= end) for start, end in text.parts]
    parts = [_mean(layers[LAYER.format(PART)], among) for among in inside]
    return Reading(np.concatenate(means), np.array(parts, dtype=np.float32).reshape(len(parts), means[0].size))


def _mean(states: Matrix, among: npt.NDArray[np.bool_]) -> Vector:
    """Return the mean of the rows *among* them; zeros where there is none."""
    return np.asarray(states[among].sum(axis=0) / max(1, among.sum()), dtype=np.float32)
