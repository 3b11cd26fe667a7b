"""The report: one HTML page that needs nothing but itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from eval.beside import HEADLINE
from eval.bootstrap import Interval
from eval.failures import failures
from eval.gate import FEWEST, Check
from eval.metrics import METRICS, Measured, calibration, interval_of_metric, risk_coverage
from eval.mutations import kill_rate
from eval.plots import curve_plot, diagonal_plot
from eval.reader import as_html
from eval.run import Run, Times

TRACKED: Final = ("right@1", "verdict")  # what the history draws


@dataclass(frozen=True, slots=True)
class Past:
    """A stored run in the history."""

    name: str
    at: str
    """When it began, ISO; empty when that was not kept."""
    run: Run


def render_report(
    run: Run, found: Sequence[Measured], checks: Sequence[Check], times: Mapping[str, Times], history: Sequence[Past]
) -> str:
    """Return the page on *run*, whose metrics were *found*; *history* has the stored runs, oldest first."""
    environment = Environment(
        loader=PackageLoader("eval", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html.j2").render(
        run=run,
        checks=checks,
        shut=any(check.state == "failed" for check in checks),
        metrics=found,
        killed=kill_rate(run.mutations),
        headline=HEADLINE,
        slices=list(slice_rows(run)),
        failures=[(item, as_html(item.row.shown, item.row.gold)) for item in failures(run.rows)],
        plots=[Markup(plot) for plot in _plots(run)],  # noqa: S704 - made of numbers and our own names
        latency=list(latency_rows(times)),
        history=list(history_rows(history)),
        tracked=TRACKED,
        short=short,
    )


def slice_rows(run: Run) -> Iterator[tuple[str, int, int, Interval | None]]:
    """Yield (name, cases, right, interval) of each slice; no interval from too few cases."""
    for name in sorted({tag for row in run.rows for tag in row.slices}):
        rows = [row for row in run.rows if name in row.slices]
        found = interval_of_metric(METRICS["right"], rows) if len(rows) >= FEWEST else None
        yield name, len(rows), sum(row.right for row in rows), found


def latency_rows(times: Mapping[str, Times]) -> Iterator[tuple[str, float, float]]:
    """Yield (stage, median, 95th percentile) in milliseconds; nothing from fewer than two cases."""
    stages = {
        "encoding the question": [took.encode for took in times.values()],
        "reranking": [took.rerank for took in times.values()],
        "search, choice, quotes": [took.rest for took in times.values()],
        "whole answer": [took.encode + took.rerank + took.rest for took in times.values()],
    }
    for name, seconds in stages.items():
        if len(seconds) > 1:
            yield name, 1000 * median(seconds), 1000 * quantiles(seconds, n=20)[-1]


def history_rows(history: Sequence[Past]) -> Iterator[tuple[str, str, str, int, list[float | None]]]:
    """Yield (name, time, code, cases, tracked metrics) of each stored run."""
    for past in history:
        values = [METRICS[name].of(past.run.rows) for name in TRACKED]
        yield past.name, past.at, str(past.run.made_from["code"]), len(past.run.rows), values


def _plots(run: Run) -> Iterator[str]:
    risk = risk_coverage(run.rows)
    yield curve_plot("Risk and coverage", risk, "coverage: share of cases answered", "risk: share wrong")
    bins = [(score, right) for score, right, _ in calibration(run.rows)]
    yield diagonal_plot("Calibration", bins, "score that a quote shows", "share that answers")


def short(value: float | None) -> str:
    """Return a number with three digits, a dash for None."""
    return "–" if value is None else f"{value:.3f}"
