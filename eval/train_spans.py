"""Training the layers of :mod:`index.span_reader`: copies of the cross-encoder's, taught to find answers.

They start as the layers that stand there in the cross-encoder; what lies below is read once and stays as it is.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from corpus.errors import UsageError
from eval.squad import Example
from index.onnx_models import WORKERS, OnnxModel
from index.onnx_reranker import LAYER
from index.progress import Progress
from index.span_reader import BELOW, WIDTH

LAYERS: Final = 3
TENSORS: Final = 16  # of a layer
SEED: Final = 7
BATCH: Final = 16  # pairs
RATE: Final = 1e-4  # of the layers, at its highest after a tenth of the steps; then falls to nothing
RATE_OF_LOGITS: Final = 10 * RATE
SHUFFLED: Final = 16 * BATCH  # pairs that are sorted by length together
NAMED: Final = re.compile(r"/bert/encoder/layer\.(\d+)/(\S+)/MatMul")


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
    net.layers.load_state_dict({key: torch.from_numpy(value) for key, value in _weights(model).items()})
    pairs = _prepared(examples, model, progress)
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
    _export(net.eval(), out)


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


def _weights(model: Path) -> dict[str, npt.NDArray[np.float32]]:
    """Return the weights of the layers above BELOW in the file *model*, named as in BERT and counted from there."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(model)).graph
    held = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    found = {}
    for node in graph.node:
        named = NAMED.match(node.name) if node.op_type == "MatMulInteger" else None
        if named and BELOW < int(named[1]) <= BELOW + LAYERS:
            part = node.input[1].removesuffix("_quantized")
            steps = held[f"{part}_quantized"].astype(np.float32) - held[f"{part}_zero_point"].astype(np.float32)
            key = f"layer.{int(named[1]) - BELOW - 1}.{named[2].replace('/', '.')}.weight"
            found[key] = (steps * held[f"{part}_scale"]).T.copy()
    for number in range(LAYERS):
        before = f"bert.encoder.layer.{BELOW + 1 + number}."
        for name, value in held.items():
            if name.startswith(before) and value.dtype == np.float32 and value.ndim == 1:
                found[f"layer.{number}.{name.removeprefix(before)}"] = value.copy()
    if len(found) != LAYERS * TENSORS:
        raise UsageError(f"{model} is not the packaged cross-encoder", hint="pip install 'quoth[offline]'")
    return found


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


def _export(net: Any, out: Path) -> None:
    """Write *net* with 8-bit weights."""
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with TemporaryDirectory(prefix="quoth-eval-") as folder:
        full = Path(folder) / "full.onnx"
        axes = {name: {1: "tokens"} for name in ("states", "above", "logits")}
        torch.onnx.export(
            net,
            (torch.zeros(1, 8, WIDTH),),
            str(full),
            input_names=["states"],
            output_names=["above", "logits"],
            dynamic_axes=axes,
            dynamo=False,
        )
        quantize_dynamic(str(full), str(out), weight_type=QuantType.QInt8, per_channel=True)
