import numpy as np
import pytest

from index.models import ENCODER, PACKAGED, load_encoder, load_reranker
from index.onnx_models import STATES, OnnxReranker
from index.onnx_outputs import with_outputs

QUESTION = "how many lamps has the lighthouse?"
TEXTS = ["The lighthouse has nine lamps.", "Its keeper sleeps, eats and reads there.", ""]


@pytest.fixture(scope="module")
def reranker():
    return load_reranker()


def test_what_the_layers_hold_comes_with_the_same_logits(reranker):
    logits, states = reranker.states(QUESTION, TEXTS)
    assert logits.tolist() == reranker.logits(QUESTION, TEXTS).tolist()
    assert states.shape == (len(TEXTS), 384 * len(STATES))
    assert np.isfinite(states).all()


def test_no_states_depend_on_the_other_texts(reranker):
    _, together = reranker.states(QUESTION, TEXTS)
    for row, text in enumerate(TEXTS):
        assert reranker.states(QUESTION, [text])[1][0].tolist() == together[row].tolist()


def test_a_model_without_these_layers_shows_none():
    from importlib.util import find_spec
    from pathlib import Path

    packaged = PACKAGED[ENCODER]
    folder = Path(find_spec(packaged.package).submodule_search_locations[0]) / packaged.folder
    logits, states = OnnxReranker("other", folder / "model.onnx").states(QUESTION, TEXTS[:1])
    assert states is None
    assert logits.shape == (1,)


def test_outputs_are_written_behind_the_model():
    tensor = "x" * 200
    assert with_outputs(b"model", [tensor]) == b"model\x3a\xce\x01\x62\xcb\x01\x0a\xc8\x01" + tensor.encode()


def test_the_encoder_reads_as_before():
    vectors = load_encoder().encode(TEXTS[:2])
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)
