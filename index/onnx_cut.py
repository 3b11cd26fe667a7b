"""Cutting an ONNX file down to what computes some of its tensors, without a library for ONNX.

The library takes longer to import than a question to answer. A file is one message of Protocol Buffers; in a graph a
node stands behind those whose outputs it takes.
https://protobuf.dev/programming-guides/encoding/, https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

GRAPH: Final = 7  # field of ModelProto
NODE, OUTPUT, NAME = 1, 12, 1  # fields of GraphProto, GraphProto and ValueInfoProto
TAKES, GIVES = 1, 2  # fields of NodeProto: names of tensors
FIXED64, LENGTH_DELIMITED, FIXED32 = 1, 2, 5  # wire types; the other one is a number of variable length


def cut_to(model: bytes, tensors: Iterable[str]) -> bytes:
    """Return *model* with the *tensors* as its outputs and without the nodes that they do not need.

    Nodes with graphs of their own are taken to use their inputs alone.

    Raises:
        ValueError: the bytes are no such message.
    """
    return b"".join(
        _field(GRAPH, _cut(model[start:end], list(tensors))) if number == GRAPH else model[begin:end]
        for number, begin, start, end in _fields(model)
    )


def _cut(graph: bytes, tensors: list[str]) -> bytes:
    fields = list(_fields(graph))
    needed, kept = {tensor.encode() for tensor in tensors}, set()
    for number, begin, start, end in reversed(fields):
        if number != NODE:
            continue
        node = graph[start:end]
        names = [(field, node[first:last]) for field, _, first, last in _fields(node)]
        if any(field == GIVES and name in needed for field, name in names):
            needed |= {name for field, name in names if field == TAKES}
            kept.add(begin)
    parts = [
        graph[begin:end] for number, begin, _, end in fields if number != OUTPUT and (number != NODE or begin in kept)
    ]
    return b"".join([*parts, *(_field(OUTPUT, _field(NAME, tensor.encode())) for tensor in tensors)])


def _fields(message: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Yield (number, begin, beginning of the value, end) of each field."""
    at = 0
    while at < len(message):
        begin = at
        key, at = _number(message, at)
        kind, length = key & 7, 0
        if kind == LENGTH_DELIMITED:
            length, at = _number(message, at)
        elif kind in {FIXED32, FIXED64}:
            length = 4 if kind == FIXED32 else 8
        else:
            _, at = _number(message, at)
        yield key >> 3, begin, at, at + length
        at += length
    if at != len(message):
        raise ValueError("a message ends inside a field")


def _number(message: bytes, at: int) -> tuple[int, int]:
    """Return the number of variable length at *at*, and where it ends."""
    value = shift = 0
    while True:
        if at >= len(message):
            raise ValueError("a message ends inside a number")
        byte = message[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at


def _field(number: int, value: bytes) -> bytes:
    return bytes([number << 3 | LENGTH_DELIMITED]) + _varint(len(value)) + value


def _varint(value: int) -> bytes:
    low, high = value & 0x7F, value >> 7
    return bytes([low | 0x80]) + _varint(high) if high else bytes([low])
