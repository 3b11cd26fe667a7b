"""Commands that run the cases and look at stored runs: ``run``, ``compare``, ``report``, ``baseline``."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.errors import NOTHING_FOUND, UsageError

if TYPE_CHECKING:
    from eval.cases import Case
    from eval.gate import Check
    from eval.metrics import Measured
    from eval.row import Row
    from eval.run import Run, Times

_RUN = Annotated[Path, typer.Argument(help="Folder of a stored run.")]


def run(  # noqa: PLR0913 - each is an option of the command
    *,
    gate: Annotated[bool, typer.Option("--gate", help="Exit with 1 when the gate is shut.")] = False,
    home: Annotated[Path | None, typer.Option(help="A home of your own instead of the sample library.")] = None,
    cases: Annotated[Path | None, typer.Option(help="Your cases, one JSON object a line.")] = None,
    out: Annotated[Path | None, typer.Option(help="Store the run and its report in this folder.")] = None,
    rules: Annotated[Path | None, typer.Option(help="What the gate demands; else eval/gate.toml.")] = None,
    baseline: Annotated[Path | None, typer.Option(help="A stored baseline; else the one of the samples.")] = None,
    misses: Annotated[bool, typer.Option("--misses", help="Print the cases that went wrong.")] = False,
) -> None:
    """Ask the questions of all cases, judge the answers, and say whether the gate is open."""
    from eval.cases import read_cases
    from eval.gate import judged, read_rules
    from eval.metrics import measured
    from eval.terminal import show_checks, show_metrics, show_misses

    if (home is None) != (cases is None):
        raise UsageError("a home of your own needs cases of its own", hint="give both: --home HOME --cases FILE")
    began = datetime.now(UTC).isoformat(timespec="seconds")
    chosen, demanded = read_cases(cases), read_rules(rules)
    before = _baseline(baseline, samples=home is None)
    done, times = _measured(chosen, home)
    checks, found = judged(done, demanded, before), measured(done.rows)
    show_metrics(done, found, times)
    if misses:
        show_misses(done)
    show_checks(checks)
    if out is not None:
        _store(out, done, times, began)
        _report(out, done, found, checks)
    if gate and any(check.state == "failed" for check in checks):
        raise typer.Exit(NOTHING_FOUND)


def compare(
    first: Annotated[Path, typer.Argument(help="Folder of the earlier run.")],
    second: Annotated[Path, typer.Argument(help="Folder of the later run.")],
) -> None:
    """Name every case that changed between two stored runs, with both answers; exit code 1 when some got worse."""
    from eval.compare import changed_cases, moved_metrics, only_in, told
    from eval.store import read_run

    before, after = read_run(first), read_run(second)
    for line in moved_metrics(before, after):
        typer.echo(line)
    worse = 0
    for then, now, way in changed_cases(before, after):
        worse += way == "worse"
        typer.echo(f"\n{way}: {now.id}: {now.question}")
        for name, row in ((first, then), (second, now)):
            typer.echo(f"  {name}: {told(row)[0]}")
            for line in told(row)[1:]:
                typer.echo(f"    {line}")
    for name, missing in ((first, only_in(before, after)), (second, only_in(after, before))):
        if missing:
            typer.echo(f"\nonly in {name}, or other there: {', '.join(missing)}")
    if worse:
        raise typer.Exit(NOTHING_FOUND)


def report(
    stored: _RUN,
    rules: Annotated[Path | None, typer.Option(help="What the gate demands; else eval/gate.toml.")] = None,
    baseline: Annotated[Path | None, typer.Option(help="A stored baseline; else the one of the samples.")] = None,
) -> None:
    """Write the report of a stored run again: report.html, summary.md and junit.xml beside it.

    Its history holds every stored run in the same folder as this one.
    """
    from eval.gate import judged, read_rules
    from eval.metrics import measured
    from eval.store import read_run

    done = read_run(stored)
    checks = judged(done, read_rules(rules), _baseline(baseline, samples=True))
    _report(stored, done, measured(done.rows), checks)


def baseline(
    stored: _RUN,
    to: Annotated[Path, typer.Option(help="The file to write.")] = Path("eval/baseline.json"),
) -> None:
    """Make a stored run what later ones are compared with."""
    from eval.store import read_run, write_baseline

    done = read_run(stored)
    write_baseline(done, to)
    typer.echo(f"{to}: {len(done.rows)} cases of {done.made_from['code']}")


def _measured(cases: Sequence[Case], home: Path | None) -> tuple[Run, dict[str, Times]]:
    from bot.progress import progress_bar
    from bot.settings import read_settings
    from eval.measure import measure
    from eval.subject import home_subject, sample_subject

    with TemporaryDirectory(prefix="quoth-eval-") as name, progress_bar() as step:
        folder = Path(name)
        subject = home_subject(read_settings(os.environ, home)) if home else sample_subject(folder, step)
        return measure(cases, subject, folder, step, rebuild=home is None)


def _store(folder: Path, run: Run, times: Mapping[str, Times], began: str) -> None:
    from eval.store import write_run, write_times

    write_run(run, folder)
    write_times(times, began, folder)


def _report(folder: Path, run: Run, found: Sequence[Measured], checks: Sequence[Check]) -> None:
    from eval.pages import write_report

    write_report(folder, run, found, checks)
    typer.echo(f"report: {folder / 'report.html'}")


def _baseline(path: Path | None, *, samples: bool) -> tuple[Row, ...]:
    from importlib.resources import as_file, files

    from eval.store import read_baseline

    if path is not None:
        return read_baseline(path)
    stored = files("eval").joinpath("baseline.json")
    if not samples or not stored.is_file():
        return ()
    with as_file(stored) as file:
        return read_baseline(file)
