import numpy as np
import pytest
from toy_models import OverlapReranker

from bot.stated import Heads, load_heads
from index.encoder import Parted, Reading
from index.models import load_reranker

HEADS = Heads(np.array([1, -2], dtype=np.float32), 0.25, np.array([1, 1, 0], dtype=np.float32), (0.5, -1.0))
TEXT = Parted("Vell. It has nine lamps. It is old.", ((6, 24), (25, 35)))


class Shows:
    """Shows layers of this width."""

    name = "shows@1"

    def __init__(self, width):
        self.width = width

    def read(self, _question, texts, /):
        whole, parts = np.ones(self.width, dtype=np.float32), np.array([[1, 2, 9], [0, 1, 9]], dtype=np.float32)
        return [Reading(whole, parts) for _ in texts]

    def logits(self, question, texts, /):
        return OverlapReranker().logits(question, texts)


def test_a_passage_is_judged_by_its_layers_and_each_sentence_by_its_own():
    (judged,) = HEADS.judge("how many lamps?", [TEXT], Shows(2))
    assert judged.states == -0.75
    assert judged.sentences == (3.0, 1.0)


@pytest.mark.parametrize("reranker", [OverlapReranker(), Shows(5)])
def test_a_model_that_shows_no_or_other_layers_is_judged_by_its_logits(reranker):
    (judged,) = HEADS.judge("lamps", [TEXT], reranker)
    assert judged.states == 0.5 * 11 - 1.0
    assert judged.sentences == (5.5, -4.5)


def test_the_weights_that_ship_tell_a_stated_fact_from_a_missing_one_and_find_its_sentence():
    question = "How many lamps does the lighthouse of Vell have?"
    before, lit, others = "The lighthouse of Vell. ", "Its keeper lights the lamps at dusk.", "It has nine lamps."
    stating = Parted(f"{before}{lit} {others}", ((24, 60), (61, 79)))
    silent = Parted(f"{before}{lit} He has done so since spring.", ((24, 60), (61, 89)))
    right, wrong = load_heads().judge(question, [stating, silent], load_reranker())
    assert right.states > 0 > wrong.states
    assert right.sentences[1] > right.sentences[0]
