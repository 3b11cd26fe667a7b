import pytest

from eval.measure_spans import measure
from eval.squad import Example
from index.models import reranker_file

LAMPS = "The lighthouse has nine lamps. It is old."
KEEPER = "Its keeper, a sailor, sleeps below the stairs."


def example(question, text, answer=None):
    return Example(question, text, answer and (text.index(answer), text.index(answer) + len(answer)))


def silent(_stage, _done, _total, /):
    pass


def test_what_answers_and_where_is_counted():
    found = measure(
        [
            example("How many lamps has the lighthouse?", LAMPS, "nine"),
            example("How many lamps has the lighthouse?", KEEPER),
            example("Where does the keeper sleep?", KEEPER, "below the stairs"),
            # The question is another's: what is found is not what is said to answer.
            example("Where does the keeper sleep?", KEEPER, "sailor"),
        ],
        reranker_file(),
        silent,
    )
    assert (found.told, found.answers) == (1, 3)
    assert found.started == pytest.approx(2 / 3)
