import copy

import numpy as np
import pytest
import torch

from eval.squad import Example
from eval.train_spans import BATCH, EPOCHS, Prepared, _batches, _fit, _loss, _net, in_wordpieces
from index.models import reranker_file
from index.onnx_models import load_tokenizer
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
    tokenizer = load_tokenizer(reranker_file())
    answered, empty = (in_wordpieces(tokenizer.encode(item.question, item.text), item) for item in examples)
    first, last = answered.text
    assert last - first == len(["The", "lighthouse", "has", "nine", "lamps", ".", "It", "is", "old", "."])
    assert answered.answer == (first + 3, first + 4)
    assert empty.answer == (0, 0)
    assert len(answered.tokens) == last + 1


class Below:
    """States that are told from each other by their token alone."""

    def __call__(self, tokens, among, types):
        assert tokens.shape == among.shape == types.shape
        self.last_hidden_state = torch.nn.functional.embedding(tokens, self.states)
        return self

    states = torch.from_numpy(np.random.default_rng(3).normal(0, 1, (1000, WIDTH)).astype(np.float32))


BELOW = Below()


def pair(tokens, text, answer):
    return Prepared(np.array(tokens, dtype=np.uint16), text, answer)


@pytest.fixture(scope="module")
def net():
    torch.manual_seed(1)
    return _net(1).eval()


def test_neither_the_question_nor_what_fills_a_batch_can_be_the_answer(net):
    short = pair(range(1, 10), (5, 8), (6, 7))
    long = pair(range(1, 13), (5, 11), (0, 0))
    alone, other, beside = (_loss(net, BELOW, batch).item() for batch in ([short], [long], [short, long]))
    assert beside == pytest.approx((alone + other) / 2, abs=0.02)


def test_four_places_can_be_the_start_where_the_text_has_three_tokens(net):
    class Loud:
        logits = net.logits

        def __call__(self, states, _among):
            logits = torch.zeros(*states.shape[:2], 2)
            logits[:, [1, 2, 3, 4, 8, 9]] = 50
            return states, logits

    assert _loss(Loud(), BELOW, [pair(range(10), (5, 8), (6, 7))]).item() == pytest.approx(np.log(4))


def test_text_and_question_are_told_apart_and_what_fills_is_passed_over(net):
    told = []

    def below(tokens, among, types):
        told.append((tokens.tolist(), among.tolist(), types[0].tolist()))
        return BELOW(tokens, among, types)

    _loss(net, below, [pair([7, 8, 9, 10], (2, 3), (2, 2)), pair([7, 8, 9, 10, 11], (2, 4), (2, 2))])
    ((tokens, among, types),) = told
    assert tokens[0] == [7, 8, 9, 10, 0]
    assert among[0] == [True] * 4 + [False]
    assert types[:4] == [0, 0, 1, 1]


def test_what_marks_an_answer_is_learned(net):
    draw = np.random.default_rng(5)
    pairs = []
    for row in range(640):
        tokens = draw.integers(20, 1000, 12)
        token = int(draw.integers(5, 11)) if row % 2 else 0
        tokens[token] = 7
        pairs.append(pair(tokens, (5, 11), (token, token)))
    fresh = copy.deepcopy(net)
    before = _loss(fresh.eval(), BELOW, pairs[:64]).item()
    _fit(fresh, BELOW, pairs, silent)
    assert _loss(fresh.eval(), BELOW, pairs[:64]).item() < before / 2


def test_each_pair_is_trained_on_equally_often_among_others_of_its_length():
    pairs = [pair([0] * (10 + row % 50), (5, 9), (0, row)) for row in range(400)]
    batches = list(_batches(pairs))
    assert sorted(item.answer[1] for batch in batches for item in batch) == sorted([*range(400)] * EPOCHS)
    assert max(len(batch) for batch in batches) == BATCH
    spread = [max(len(item.tokens) for item in batch) - min(len(item.tokens) for item in batch) for batch in batches]
    assert max(spread) <= 20
    assert [[item.answer for item in batch] for batch in _batches(pairs)] == [
        [item.answer for item in batch] for batch in batches
    ]
