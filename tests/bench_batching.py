"""Why the models run one text a call: padded batches beside it, by speed and by how far they move a judgment.

``python tests/bench_batching.py`` has the cross-encoder read the passages found for questions of the development
cases both ways, in turns. It prints for each way pairs a second and the share of judgments that the batch moves.
"""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import onnxruntime

from bot.choose import RERANKED
from bot.stated import load_heads
from eval.cases import read_cases
from eval.subject import sample_subject
from index.encoder import Parted
from index.models import load_reranker, reranker_file
from index.onnx_cut import cut_to
from index.onnx_models import OnnxModel
from index.onnx_reranker import SHOWN, _reading
from index.passage import in_context
from index.search import search
from index.span_reader import load_span_reader

QUESTIONS = 60
ROUNDS = 5
SIZES = (5, 10, 20, 40)  # pairs a batch: what one, two, four or eight questions bring
MOVED = 0.1  # log-odds

Pairs = list[tuple[str, Parted]]


@dataclass
class Row:
    """What a batch holds of one pair, in the place of the model that reads one."""

    tokenizer: Any
    states: list[Any]

    def run(self, _encoding: Any) -> list[Any]:
        return self.states


class Batches:
    """The cross-encoder over padded batches, each with two threads; our own layers behind it read one text a call."""

    def __init__(self, model: OnnxModel, path: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.log_severity_level = 2, 3
        self._session = onnxruntime.InferenceSession(cut_to(path.read_bytes(), SHOWN), options)
        self._tokenizer = model.tokenizer

    def judge(self, pairs: Pairs, size: int) -> list[float]:
        encodings = [self._tokenizer.encode(question, text.text) for question, text in pairs]
        order = sorted(range(len(pairs)), key=lambda row: len(encodings[row].ids))
        judged = [0.0] * len(pairs)
        for start in range(0, len(order), size):
            rows = order[start : start + size]
            for row, states in zip(rows, self._states([encodings[row] for row in rows]), strict=True):
                reading = _reading(*pairs[row], Row(self._tokenizer, states), load_span_reader())
                judged[row] = load_heads().of(reading).states
        return judged

    def _states(self, encodings: list[Any]) -> list[list[Any]]:
        longest = max(len(item.ids) for item in encodings)

        def padded(values: list[list[int]]) -> Any:
            return np.array([[*row, *[0] * (longest - len(row))] for row in values], dtype=np.int64)

        given = {
            "input_ids": padded([item.ids for item in encodings]),
            "attention_mask": padded([item.attention_mask for item in encodings]),
            "token_type_ids": padded([item.type_ids for item in encodings]),
        }
        found = self._session.run(list(SHOWN), given)
        return [[layer[row, : len(item.ids)] for layer in found] for row, item in enumerate(encodings)]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        subject = sample_subject(Path(folder), lambda _stage, _done, _total, /: None)
        asked = [case.question for case in read_cases() if case.part == "dev" and case.language == "en"][:QUESTIONS]
        pairs: Pairs = []
        for question in asked:
            for hit in search(subject.generation, subject.encoder, question, RERANKED):
                article = subject.library.get(hit.passage.article)
                assert article is not None
                pairs.append((question, in_context(article, hit.passage)))
    reranker, heads = load_reranker(), load_heads()
    batches = Batches(reranker._layers, reranker_file(offline=True))

    def alone() -> list[float]:
        return [
            item.states
            for question in asked
            for item in heads.judge(question, [text for other, text in pairs if other == question], reranker)
        ]

    ways = {"one text a call, two threads": alone}
    ways |= {f"batches of {size}": lambda size=size: batches.judge(pairs, size) for size in SIZES}
    times: dict[str, list[float]] = {name: [] for name in ways}
    judged = {}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            began = time.perf_counter()
            judged[name] = way()
            times[name].append(time.perf_counter() - began)
    plain = np.array(judged["one text a call, two threads"])
    for name, taken in times.items():
        moved = np.abs(np.array(judged[name]) - plain)
        print(
            f"{name}: {len(pairs) / median(taken):.0f} pairs a second; moved by more than {MOVED} log-odds: "
            f"{(moved > MOVED).mean():.3f} of them, at most by {moved.max():.2f}"
        )


if __name__ == "__main__":
    main()
