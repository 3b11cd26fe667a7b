"""Training the tagger of :mod:`corpus.tagger`: a small encoder with a linear layer over its last states."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from corpus.tagger import LABELS, LONGEST, ROLES, windows
from eval.onnx_weights import write_quantized
from eval.polnear import Annotated, read_polnear
from index.progress import Progress

BASE: Final = "sentence-transformers/all-MiniLM-L6-v2"
SEED: Final = 20261124
EPOCHS: Final = 4
BATCH: Final = 16  # windows
RATE: Final = 2e-4  # at its highest, after a tenth of the steps; then falls to nothing
IGNORED: Final = -100


def train(folder: Path, base: Path, out: Path, progress: Progress, *, epochs: int = EPOCHS) -> None:
    """Train on the part of PolNeAR in *folder*, from the encoder in *base*; write ``model.onnx`` below *out*.

    Takes about half an hour on two cores. Equal inputs, versions and machines give equal weights.

    Raises:
        QuothError: there is no such corpus.
    """
    import torch
    from transformers import AutoModelForTokenClassification

    random.seed(SEED)
    torch.manual_seed(SEED)
    out.mkdir(parents=True, exist_ok=True)
    model = AutoModelForTokenClassification.from_pretrained(str(base), num_labels=len(LABELS))
    tokenizer = _tokenizer(base)
    examples = [example for article in read_polnear(folder) for example in _examples(article, tokenizer)]
    steps = epochs * -(-len(examples) // BATCH)
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(step / (0.1 * steps), (steps - step) / (0.9 * steps))
    )
    done = 0
    model.train()
    for _ in range(epochs):
        for batch in _batches(examples):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(**{key: torch.tensor(batch[key]) for key in INPUTS}).logits
            loss = torch.nn.functional.cross_entropy(
                logits.float().flatten(0, 1), torch.tensor(batch["labels"]).flatten(), ignore_index=IGNORED
            )
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            done += 1
            progress(f"training, loss {loss.item():.3f}", done, steps)
    model.eval()
    torch.save(model.state_dict(), out / "weights.pt")
    shutil.copyfile(base / "tokenizer.json", out / "tokenizer.json")
    _export(model, out)


INPUTS: Final = ("input_ids", "attention_mask", "token_type_ids")


def _examples(article: Annotated, tokenizer: Any) -> Iterator[dict[str, list[int]]]:
    roles = np.zeros(len(article.text), dtype=np.int8)
    begins = np.zeros(len(article.text), dtype=bool)
    for number, role in enumerate(ROLES, 1):
        for start, end in article.spans(role):
            roles[start:end] = number
            begins[start] = True
    for start, end in windows(article.text, 0, len(article.text)):
        encoding = tokenizer.encode(article.text[start:end])
        labels = [IGNORED] * len(encoding.ids)
        for position, (left, right) in enumerate(encoding.offsets):
            if left < right:
                number = int(roles[start + left])
                labels[position] = number and 2 * number - int(begins[start + left : start + right].any())
        yield {
            "input_ids": encoding.ids,
            "attention_mask": encoding.attention_mask,
            "token_type_ids": [
                int(article.text[start + left : start + left + 1].isupper()) for left, _ in encoding.offsets
            ],
            "labels": labels,
        }


def _tokenizer(base: Path) -> Any:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.enable_truncation(LONGEST)
    tokenizer.no_padding()
    return tokenizer


def _batches(examples: Sequence[dict[str, list[int]]]) -> Iterator[dict[str, list[list[int]]]]:
    """Yield the examples in random batches of similar length."""
    jitter = [random.uniform(-20, 20) for _ in examples]  # noqa: S311 - shuffles, hides nothing
    order = sorted(range(len(examples)), key=lambda row: len(examples[row]["labels"]) + jitter[row])
    batches = [order[first : first + BATCH] for first in range(0, len(order), BATCH)]
    random.shuffle(batches)
    for rows in batches:
        width = max(len(examples[row]["labels"]) for row in rows)
        yield {
            key: [
                examples[row][key] + [IGNORED if key == "labels" else 0] * (width - len(examples[row][key]))
                for row in rows
            ]
            for key in (*INPUTS, "labels")
        }


def _export(model: Any, out: Path) -> None:
    import torch

    example = tuple(torch.ones((1, 8), dtype=torch.int64) for _ in INPUTS)
    axes = {key: {0: "batch", 1: "length"} for key in (*INPUTS, "logits")}
    write_quantized(model, example, axes, out / "model.onnx")
