import numpy as np
import pytest

from index.errors import ModelMissingError
from index.models import load_encoder, load_reranker


def test_a_vector_does_not_depend_on_its_batch():
    encoder = load_encoder()
    together = encoder.encode(["The port closed.", "A much longer text about herring, ships, tolls and lamps."])
    assert np.array_equal(together[0], encoder.encode(["The port closed."])[0])
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)


def test_sentence_transformers_runs_an_encoder_without_onnx():
    encoder = load_encoder("sentence-transformers/all-MiniLM-L6-v2")
    near, far = encoder.encode(["A cat sits outside.", "The budget was passed in December."])
    question = encoder.encode_question("Where is the cat?")
    assert question @ near > question @ far


def test_the_reranker_gives_the_published_scores():
    logits = load_reranker().logits(
        "How many people live in Berlin?",
        ["Berlin has a population of 3,520,031 registered inhabitants in an area of 891.82 square kilometers.",
         "New York City is famous for the Metropolitan Museum of Art."],
    )  # fmt: skip
    assert logits[0] > 5 > -5 > logits[1]


def test_a_model_that_is_nowhere():
    with pytest.raises(ModelMissingError) as caught:
        load_encoder("nobody/nothing", offline=True)
    assert caught.value.hint
