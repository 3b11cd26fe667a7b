"""What could move a number of a run."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from eval.bootstrap import SEED
from eval.cases import Case, set_digest
from eval.subject import Subject

PACKAGES: Final = ("corpus", "index", "bot", "eval")
_MODELS: Final = ("faiss-cpu", "onnxruntime", "tantivy", "tokenizers", "sentencex", "tiktoken")


def made_from(cases: Sequence[Case], subject: Subject) -> dict[str, Any]:
    """Return generation, models with their hashes, digest of the cases, version of the code, packages and seed."""
    manifest = subject.generation.manifest
    return {
        "generation": manifest.id,
        "library": manifest.library,
        "passage_tokens": manifest.budget,
        "encoder": subject.encoder.name,
        "reranker": subject.reranker.name,
        "multilingual": subject.multilingual.name if subject.multilingual else None,
        "cases": set_digest(list(cases)),
        "code": f"{version('quoth')}+{code_digest()}",
        "packages": {name: version(name) for name in _MODELS},
        "seed": SEED,
    }


def code_digest() -> str:
    """Return a hash of every module and every file of weights in the four packages."""
    state = sha256()
    for package in PACKAGES:
        folder = Path(str(files(package)))
        for path in sorted(folder.rglob("*")):
            if path.suffix in {".py", ".npz", ".onnx"}:
                state.update(f"{package}/{path.relative_to(folder)}\n".encode() + path.read_bytes())
    return state.hexdigest()[:12]
