"""Commands that run the cases and look at stored runs: ``run``, ``compare``, ``report``, ``baseline``."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.errors import NOTHING_FOUND, UsageError

if TYPE_CHECKING:
    from eval.row import Row

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
    from bot.progress import progress_bar
    from bot.settings import read_settings
    from eval.cases import read_cases
    from eval.gate import judged, read_rules
    from eval.measure import measure
    from eval.pages import write_report
    from eval.store import write_run, write_times
    from eval.subject import home_subject, sample_subject
    from eval.terminal import show_checks, show_metrics, show_misses

    if (home is None) != (cases is None):
        raise UsageError("a home of your own needs cases of its own", hint="give both: --home HOME --cases FILE")
    began = datetime.now(UTC).isoformat(timespec="seconds")
    chosen, demanded = read_cases(cases), read_rules(rules)
    before = _baseline(baseline, samples=home is None)
    with TemporaryDirectory(prefix="quoth-eval-") as name, progress_bar() as step:
        folder = Path(name)
        subject = home_subject(read_settings(os.environ, home)) if home else sample_subject(folder, step)
        done, times = measure(chosen, subject, folder, step, rebuild=home is None)
    checks = judged(done, demanded, before)
    show_metrics(done, times)
    if misses:
        show_misses(done)
    show_checks(checks)
    if out is not None:
        write_run(done, out)
        write_times(times, began, out)
        write_report(out, done, checks)
        typer.echo(f"report: {out / 'report.html'}")
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
    from eval.pages import write_report
    from eval.store import read_run

    done = read_run(stored)
    write_report(stored, done, judged(done, read_rules(rules), _baseline(baseline, samples=True)))
    typer.echo(stored / "report.html")


def baseline(
    stored: _RUN,
    to: Annotated[Path, typer.Option(help="The file to write.")] = Path("eval/baseline.json"),
) -> None:
    """Make a stored run what later ones are compared with."""
    from eval.store import read_run, write_baseline

    done = read_run(stored)
    write_baseline(done, to)
    typer.echo(f"{to}: {len(done.rows)} cases of {done.made_from['code']}")


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
