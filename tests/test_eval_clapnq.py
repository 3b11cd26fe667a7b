from eval.clapnq import answered_at, auroc, choice


def test_choice_is_the_harmonic_mean_of_the_means():
    # precision (1/2 + 1) / 2 = .75, recall (1 + 1/2) / 2 = .75; the last has no gold and does not count
    pairs = [
        (frozenset({0}), frozenset({0, 1})),
        (frozenset({0, 1}), frozenset({1})),
        (frozenset(), frozenset({2})),
    ]
    assert choice(pairs) == (0.75, 0.75, 0.75)
    assert choice([(frozenset(), frozenset({1}))]) is None


def test_auroc_counts_pairs_in_order():
    # of the four pairs 3 are in order and one is a tie: 3.5 / 4
    assert auroc([0.9, 0.5], [0.5, 0.1]) == 0.875
    assert auroc([], [0.1]) is None


def test_answered_at_takes_the_threshold_that_the_positives_pass():
    # half of the positives pass from .7 on, one of three negatives does
    assert answered_at(0.5, [0.6, 0.8], [0.75, 0.2, 0.1]) == 1 / 3
    assert answered_at(0.5, [0.6], []) is None
