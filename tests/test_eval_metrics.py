import pytest

from bot.answer import Verdict
from eval.metrics import (
    METRICS,
    calibration,
    calibration_error,
    interval_of_metric,
    mean_of,
    refusal_precision,
    refusal_recall,
    risk_coverage,
    risk_coverage_area,
)
from eval.row import Row
from eval.stages import ranking_values

ANSWERED, OFF, NOT = "answered", "off_corpus", "not_stated"


def row(name="a", expected=ANSWERED, given=ANSWERED, slices=(), **values):
    known = {"confidence": None, "correct": None, "right": 1.0, **values}
    answer = {"quotes": [], "nearest": []}
    return Row(name, name, "dev", slices, f"{name}?", (), expected, given, (), "", known, (), answer, ())


def test_a_mean_leaves_out_the_rows_that_a_metric_does_not_apply_to():
    # (1 + 0) / 2
    assert mean_of("voice", [row(voice=1.0), row(voice=0.0), row(voice=None), row()]) == 0.5
    assert mean_of("voice", [row(), row(voice=None)]) is None
    assert mean_of("voice", []) is None


def test_refusals_are_counted_by_kind():
    rows = [row("a", OFF, OFF), row("b", OFF, NOT), row("c", ANSWERED, OFF), row("d", NOT, ANSWERED), row("e")]
    # off_corpus was given twice, once rightly; it was due twice, once given.
    assert refusal_precision(Verdict.OFF_CORPUS, rows) == 1 / 2
    assert refusal_recall(Verdict.OFF_CORPUS, rows) == 1 / 2
    # not_stated was given once, where off_corpus was due; due once, where it was answered.
    assert refusal_precision(Verdict.NOT_STATED, rows) == 0
    assert refusal_recall(Verdict.NOT_STATED, rows) == 0
    # Any kind: a, b, c were refused, a and b rightly; a, b, d were due.
    assert refusal_precision(None, rows) == 2 / 3
    assert refusal_recall(None, rows) == 2 / 3
    assert refusal_precision(Verdict.ONLY_COMMENTARY, rows) is None
    assert refusal_recall(Verdict.ONLY_COMMENTARY, rows) is None


def test_risk_grows_with_coverage_where_the_sure_answers_are_right():
    rows = [row(confidence=0.9, correct=1.0), row(confidence=0.4, correct=0.0), row(confidence=0.6, correct=1.0), row()]
    assert risk_coverage(rows) == [(1 / 3, 0.0), (2 / 3, 0.0), (1.0, 1 / 3)]
    # (0 + 0 + 1/3) / 3
    assert risk_coverage_area(rows) == pytest.approx(1 / 9)
    assert risk_coverage_area([row()]) is None


def test_equal_confidence_counts_the_wrong_ones_first():
    rows = [row(confidence=0.5, correct=1.0), row(confidence=0.5, correct=0.0)]
    assert risk_coverage(rows) == [(0.5, 1.0), (1.0, 0.5)]


def test_calibration_compares_score_and_share_right_in_each_bin():
    rows = [
        row(confidence=0.81, correct=1.0),
        row(confidence=0.89, correct=0.0),
        row(confidence=0.2, correct=0.0),
        row(confidence=1.0, correct=1.0),
    ]
    bins = calibration(rows)
    assert [(round(score, 3), share, count) for score, share, count in bins] == [(0.2, 0, 1), (0.85, 0.5, 2), (1, 1, 1)]
    # .2 for one case, .85 - .5 = .35 for two, 0 for one: (.2 + .7 + 0) / 4
    assert calibration_error(rows) == pytest.approx(0.225)
    assert calibration_error([row()]) is None


def test_rankings_are_measured_within_ten():
    ranking = ["x", "gold"]
    values = ranking_values(dict.fromkeys(("dense", "lexical", "fused", "reranked"), ranking), {"gold"})
    # One relevant at rank 2: 1 / log2(3); the best possible is 1.
    assert values["dense nDCG@10"] == pytest.approx(0.63093, abs=1e-5)
    assert values["dense recall@10"] == 1
    values = ranking_values({"dense": [f"x{n}" for n in range(10)] + ["gold"], "lexical": []}, {"gold", "other"})
    assert (values["dense nDCG@10"], values["dense recall@10"], values["lexical recall@10"]) == (0, 0, 0)
    # Two relevant, one found first: 1 / (1 + 1 / log2(3)).
    values = ranking_values({"dense": ["gold"]}, {"gold", "other"})
    assert values["dense nDCG@10"] == pytest.approx(0.61315, abs=1e-5)
    assert values["dense recall@10"] == 0.5
    assert set(ranking_values({}, set()).values()) == {None}


def test_every_metric_is_none_without_rows_and_within_its_bounds():
    rows = [row(confidence=0.5, correct=1.0, **dict.fromkeys(METRICS, 1.0)), row("b", OFF, OFF)]
    for metric in METRICS.values():
        assert metric.of([]) is None, metric.name
        assert interval_of_metric(metric, []) is None, metric.name
        value = metric.of(rows)
        assert value is None or value >= 0, metric.name


def test_an_interval_holds_its_mean_and_narrows_to_it_where_all_are_equal():
    wide = interval_of_metric(METRICS["voice"], [row(voice=float(n % 2)) for n in range(40)])
    assert wide.mean == 0.5
    assert 0.3 < wide.low < 0.5 < wide.high < 0.7
    narrow = interval_of_metric(METRICS["risk-coverage area"], [row(confidence=0.5, correct=1.0)] * 5)
    assert (narrow.mean, narrow.low, narrow.high) == (0, 0, 0)
