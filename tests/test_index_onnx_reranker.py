from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from index.encoder import Parted
from index.models import ENCODER, PACKAGED, load_encoder, load_reranker
from index.onnx_reranker import PART, STATES, TEXT, OnnxReranker
from index.span_reader import LOGITS, WIDTH

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
    assert whole.whole.shape == (WIDTH * (len(STATES) + 3) + LOGITS,)
    assert whole.parts.shape == (2, WIDTH + LOGITS)
    assert none.parts.shape == (0, WIDTH + LOGITS)
    assert np.isfinite(none.whole).all()
    # A part that is all of the text holds what the text holds.
    of_text = WIDTH * STATES.index((PART, TEXT))
    assert first.parts[0, :WIDTH].tolist() == first.whole[of_text:][:WIDTH].tolist()
    assert first.parts[0, WIDTH:].tolist() == first.whole[-LOGITS:].tolist()


def test_the_part_that_holds_the_answer_is_told_from_the_others(reranker):
    (read,) = reranker.read(QUESTION, TEXTS[:1])
    nine, old = read.parts[:, WIDTH]
    assert nine == read.whole[-LOGITS] > old
    assert reranker.read("who sleeps there?", TEXTS[:1])[0].whole[-LOGITS] < nine


def test_no_reading_depends_on_the_other_texts(reranker):
    together = reranker.read(QUESTION, TEXTS)
    for text, beside in zip(TEXTS, together, strict=True):
        (alone,) = reranker.read(QUESTION, [text])
        assert alone.whole.tolist() == beside.whole.tolist()
        assert alone.parts.tolist() == beside.parts.tolist()


def test_a_model_without_these_layers_shows_none():
    packaged = PACKAGED[ENCODER]
    folder = Path(find_spec(packaged.package).submodule_search_locations[0]) / packaged.folder
    other = OnnxReranker("other", folder / "model.onnx")
    assert other.read(QUESTION, TEXTS) is None
    assert other.logits(QUESTION, ["nine lamps"]).shape == (1,)


def test_a_model_with_wider_layers_shows_none(reranker, monkeypatch):
    monkeypatch.setattr("index.onnx_reranker.WIDTH", 768)
    assert OnnxReranker("wider", reranker._path).read(QUESTION, TEXTS) is None


def test_the_encoder_reads_as_before():
    vectors = load_encoder().encode([text.text for text in TEXTS[:2]])
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)
