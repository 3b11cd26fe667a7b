import numpy as np
import pytest

from index.span_reader import LONGEST_ANSWER, Spans


def spans(starts, ends):
    states = np.eye(len(starts), 4, dtype=np.float32)
    return Spans(states, np.array(starts, dtype=np.float32), np.array(ends, dtype=np.float32))


def among(length, *tokens):
    return np.isin(np.arange(length), tokens)


def test_an_answer_ends_where_it_starts_or_behind_it():
    read = spans([1, 0, 5, 0], [1, 9, 0, 2])
    # From the third token to the fourth; the second, where most speaks for an end, lies before the start.
    assert read.best(among(4, 1, 2, 3)) == pytest.approx(max(5 + 2, 0 + 9) - 2)
    assert read.best(among(4, 2, 3)) == pytest.approx(5 + 2 - 2)
    assert read.best(among(4, 1)) == pytest.approx(0 + 9 - 2)


def test_no_tokens_answer_no_better_than_none():
    assert spans([3, 0], [4, 0]).best(among(2)) == 0


def test_an_answer_is_not_endless():
    length = LONGEST_ANSWER + 2
    starts, ends = [0.0] * length, [0.0] * length
    starts[1] = ends[-1] = 6
    read = spans(starts, ends)
    assert read.best(among(length, *range(1, length))) == 6
    assert read.best(among(length, 1)) == 6
    starts[2] = 6
    assert spans(starts, ends).best(among(length, *range(1, length))) == 12


def test_the_gist_is_what_bounds_the_answer():
    read = spans([0, 0, 50, 0], [0, 0, 0, 50])
    assert read.gist(among(4, 1, 2, 3)).tolist() == pytest.approx([0, 0, 0.5, 0.5])
    # Where nothing answers it is the first token, that of none.
    assert spans([50, 0], [50, 0]).gist(among(2, 1)).tolist() == pytest.approx([1, 0, 0, 0])


def test_what_is_less_likely_than_none_hardly_differs_in_the_part_above_it():
    read = spans([9, 0, -3, 30], [9, 0, 0, 0])
    (_, unlikely), (_, most_unlikely), (likely, above) = (read.logits(among(4, token)) for token in (1, 2, 3))
    assert abs(unlikely - most_unlikely) < 1e-6
    assert likely == pytest.approx(12)
    assert above == pytest.approx(12, abs=1e-4)
