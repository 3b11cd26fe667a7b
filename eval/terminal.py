"""What a run prints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median
from typing import Final

from rich.console import Console
from rich.table import Table

from eval.gate import Check
from eval.metrics import Measured
from eval.mutations import kill_rate
from eval.run import Run, Times

PARTS: Final = ("dev", "test")  # tuned on, and reported


def show_metrics(run: Run, found: Sequence[Measured], times: Mapping[str, Times]) -> None:
    """Print each metric with its interval and over each part alone, the slices, and the time of an answer."""
    console = Console(highlight=False)
    table = Table("metric", "value", "95 % of draws", "cases", *PARTS, title=f"{len(run.rows)} cases")
    for item in found:
        value = item.value
        alone = [item.metric.of([row for row in run.rows if row.part == part]) for part in PARTS]
        table.add_row(
            item.metric.name,
            f"{value.mean:.3f}",
            f"{value.low:.3f} to {value.high:.3f}",
            str(item.cases),
            *("" if mean is None else f"{mean:.3f}" for mean in alone),
        )
    if (killed := kill_rate(run.mutations)) is not None:
        table.add_row("mutation kill rate", f"{killed:.3f}", "", str(sum(item.tried for item in run.mutations)))
    console.print(table)
    slices = Table("slice", "cases", "right", title="Gold words in the first quote, or refused where nothing answers")
    for name in sorted({tag for row in run.rows for tag in row.slices}):
        rows = [row for row in run.rows if name in row.slices]
        slices.add_row(name, str(len(rows)), str(sum(row.right for row in rows)))
    console.print(slices)
    whole = [1000 * (took.encode + took.rerank + took.rest) for took in times.values()]
    console.print(f"median {median(whole):.0f} ms an answer")


def show_checks(checks: Sequence[Check]) -> None:
    """Print what failed, what has too few cases, and whether the gate is open."""
    console = Console(highlight=False)
    failed = [check for check in checks if check.state == "failed"]
    for check in checks:
        if check.state != "passed":
            console.print(f"{check.state}: {check.name}: {check.detail}", markup=False, soft_wrap=True)
    passed = sum(check.state == "passed" for check in checks)
    console.print(f"gate: {'shut' if failed else 'open'}, {passed} checks passed, {len(failed)} failed")


def show_misses(run: Run) -> None:
    """Print every case that went wrong, with what was expected and said."""
    console = Console(highlight=False)
    for row in run.rows:
        if not row.right or row.broken:
            shown = (*row.answer["quotes"], *row.answer["nearest"])[:1]
            best = f"{shown[0]['score']:.2f} {shown[0]['text']}" if shown else "nothing"
            wanted = " | ".join(row.gold) or row.expected
            told = f"{row.id} ({row.part}): {row.question}\n  wanted: {wanted}\n  {row.given}: {best}"
            console.print(told, markup=False)
