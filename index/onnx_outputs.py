"""Showing inner tensors of an ONNX file as outputs, without a library for ONNX.

A file is one message of Protocol Buffers, and messages written one after the other are read as one: fields that repeat
are joined. So outputs are added by writing them behind the file.
https://protobuf.dev/programming-guides/encoding/#last-one-wins, https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

GRAPH: Final = 7  # field of ModelProto
OUTPUT: Final = 12  # field of GraphProto
NAME: Final = 1  # field of ValueInfoProto
LENGTH_DELIMITED: Final = 2


def with_outputs(model: bytes, tensors: Iterable[str]) -> bytes:
    """Return *model* with the *tensors* of its graph as outputs after those that it has."""
    outputs = b"".join(_field(OUTPUT, _field(NAME, tensor.encode())) for tensor in tensors)
    return model + _field(GRAPH, outputs)


def _field(number: int, value: bytes) -> bytes:
    return bytes([number << 3 | LENGTH_DELIMITED]) + _varint(len(value)) + value


def _varint(value: int) -> bytes:
    low, high = value & 0x7F, value >> 7
    return bytes([low | 0x80]) + _varint(high) if high else bytes([low])
