"""How well the layers of :mod:`index.span_reader` that ship find answers."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from eval.squad import Example
from eval.train_spans import in_wordpieces
from index.onnx_models import WORKERS, OnnxModel
from index.onnx_reranker import LAYER
from index.progress import Progress
from index.span_reader import BELOW, load_span_reader


@dataclass(frozen=True, slots=True)
class SpanScore:
    """What the layers make of questions that they were not trained on."""

    told: float
    """AUROC: texts that answer against those that do not, by the logit of the best answer over that of none."""
    started: float
    """Share of the answers at whose first token an answer is thought most likely to start."""
    answers: int


def measure(examples: Sequence[Example], model: Path, progress: Progress) -> SpanScore:
    """Measure the layers behind the cross-encoder in the file *model*."""
    from sklearn.metrics import roc_auc_score

    below, above = OnnxModel(model.name, model, [LAYER.format(BELOW)]), load_span_reader()

    def read(example: Example) -> tuple[float, bool]:
        encoding = below.tokenizer.encode(example.question, example.text)
        pair, spans = in_wordpieces(encoding, example), above.read(below.run(encoding)[0])
        first, last = pair.text
        among = np.isin(np.arange(len(spans.starts)), np.arange(first, last))
        return spans.best(among), first + int(spans.starts[first:last].argmax()) == pair.answer[0]

    logits, started = [], []
    with ThreadPoolExecutor(WORKERS) as pool:
        for done, (logit, start) in enumerate(pool.map(read, examples), 1):
            logits.append(logit)
            started.append(start)
            progress("reading", done, len(examples))
    answered = np.array([example.answer is not None for example in examples])
    return SpanScore(
        float(roc_auc_score(answered, logits)), float(np.array(started)[answered].mean()), int(answered.sum())
    )
