"""Training the layers of :mod:`index.span_reader`: copies of the cross-encoder's, taught to find answers.

They start as the layers that stand there in the cross-encoder; what lies below is read once and stays as it is.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from eval.onnx_weights import layer_weights, write_quantized
from eval.squad import Example
from index.onnx_models import WORKERS, OnnxModel
from index.onnx_reranker import LAYER
from index.progress import Progress
from index.span_reader import BELOW, WIDTH

LAYERS: Final = 3
SEED: Final = 7
BATCH: Final = 16  # pairs
RATE: Final = 1e-4  # of the layers, at its highest after a tenth of the steps; then falls to nothing
RATE_OF_LOGITS: Final = 10 * RATE
SHUFFLED: Final = 16 * BATCH  # pairs that are sorted by length together


@dataclass(frozen=True, slots=True)
class Prepared:
    """A pair, read up to the layer below."""

    states: npt.NDArray[np.float16]
    text: tuple[int, int]
    """First and last token of the text, excluded."""
    answer: tuple[int, int]
    """First and last token of the answer, included; the first token of all where there is none."""


def train(examples: Sequence[Example], model: Path, out: Path, progress: Progress) -> None:
    """Train on *examples* above the 8-bit cross-encoder in the file *model*, and write the layers to *out*.

    Takes about 40 minutes on two cores for 60,000 pairs. Equal inputs, versions and machines give equal weights.

    Raises:
        UsageError: the file holds no such layers.
    """
    import torch

    torch.manual_seed(SEED)
    net = _net()
    weights = layer_weights(model, range(BELOW + 1, BELOW + 1 + LAYERS))
    net.layers.load_state_dict({key: torch.from_numpy(value) for key, value in weights.items()})
    _fit(net, _prepared(examples, model, progress), progress)
    axes = {name: {1: "tokens"} for name in ("states", "above", "logits")}
    write_quantized(net.eval(), (torch.zeros(1, 8, WIDTH),), axes, out)


def _fit(net: Any, pairs: Sequence[Prepared], progress: Progress) -> None:
    import torch

    rates = [
        {"params": net.layers.parameters(), "lr": RATE},
        {"params": net.logits.parameters(), "lr": RATE_OF_LOGITS},
    ]
    optimizer = torch.optim.AdamW(rates, weight_decay=0.01)
    batches = list(_batches(pairs))
    steps = len(batches)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (0.1 * steps), (steps - step) / (0.9 * steps))
    )
    net.train()
    for done, batch in enumerate(batches, 1):
        loss = _loss(net, batch)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        progress("training", done, steps)


def _prepared(examples: Sequence[Example], model: Path, progress: Progress) -> list[Prepared]:
    below = OnnxModel(model.name, model, [LAYER.format(BELOW)])
    found = []
    with ThreadPoolExecutor(WORKERS) as pool:
        for done, pair in enumerate(pool.map(lambda example: _read(example, below), examples), 1):
            found.append(pair)
            progress("reading", done, len(examples))
    return found


def _read(example: Example, below: OnnxModel) -> Prepared:
    encoding = below.tokenizer.encode(example.question, example.text)
    of_text = np.flatnonzero((np.array(encoding.type_ids) == 1) & (np.array(encoding.special_tokens_mask) == 0))
    inside = [
        int(token)
        for token in of_text
        if example.answer
        and encoding.offsets[token][0] < example.answer[1]
        and example.answer[0] < encoding.offsets[token][1]
    ]
    answer = (inside[0], inside[-1]) if inside else (0, 0)
    states = below.run(encoding)[0].astype(np.float16)
    return Prepared(states, (int(of_text[0]), int(of_text[-1]) + 1), answer)


def _net() -> Any:
    """Return untrained layers, and logits for start and end over them."""
    import torch
    from transformers import BertConfig
    from transformers.models.bert.modeling_bert import BertEncoder

    config = BertConfig(hidden_size=WIDTH, intermediate_size=4 * WIDTH, num_hidden_layers=LAYERS)
    config._attn_implementation = "sdpa"  # noqa: SLF001  what BertModel would set

    class Net(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.layers = BertEncoder(config)  # type: ignore[no-untyped-call]
            self.logits = torch.nn.Linear(WIDTH, 2)

        def forward(self, states: Any, among: Any = None) -> tuple[Any, Any]:
            above = self.layers(states, attention_mask=among).last_hidden_state
            return above, self.logits(above)

    return Net()


def _batches(pairs: Sequence[Prepared]) -> Iterator[list[Prepared]]:
    """Yield the pairs in random batches of similar length."""
    draw = random.Random(SEED)  # noqa: S311  shuffles
    order = list(pairs)
    draw.shuffle(order)
    found = []
    for first in range(0, len(order), SHUFFLED):
        near = sorted(order[first : first + SHUFFLED], key=lambda pair: len(pair.states))
        found += [near[start : start + BATCH] for start in range(0, len(near), BATCH)]
    draw.shuffle(found)
    yield from found


def _loss(net: Any, batch: Sequence[Prepared]) -> Any:
    """Return the cross-entropy of start and end among the tokens of the text and the first, which stands for none."""
    import torch

    width = max(len(pair.states) for pair in batch)
    states = torch.zeros(len(batch), width, WIDTH)
    among = torch.zeros(len(batch), 1, 1, width, dtype=torch.bool)
    outside = torch.ones(len(batch), width, 1, dtype=torch.bool)
    for row, pair in enumerate(batch):
        states[row, : len(pair.states)] = torch.from_numpy(pair.states.astype(np.float32))
        among[row, ..., : len(pair.states)] = True
        outside[row, slice(*pair.text)] = outside[row, 0] = False
    with torch.autocast("cpu", dtype=torch.bfloat16):
        _, logits = net(states, among)
    logits = logits.float().masked_fill(outside, -1e4)
    return torch.nn.functional.cross_entropy(logits, torch.tensor([pair.answer for pair in batch]))
