"""Two stored runs side by side: the metrics that moved, and every case that changed, with both answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eval.gate import changed
from eval.metrics import METRICS
from eval.row import Row
from eval.run import Run


def moved_metrics(first: Run, second: Run) -> Iterator[str]:
    """Yield a line for each metric that is another in *second*, over the cases that both runs have."""
    for metric in METRICS.values():
        change = changed(metric, second.rows, first.rows)
        if change is not None and change.mean:
            sure = "" if change.low <= 0 <= change.high else ", hardly chance"
            yield f"{metric.name}: {change.mean:+.3f} [{change.low:+.3f}, {change.high:+.3f}]{sure}"


def changed_cases(first: Run, second: Run) -> Iterator[tuple[Row, Row, str]]:
    """Yield the cases that changed: (in *first*, in *second*, better, worse or other)."""
    before = {row.id: row for row in first.rows}
    for now in second.rows:
        then = before.get(now.id)
        if then is not None and told(then) != told(now):
            way = "other" if then.right == now.right else "better" if now.right else "worse"
            yield then, now, way


def only_in(first: Run, second: Run) -> Sequence[str]:
    """Return the ids of the cases of *first* that *second* does not have, or has in another form."""
    have = {(row.id, row.digest) for row in second.rows}
    return [row.id for row in first.rows if (row.id, row.digest) not in have]


def told(row: Row) -> tuple[str, ...]:
    """Return what a reader was told: verdict, then words and attribution of each quote, nearest ones too."""
    quotes = (*row.answer["quotes"], *row.answer["nearest"])
    return (row.given, *(f"“{quote['text']}” — {quote['attribution']}" for quote in quotes))
