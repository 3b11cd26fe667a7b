import copy

import numpy as np
import pytest
import torch

from eval.squad import Example
from eval.train_spans import BATCH, Prepared, _batches, _fit, _loss, _net, _prepared
from index.models import reranker_file
from index.span_reader import WIDTH

TEXT = "The lighthouse has nine lamps. It is old."


def silent(_stage, _done, _total, /):
    pass


def test_an_answer_is_known_by_its_tokens_and_none_by_the_first():
    start = TEXT.index("nine lamps")
    examples = [
        Example("How many lamps?", TEXT, (start, start + len("nine lamps"))),
        Example("How many bells?", TEXT, None),
    ]
    answered, empty = _prepared(examples, reranker_file(), silent)
    first, last = answered.text
    assert last - first == len(["The", "lighthouse", "has", "nine", "lamps", ".", "It", "is", "old", "."])
    assert answered.answer == (first + 3, first + 4)
    assert empty.answer == (0, 0)
    assert answered.states.shape == (last + 1, WIDTH)


@pytest.fixture(scope="module")
def net():
    torch.manual_seed(1)
    return _net().eval()


def test_neither_the_question_nor_what_fills_a_batch_can_be_the_answer(net):
    draw = np.random.default_rng(3)
    states = draw.normal(0, 1, (12, WIDTH)).astype(np.float16)
    short = Prepared(states[:9], (5, 8), (6, 7))
    long = Prepared(states, (5, 11), (0, 0))
    alone, other, beside = (_loss(net, batch).item() for batch in ([short], [long], [short, long]))
    assert beside == pytest.approx((alone + other) / 2, abs=0.02)


def test_four_places_can_be_the_start_where_the_text_has_three_tokens():
    def loud_outside(states, _among):
        logits = torch.zeros(*states.shape[:2], 2)
        logits[:, [1, 2, 3, 4, 8, 9]] = 50
        return states, logits

    pair = Prepared(np.zeros((10, WIDTH), np.float16), (5, 8), (6, 7))
    assert _loss(loud_outside, [pair]).item() == pytest.approx(np.log(4))


def test_what_marks_an_answer_is_learned(net):
    draw = np.random.default_rng(5)
    pairs = []
    for row in range(640):
        states = draw.normal(0, 1, (12, WIDTH)).astype(np.float16)
        token = int(draw.integers(5, 11)) if row % 2 else 0
        states[token, :40] += 3
        pairs.append(Prepared(states, (5, 11), (token, token)))
    fresh = copy.deepcopy(net)
    before = _loss(fresh.eval(), pairs[:64]).item()
    _fit(fresh, pairs, silent)
    assert _loss(fresh.eval(), pairs[:64]).item() < before / 2


def test_each_pair_is_trained_on_once_among_others_of_its_length():
    pairs = [Prepared(np.zeros((10 + row % 50, 1), np.float16), (5, 9), (0, row)) for row in range(100)]
    batches = list(_batches(pairs))
    assert sorted(pair.answer[1] for batch in batches for pair in batch) == list(range(100))
    assert max(len(batch) for batch in batches) == BATCH
    spread = [max(len(pair.states) for pair in batch) - min(len(pair.states) for pair in batch) for batch in batches]
    assert max(spread) <= 20
    assert [pair.answer for batch in _batches(pairs) for pair in batch] == [p.answer for b in batches for p in b]
