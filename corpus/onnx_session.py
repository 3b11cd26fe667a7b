"""Sessions of onnxruntime with one thread each: callers run several side by side, and none depends on another."""

from __future__ import annotations

from typing import Any


def one_thread_session(model: bytes | str) -> Any:
    """Open the *model*, its bytes or the path of its file."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
