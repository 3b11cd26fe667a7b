"""Encoders and cross-encoders in ONNX form, run by onnxruntime one text a call."""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

import numpy as np

from index.encoder import Matrix, Vector
from index.onnx_outputs import with_outputs

WORKERS = 2  # one text a call and one thread each: as fast as batches, and no vector depends on its batch
LONGEST = 512  # wordpieces; what the position tables of these models hold
LAYER: Final = "/bert/encoder/layer.{}/output/LayerNorm/Add_1_output_0"
"""Name that exporters give to what a layer of BERT puts out."""
QUESTION, TEXT = 0, 1  # types of tokens in a pair
STATES: Final = ((7, QUESTION), (8, QUESTION), (8, TEXT), (9, TEXT))
"""(Layer, type of the tokens over which it is averaged) of what a cross-encoder shows; 12 layers, from 0."""


class OnnxModel:
    """A tokenizer and a session of onnxruntime."""

    def __init__(self, name: str, path: Path, inner: Sequence[str] = ()) -> None:
        """Load the model in *path*; the *inner* tensors can be asked for where it has all of them."""
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        model = path.read_bytes()
        self.shows_inner = bool(inner) and all(tensor.encode() in model for tensor in inner)
        source = with_outputs(model, inner) if self.shows_inner else model
        self._session = onnxruntime.InferenceSession(source, options, providers=["CPUExecutionProvider"])
        self._inputs = {item.name for item in self._session.get_inputs()}
        self.output = self._session.get_outputs()[0]
        self.tokenizer = Tokenizer.from_file(str(tokenizer_file(path)))
        self.tokenizer.enable_truncation(LONGEST)
        self.tokenizer.no_padding()
        self.name = name

    def run(self, encoding: Any, inner: Sequence[str] = ()) -> list[Matrix]:
        """Return the first output for one text or pair, and its *inner* tensors, each without the batch's dimension."""
        feed = {
            "input_ids": encoding.ids,
            "attention_mask": encoding.attention_mask,
            "token_type_ids": encoding.type_ids,
        }
        given = {key: np.array([value], dtype=np.int64) for key, value in feed.items() if key in self._inputs}
        return [
            np.asarray(found[0], dtype=np.float32) for found in self._session.run([self.output.name, *inner], given)
        ]


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
        self.name, self.dimension = model.name, int(model.output.shape[-1])

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
        self._model = OnnxModel(name, path, sorted({LAYER.format(number) for number, _ in STATES}))
        self.name = name

    def logits(self, question: str, texts: Sequence[str], /) -> Vector:
        """Return how well each text answers."""
        return np.array([logit for logit, _ in self._read(question, texts, shows=False)], dtype=np.float32)

    def states(self, question: str, texts: Sequence[str], /) -> tuple[Vector, Matrix | None]:
        """Return the logits, and one behind the other the averages that STATES names."""
        if not self._model.shows_inner:
            return self.logits(question, texts), None
        found = self._read(question, texts, shows=True)
        states = np.array([state for _, state in found], dtype=np.float32)
        return np.array([logit for logit, _ in found], dtype=np.float32), states.reshape(len(found), -1)

    def _read(self, question: str, texts: Sequence[str], *, shows: bool) -> list[tuple[float, Vector]]:
        with ThreadPoolExecutor(WORKERS) as pool:
            return list(pool.map(lambda text: self._one(question, text, shows=shows), texts))

    def _one(self, question: str, text: str, *, shows: bool) -> tuple[float, Vector]:
        encoding = self._model.tokenizer.encode(question, text)
        if not shows:
            return float(self._model.run(encoding)[0].ravel()[0]), np.zeros(0, dtype=np.float32)
        layers = sorted({number for number, _ in STATES})
        logit, *found = self._model.run(encoding, [LAYER.format(number) for number in layers])
        # The mark of the beginning and the marks behind question and text say nothing of their words.
        words = np.array(encoding.special_tokens_mask) == 0
        parts = [(number, words & (np.array(encoding.type_ids) == part)) for number, part in STATES]
        means = [found[layers.index(number)][among].sum(axis=0) / max(1, among.sum()) for number, among in parts]
        return float(logit.ravel()[0]), np.concatenate(means)
