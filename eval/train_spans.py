"""Training the layers of :mod:`index.span_reader`: copies of the cross-encoder's, taught to find answers.

They start as the layers that stand there in the cross-encoder; what lies below stays as it is.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from eval.onnx_weights import embedding_weights, layer_weights, write_quantized
from eval.squad import Example
from index.onnx_models import load_tokenizer
from index.progress import Progress
from index.span_reader import BELOW, WIDTH

LAYERS: Final = 11 - BELOW  # up to where the cross-encoder ends
SEED: Final = 7
EPOCHS: Final = 2
BATCH: Final = 64  # pairs
RATE: Final = 1.5e-4  # of the layers, at its highest after a tenth of the steps; then falls to nothing
RATE_OF_LOGITS: Final = 10 * RATE
SHUFFLED: Final = 16 * BATCH  # pairs that are sorted by length together


@dataclass(frozen=True, slots=True)
class Prepared:
    """A pair in wordpieces."""

    tokens: npt.NDArray[np.uint16]
    text: tuple[int, int]
    """First and last token of the text, excluded."""
    answer: tuple[int, int]
    """First and last token of the answer, included; the first token of all where there is none."""


def train(examples: Sequence[Example], model: Path, out: Path, progress: Progress) -> None:
    """Train on *examples* above the 8-bit cross-encoder in the file *model*, and write the layers to *out*.

    On a GPU, where torch finds one, takes some minutes for 170,000 pairs; on two cores hours.

    Raises:
        UsageError: the file holds no such layers.
    """
    import torch

    torch.manual_seed(SEED)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    below, net = _below(model), _net(LAYERS)
    weights = layer_weights(model, range(BELOW + 1, BELOW + 1 + LAYERS))
    net.layers.load_state_dict({key: torch.from_numpy(value) for key, value in weights.items()})
    tokenizer = load_tokenizer(model)
    pairs = []
    for done, example in enumerate(examples, 1):
        pairs.append(in_wordpieces(tokenizer.encode(example.question, example.text), example))
        progress("reading", done, len(examples))
    _fit(net.to(device), below.to(device), pairs, progress)
    axes = {name: {1: "tokens"} for name in ("states", "above", "logits")}
    write_quantized(net.to("cpu").eval(), (torch.zeros(1, 8, WIDTH),), axes, out)


def _fit(net: Any, below: Any, pairs: Sequence[Prepared], progress: Progress) -> None:
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
        loss = _loss(net, below, batch)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        progress("training", done, steps)


def in_wordpieces(encoding: Any, example: Example) -> Prepared:
    """Return *example* in the wordpieces that *encoding* has made of its question and text."""
    of_text = np.flatnonzero((np.array(encoding.type_ids) == 1) & (np.array(encoding.special_tokens_mask) == 0))
    inside = [
        int(token)
        for token in of_text
        if example.answer
        and encoding.offsets[token][0] < example.answer[1]
        and example.answer[0] < encoding.offsets[token][1]
    ]
    answer = (inside[0], inside[-1]) if inside else (0, 0)
    return Prepared(np.array(encoding.ids, dtype=np.uint16), (int(of_text[0]), int(of_text[-1]) + 1), answer)


def _below(model: Path) -> Any:
    """Return what puts out the states of layer BELOW."""
    import torch
    from transformers import BertConfig, BertModel

    config = BertConfig(hidden_size=WIDTH, intermediate_size=4 * WIDTH, num_hidden_layers=BELOW + 1)
    below = BertModel(config, add_pooling_layer=False).requires_grad_(False).eval()  # type: ignore[no-untyped-call]
    weights = {f"embeddings.{key}": value for key, value in embedding_weights(model).items()}
    weights |= {f"encoder.{key}": value for key, value in layer_weights(model, range(BELOW + 1)).items()}
    below.load_state_dict({key: torch.from_numpy(value) for key, value in weights.items()})
    return below


def _net(layers: int) -> Any:
    """Return untrained *layers*, and logits for start and end over them."""
    import torch
    from transformers import BertConfig
    from transformers.models.bert.modeling_bert import BertEncoder

    config = BertConfig(hidden_size=WIDTH, intermediate_size=4 * WIDTH, num_hidden_layers=layers)
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
    """Yield the pairs in random batches of similar length, EPOCHS times."""
    draw = random.Random(SEED)  # noqa: S311  shuffles
    order = list(pairs)
    for _ in range(EPOCHS):
        draw.shuffle(order)
        found = []
        for first in range(0, len(order), SHUFFLED):
            near = sorted(order[first : first + SHUFFLED], key=lambda pair: len(pair.tokens))
            found += [near[start : start + BATCH] for start in range(0, len(near), BATCH)]
        draw.shuffle(found)
        yield from found


def _loss(net: Any, below: Any, batch: Sequence[Prepared]) -> Any:
    """Return the cross-entropy of start and end among the tokens of the text and the first, which stands for none."""
    import torch

    device = net.logits.weight.device
    place = np.arange(max(len(pair.tokens) for pair in batch))
    tokens = np.zeros((len(batch), len(place)), dtype=np.int64)
    for row, pair in enumerate(batch):
        tokens[row, : len(pair.tokens)] = pair.tokens
    lengths, starts, ends = np.array([(len(pair.tokens), *pair.text) for pair in batch]).T[..., None]
    outside = (place > 0) & ((place < starts) | (place >= ends))
    marks = (tokens, place < lengths, (place >= starts).astype(np.int64), outside)
    given, among, types, outside = (torch.from_numpy(mark).to(device) for mark in marks)
    with torch.autocast(device.type, dtype=torch.bfloat16):
        with torch.no_grad():
            states = below(given, among, types).last_hidden_state
        _, logits = net(states, among[:, None, None])
    logits = logits.float().masked_fill(outside[..., None], -1e4)
    return torch.nn.functional.cross_entropy(logits, torch.tensor([pair.answer for pair in batch], device=device))
