import numpy as np
import pytest

from index.errors import ModelMissingError
from index.multilingual_model import load_multilingual
from index.search_multilingual import names
from index.vectors import open_vectors, to_codes, write_vectors


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("Wie viele Sacks erzielte Jared Allen im Jahr 2015?", "Sacks Jared Allen Jahr 2015"),
        ("Was ist das?", ""),
        ("Сколько членов у NATO в 2025?", "NATO 2025"),
        ("2015: who won?", "2015"),
    ],
)
def test_names_and_numbers_are_kept_as_they_are_typed(question, kept):
    assert names(question) == kept


def test_search_among_some_rows_finds_no_other(tmp_path):
    vectors = np.eye(4, 8, dtype=np.float32)
    write_vectors(to_codes(vectors), tmp_path / "v")
    index = open_vectors(tmp_path / "v")
    assert index.nearest(vectors[2], 4, np.array([1, 3], dtype=np.uint32)) == [(1, 0.0), (3, 0.0)]
    assert index.nearest(vectors[2], 1)[0] == (2, 1.0)


def test_a_question_is_nearest_to_its_answer_and_a_vector_does_not_depend_on_its_batch():
    encoder = load_multilingual()
    near, far = encoder.encode(["Ilse Marrow resigned as minister.", "Herring is cheap in May."])
    question = encoder.encode_question("Кто ушёл в отставку?")
    assert question @ near > question @ far
    assert np.array_equal(near, encoder.encode(["Ilse Marrow resigned as minister."])[0])
    assert encoder.encode([]).shape == (0, encoder.dimension)


def test_a_model_that_is_nowhere():
    with pytest.raises(ModelMissingError):
        load_multilingual("nobody/e5-nothing", offline=True)
