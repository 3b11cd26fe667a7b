import numpy as np
import pytest

from bot.stated import Head, load_head
from index.models import load_reranker

HEAD = Head(np.array([1, -2, 0.5], dtype=np.float32), 0.25, (0.3, -1.0))


def test_the_head_adds_up_states_logit_and_bias():
    logits, states = np.array([2, 4], dtype=np.float32), np.array([[1, 0], [0, 1]], dtype=np.float32)
    assert HEAD.log_odds(logits, states).tolist() == [2.25, 0.25]


@pytest.mark.parametrize("states", [None, np.zeros((1, 5), dtype=np.float32)])
def test_a_model_that_shows_no_or_other_layers_is_judged_by_its_logit(states):
    assert HEAD.log_odds(np.array([10], dtype=np.float32), states).tolist() == [2.0]


def test_the_weights_that_ship_tell_a_stated_fact_from_a_missing_one():
    question = "How many lamps does the lighthouse of Vell have?"
    texts = [
        "The lighthouse of Vell. It has nine lamps, and its keeper lights them at dusk.",
        "The lighthouse of Vell. Its keeper lights the lamps at dusk and has done so since spring.",
    ]
    right, wrong = load_head().log_odds(*load_reranker().states(question, texts))
    assert right > 0 > wrong
