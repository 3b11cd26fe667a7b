"""Models in ONNX form and encoders of them, run by onnxruntime one text a call."""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np

from corpus.onnx_session import one_thread_session
from index.encoder import Matrix, Vector
from index.onnx_cut import cut_to

WORKERS = 2  # one text a call and one thread each: as fast as batches, and no vector depends on its batch
LONGEST = 512  # wordpieces; what the position tables of these models hold


class OnnxModel:
    """A tokenizer and a session of onnxruntime."""

    def __init__(self, name: str, path: Path, tensors: Sequence[str] = ()) -> None:
        """Load the model in *path*; with *tensors* it computes them, and nothing beyond them."""
        self._session = one_thread_session(cut_to(path.read_bytes(), tensors) if tensors else str(path))
        self._inputs = {item.name for item in self._session.get_inputs()}
        self._outputs = list(tensors) or [self._session.get_outputs()[0].name]
        self.width = self._session.get_outputs()[0].shape[-1]
        self.tokenizer = load_tokenizer(path)
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


def load_tokenizer(model: Path) -> Any:
    """Load the tokenizer of the *model* file, for one text or pair at a time."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(tokenizer_file(model)))
    tokenizer.enable_truncation(LONGEST)
    tokenizer.no_padding()
    return tokenizer


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
