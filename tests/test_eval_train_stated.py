import numpy as np

from bot import stated
from eval.stated_pairs import Pair
from eval.train_stated import Read, save, train
from index.encoder import Parted, Reading

TEXT = Parted("One. Two.", ((0, 4), (5, 9)))


def pairs_and_readings():
    """Pairs whose first state tells whether the passage answers; the second of a sentence whether it does."""
    draw = np.random.default_rng(3)
    pairs, read = [], []
    for row in range(600):
        states, right = bool(draw.random() < 0.5), int(draw.random() < 0.5)
        source = ("clapnq", "cases", "xquad", "news")[row % 4]
        known = (right == 0, right == 1) if states else ()
        pairs.append(Pair(f"question {row // 6} {source}", TEXT, states, known, source, f"group {row // 6}"))
        parts = draw.normal(0, 1, (2, 2))
        parts[right, 1] += 4
        whole = np.array([draw.normal(states * 4.0, 1), draw.normal(0, 5)], dtype=np.float32)
        read.append(Read(float(draw.normal(states * 0.5, 1)), Reading(whole, parts.astype(np.float32))))
    return pairs, read


def test_the_heads_find_what_the_logit_does_not_know_and_are_read_back(tmp_path, monkeypatch):
    pairs, read = pairs_and_readings()
    trained = train(pairs, read)
    for plain, unseen in trained.passages.values():
        assert plain < 0.8
        assert unseen > 0.95
    assert min(trained.sentences.values()) > 0.95
    save(trained.heads, tmp_path / "stated.npz")
    monkeypatch.setattr(stated, "files", lambda _: tmp_path)
    again = stated.load_heads.__wrapped__()
    assert again.plain == trained.heads.plain
    assert [again.of(item.reading) for item in read] == [trained.heads.of(item.reading) for item in read]
    assert train(*pairs_and_readings()).heads.passage.tolist() == trained.heads.passage.tolist()


def test_values_of_passages_are_log_odds_for_the_best_of_a_question():
    pairs, read = pairs_and_readings()
    heads = train(pairs, read).heads
    best = {}
    for pair, item in zip(pairs, read, strict=True):
        value = heads.of(item.reading).states
        if pair.source == "cases" and value > best.get(pair.question, (-99, None))[0]:
            best[pair.question] = value, pair.states
    values, states = np.array(list(best.values())).T
    assert abs((1 / (1 + np.exp(-values))).mean() - states.mean()) < 0.05
