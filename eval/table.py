"""The table that a run prints."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from rich.console import Console
from rich.table import Table

from eval.run import Result


def show(results: Sequence[Result], console: Console) -> None:
    """Print one row for each part and kind of question, and the time of an answer."""
    table = Table(title="Gold words in the first quote, or refused where nothing answers")
    for heading in ("part", "kind", "cases", "right", "voice and speaker right", "group right"):
        table.add_column(heading, justify="left" if heading in {"part", "kind"} else "right")
    groups = dict.fromkeys((result.case.part, result.case.kind) for result in results)
    for part, kind in sorted(groups):
        _row(table, part, kind, [item for item in results if (item.case.part, item.case.kind) == (part, kind)])
    for part in sorted({part for part, _ in groups}):
        chosen = [item for item in results if item.case.part == part]
        _row(table, part, "all answered by the corpus", [item for item in chosen if item.case.gold])
        _row(table, part, "all not answered by it", [item for item in chosen if not item.case.gold])
    console.print(table)
    console.print(f"median {1000 * median(item.answer.seconds for item in results):.0f} ms an answer")


def _row(table: Table, part: str, kind: str, results: Sequence[Result]) -> None:
    if results:
        right = sum(item.found for item in results)
        voices = sum(item.voice_right for item in results)
        grouped = [item.group_right for item in results if item.group_right is not None]
        groups = f"{sum(grouped)} of {len(grouped)}" if grouped else ""
        table.add_row(part, kind, str(len(results)), str(right), str(voices), groups)
