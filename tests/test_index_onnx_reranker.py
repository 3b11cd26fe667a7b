import numpy as np
import pytest

from index.encoder import Parted
from index.models import ENCODER, PACKAGED, load_encoder, load_reranker
from index.onnx_models import PART, STATES, TEXT, OnnxReranker

QUESTION = "how many lamps has the lighthouse?"
TEXTS = [
    Parted("The lighthouse has nine lamps. It is old.", ((0, 30), (31, 41))),
    Parted("Its keeper sleeps there.", ((0, 24),)),
    Parted("", ()),
]


@pytest.fixture(scope="module")
def reranker():
    return load_reranker()


def test_what_the_layers_hold_is_shown_for_the_text_and_its_parts(reranker):
    whole, first, none = reranker.read(QUESTION, TEXTS)
    assert whole.whole.shape == (384 * len(STATES),)
    assert whole.parts.shape == (2, 384)
    assert none.parts.shape == (0, 384)
    assert np.isfinite(none.whole).all()
    # A part that is all of the text holds what the text holds.
    assert first.parts[0].tolist() == first.whole[384 * STATES.index((PART, TEXT)) :][:384].tolist()


def test_no_reading_depends_on_the_other_texts(reranker):
    together = reranker.read(QUESTION, TEXTS)
    for text, beside in zip(TEXTS, together, strict=True):
        (alone,) = reranker.read(QUESTION, [text])
        assert alone.whole.tolist() == beside.whole.tolist()
        assert alone.parts.tolist() == beside.parts.tolist()


def test_a_model_without_these_layers_shows_none():
    from importlib.util import find_spec
    from pathlib import Path

    packaged = PACKAGED[ENCODER]
    folder = Path(find_spec(packaged.package).submodule_search_locations[0]) / packaged.folder
    other = OnnxReranker("other", folder / "model.onnx")
    assert other.read(QUESTION, TEXTS) is None
    assert other.logits(QUESTION, ["nine lamps"]).shape == (1,)


def test_the_encoder_reads_as_before():
    vectors = load_encoder().encode([text.text for text in TEXTS[:2]])
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)
