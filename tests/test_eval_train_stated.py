import numpy as np

from bot import stated
from eval.stated_pairs import Pair
from eval.train_stated import save, train


def pairs_and_features():
    draw = np.random.default_rng(3)
    states = draw.random(600) < 0.5
    sources = np.array(["clapnq", "cases", "news"])[np.arange(600) % 3]
    found = np.stack([draw.normal(states * 4.0, 1), draw.normal(0, 5, 600), draw.normal(states * 0.5, 1)], axis=1)
    pairs = [
        Pair("q", "t", bool(states[row]), str(sources[row]), f"group {row // 3}", float(draw.normal(-4, 1)))
        for row in range(600)
    ]
    return pairs, found


def test_the_head_finds_what_the_logit_does_not_know_and_is_read_back(tmp_path, monkeypatch):
    pairs, found = pairs_and_features()
    trained = train(pairs, found)
    for plain, unseen in trained.unseen.values():
        assert plain < 0.8
        assert unseen > 0.95
    assert trained.constants[0] > 0
    save(trained.head, tmp_path / "stated.npz")
    monkeypatch.setattr(stated, "files", lambda _: tmp_path)
    read = stated.load_head.__wrapped__()
    assert read.plain == trained.head.plain
    logits, states = found[:, -1].astype(np.float32), found[:, :-1].astype(np.float32)
    assert read.log_odds(logits, states).tolist() == trained.head.log_odds(logits, states).tolist()
    assert train(*pairs_and_features()).head.weights.tolist() == trained.head.weights.tolist()
