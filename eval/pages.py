"""The files of a report, written beside the stored run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corpus.errors import UsageError
from eval.gate import Check
from eval.metrics import Measured
from eval.report import Past, render_report
from eval.run import Run
from eval.store import read_run, read_times
from eval.summary import junit, markdown


def write_report(folder: Path, run: Run, found: Sequence[Measured], checks: Sequence[Check]) -> None:
    """Write ``report.html``, ``summary.md`` and ``junit.xml`` to *folder*.

    *run* is stored there; *found* are its metrics.
    """
    times = read_times(folder)
    page = render_report(run, found, checks, times[1] if times else {}, _history(folder.resolve().parent))
    (folder / "report.html").write_text(page)
    (folder / "summary.md").write_text(markdown(run, found, checks))
    (folder / "junit.xml").write_text(junit(run, checks))


def _history(parent: Path) -> list[Past]:
    """Return the runs stored in *parent*, oldest first; what has another format is left out."""
    found = []
    for path in sorted(parent.glob("*/run.json")):
        try:
            run = read_run(path.parent)
        except UsageError:
            continue
        times = read_times(path.parent)
        found.append(Past(path.parent.name, times[0] if times else "", run))
    return sorted(found, key=lambda past: past.at)
