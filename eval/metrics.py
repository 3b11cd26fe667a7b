"""The metrics: each a pure function of rows, with its definition, its range and when it is None."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.answer import Verdict
from eval.bootstrap import Interval, interval, interval_of
from eval.row import Row
from eval.stages import CUT, STAGES

BINS: Final = 10
KINDS: Final = (Verdict.OFF_CORPUS, Verdict.NOT_STATED, Verdict.ONLY_COMMENTARY)


@dataclass(frozen=True, slots=True)
class Metric:
    """A number that a run has."""

    name: str
    definition: str
    bounds: str
    higher_is_better: bool
    of: Callable[[Sequence[Row]], float | None]
    """None where no row has what the metric needs."""
    per_case: str | None = None
    """The value of a row that this is the mean of; None when it is no mean."""


def interval_of_metric(metric: Metric, rows: Sequence[Row]) -> Interval | None:
    """Return the value of *metric* with its interval over draws of *rows*, None where it has no value."""
    if metric.per_case is None:
        return interval_of(rows, metric.of)
    return interval([value for row in rows if (value := row.values.get(metric.per_case)) is not None])


@dataclass(frozen=True, slots=True)
class Measured:
    """A metric with its value over the cases that it applies to."""

    metric: Metric
    value: Interval
    cases: int


def measured(rows: Sequence[Row]) -> list[Measured]:
    """Return every metric that has a value over *rows*."""
    found = []
    for metric in METRICS.values():
        value = interval_of_metric(metric, rows)
        if value is not None:
            found.append(Measured(metric, value, sum(metric.of([row]) is not None for row in rows)))
    return found


def mean_of(value: str, rows: Sequence[Row]) -> float | None:
    """Return the mean of *value* over the rows that have it, None when none has."""
    found = [known for row in rows if (known := row.values.get(value)) is not None]
    return sum(found) / len(found) if found else None


def refusal_precision(kind: Verdict | None, rows: Sequence[Row]) -> float | None:
    """Return the share of refusals of this *kind* that are right, 0..1; None when there are none.

    Without a *kind* any refusal counts, and it is right where any is expected.
    """
    given = [row for row in rows if _refuses(row.given, kind)]
    return sum(_refuses(row.expected, kind) for row in given) / len(given) if given else None


def refusal_recall(kind: Verdict | None, rows: Sequence[Row]) -> float | None:
    """Return the share of cases to refuse in this *kind* that are, 0..1; None when there are none."""
    due = [row for row in rows if _refuses(row.expected, kind)]
    return sum(_refuses(row.given, kind) for row in due) / len(due) if due else None


def _refuses(verdict: str, kind: Verdict | None) -> bool:
    return verdict != Verdict.ANSWERED if kind is None else verdict == kind


def risk_coverage(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """Return (coverage, risk) for each number of cases answered, the most confident first, both 0..1.

    Confidence is the score of the best quote, shown or nearest; the risk is the share of those quotes that do not
    hold gold words, so that answering where nothing answers is a risk. Cases without any quote are left out. Equal
    confidence counts the wrong ones first.
    """
    sure = sorted(_judged(rows), key=lambda pair: (-pair[0], pair[1]))
    curve, wrong = [], 0.0
    for count, (_, correct) in enumerate(sure, 1):
        wrong += 1 - correct
        curve.append((count / len(sure), wrong / count))
    return curve


def risk_coverage_area(rows: Sequence[Row]) -> float | None:
    """Return the mean risk over all coverages, 0..1, lower is better; None when no case has a quote.

    Source: Geifman and El-Yaniv, Selective Classification for Deep Neural Networks, NeurIPS 2017.
    """
    curve = risk_coverage(rows)
    return sum(risk for _, risk in curve) / len(curve) if curve else None


def calibration(rows: Sequence[Row]) -> list[tuple[float, float, int]]:
    """Return (mean score, share right, cases) of each bin of equal width that holds a best quote."""
    bins: dict[int, list[tuple[float, float]]] = {}
    for score, correct in _judged(rows):
        bins.setdefault(min(BINS - 1, int(score * BINS)), []).append((score, correct))
    return [
        (sum(score for score, _ in found) / len(found), sum(right for _, right in found) / len(found), len(found))
        for _, found in sorted(bins.items())
    ]


def calibration_error(rows: Sequence[Row]) -> float | None:
    """Return the expected calibration error over ``BINS`` bins, 0..1, lower is better; None when no case has a quote.

    It is the distance between mean score and share right of each bin, weighted by the cases in it.
    Source: Guo and others, On Calibration of Modern Neural Networks, ICML 2017.
    """
    bins = calibration(rows)
    total = sum(count for *_, count in bins)
    return sum(abs(score - right) * count for score, right, count in bins) / total if total else None


def _judged(rows: Sequence[Row]) -> list[tuple[float, float]]:
    pairs = [(row.values["confidence"], row.values["correct"]) for row in rows]
    return [(score, right) for score, right in pairs if score is not None and right is not None]


def _mean(name: str, definition: str, *, bounds: str = "0..1", higher_is_better: bool = True) -> Metric:
    return Metric(name, definition, bounds, higher_is_better, lambda rows: mean_of(name, rows), name)


def _refusals() -> list[Metric]:
    found = []
    for kind in (None, *KINDS):
        name = kind.value if kind else "any refusal"
        found += [
            Metric(
                f"{name}: precision",
                "of those given, the share that is right",
                "0..1",
                higher_is_better=True,
                of=lambda rows, kind=kind: refusal_precision(kind, rows),  # type: ignore[misc]
            ),
            Metric(
                f"{name}: recall",
                "of those due, the share that is given",
                "0..1",
                higher_is_better=True,
                of=lambda rows, kind=kind: refusal_recall(kind, rows),  # type: ignore[misc]
            ),
        ]
    return found


def _stages() -> list[Metric]:
    return [
        _mean(f"{stage} {what}@{CUT}", definition)
        for stage in STAGES
        for what, definition in (
            ("nDCG", "passages with gold words, discounted by rank, of the best possible order"),
            ("recall", f"of the passages with gold words, the share among the first {CUT}"),
        )
    ]


_ALL: Final = (
    _mean("right", "the first quote holds gold words; where nothing answers: it is refused"),
    _mean("verdict", "the verdict is the expected one, the kind of refusal too"),
    _mean("right@1", "where the corpus answers: the first quote holds gold words"),
    _mean("right@3", "where the corpus answers: one of the first three quotes holds gold words"),
    _mean("key@1", "of what was answered: the marked sentence of the first quote holds gold words"),
    _mean("exactness", "of the quotes shown, the share that is the article’s text at their span"),
    _mean("chain", "of the quotes shown, the share whose chain ends in the post, with a source or saying it has none"),
    _mean("voice", "of the shown quotes with gold words, the share with the right voice"),
    _mean("speaker", "of the shown quotes with gold words, the share credited to the right speaker"),
    _mean("group", "of the answering quotes with gold words, the share under the right heading"),
    _mean(
        "over-quoting",
        "words shown in the first quote with gold words beside the sentences around them",
        bounds="0 words or more",
        higher_is_better=False,
    ),
    *_refusals(),
    Metric(
        "risk-coverage area",
        "mean share of wrong best quotes over all coverages, the most confident first",
        "0..1",
        higher_is_better=False,
        of=risk_coverage_area,
    ),
    Metric(
        "calibration error",
        f"distance of score and share right over {BINS} bins",
        "0..1",
        higher_is_better=False,
        of=calibration_error,
    ),
    *_stages(),
)
METRICS: Final[Mapping[str, Metric]] = {metric.name: metric for metric in _ALL}
