from index.search import fuse


def test_what_both_rankings_find_comes_before_what_one_finds():
    found = fuse({1: 0.9, 2: 0.8, 3: 0.5}, {2: 10.0, 3: 4.0}, 0.5)
    assert [row for row, _ in found] == [2, 1, 3]
    assert [round(value, 2) for _, value in found] == [1.75, 1.0, 0.4]


def test_a_scale_of_its_own_changes_nothing():
    wide = fuse({1: 0.9, 2: 0.6, 3: 0.1}, {2: 100.0, 3: 30.0}, 0.1)
    assert [row for row, _ in wide] == [row for row, _ in fuse({1: 0.49, 2: 0.46, 3: 0.41}, {2: 1.0, 3: 0.3}, 0.41)]


def test_rankings_may_be_empty_and_equal_rows_keep_their_order():
    assert fuse({}, {}, 0.0) == []
    assert [row for row, _ in fuse({5: 0.0, 2: 0.0}, {}, 0.0)] == [2, 5]
