"""Stored runs: a folder with ``run.json``, ``cases.jsonl`` and, apart because it never repeats, ``times.json``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from corpus.errors import UsageError
from eval.beside import Beside
from eval.bootstrap import Interval
from eval.invariants import Break
from eval.mutations import Mutation
from eval.row import Row
from eval.run import Run, Times

FORMAT: Final = 1
DIGITS: Final = 6  # of a stored value: models agree to about as many between machines


def write_run(run: Run, folder: Path) -> None:
    """Write *run* to *folder*; the same run gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    record = {
        "format": FORMAT,
        "made_from": run.made_from,
        "broken": [asdict(item) for item in run.broken],
        "mutations": [asdict(item) for item in run.mutations],
        "beside": [asdict(item) for item in run.beside],
    }
    (folder / "run.json").write_text(json.dumps(record, indent=1, sort_keys=True, ensure_ascii=False) + "\n")
    lines = [json.dumps(_row_record(row), sort_keys=True, ensure_ascii=False) for row in run.rows]
    (folder / "cases.jsonl").write_text("".join(f"{line}\n" for line in lines))


def write_times(times: Mapping[str, Times], at: str, folder: Path) -> None:
    """Write how long each case took, by its id, and when the run began (ISO)."""
    record = {"at": at, "seconds": {name: asdict(took) for name, took in times.items()}}
    (folder / "times.json").write_text(json.dumps(record, indent=1) + "\n")


def read_run(folder: Path) -> Run:
    """Return the run stored in *folder*.

    Raises:
        UsageError: there is none, or it has another format.
    """
    try:
        record = json.loads((folder / "run.json").read_text())
        if record["format"] != FORMAT:
            raise UsageError(f"the run in {folder} has another format", hint="run it again: quoth-eval run --out")
        lines = (folder / "cases.jsonl").read_text().splitlines()
        return Run(
            made_from=record["made_from"],
            rows=tuple(_row(json.loads(line)) for line in lines),
            broken=tuple(Break(**item) for item in record["broken"]),
            mutations=tuple(Mutation(**item) for item in record["mutations"]),
            beside=tuple(_beside(item) for item in record["beside"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"no stored run in {folder}", hint="store one: quoth-eval run --out FOLDER") from error


def read_times(folder: Path) -> tuple[str, dict[str, Times]] | None:
    """Return when the run in *folder* began and how long each case took, None when that was not kept."""
    try:
        record = json.loads((folder / "times.json").read_text())
        return record["at"], {name: Times(**took) for name, took in record["seconds"].items()}
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_baseline(run: Run, path: Path) -> None:
    """Write what a later run is compared with: the values of each case, without the answers."""
    rows = {
        row.id: {
            "digest": row.digest,
            "slices": row.slices,
            "expected": row.expected,
            "given": row.given,
            "values": {name: value for name, value in _rounded(row.values).items() if value is not None},
        }
        for row in run.rows
    }
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(row, sort_keys=True)}" for name, row in sorted(rows.items()))
    head = json.dumps({"format": FORMAT, "made_from": run.made_from}, sort_keys=True)[1:-1]
    path.write_text(f'{{{head}, "rows": {{\n{lines}\n}}}}\n')


def read_baseline(path: Path) -> tuple[Row, ...]:
    """Return the rows of a stored baseline, without questions and answers.

    Raises:
        UsageError: the file is none.
    """
    try:
        record = json.loads(path.read_text())
        if record["format"] != FORMAT:
            raise UsageError(f"the baseline {path} has another format", hint="store a new one: quoth-eval baseline")
        return tuple(_bare(name, row) for name, row in record["rows"].items())
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path} is no baseline", hint="store one: quoth-eval baseline RUN --to FILE") from error


def _bare(name: str, row: Mapping[str, Any]) -> Row:
    return Row(
        id=name,
        digest=row["digest"],
        part="",
        slices=tuple(row["slices"]),
        question="",
        after=(),
        expected=row["expected"],
        given=row["given"],
        gold=(),
        wanted="",
        values=row["values"],
        broken=(),
        answer={},
        shown=(),
    )


def _beside(record: dict[str, Any]) -> Beside:
    values = {name: Interval(**value) if value else None for name, value in record["values"].items()}
    return Beside(record["name"], record["setting"], values)


def _row_record(row: Row) -> dict[str, Any]:
    return {**asdict(row), "values": _rounded(row.values)}


def _rounded(values: Mapping[str, float | None]) -> dict[str, float | None]:
    return {name: None if value is None else round(value, DIGITS) for name, value in values.items()}


def _row(record: dict[str, Any]) -> Row:
    lists: Sequence[str] = ("slices", "after", "gold", "shown")
    tuples = {name: tuple(record[name]) for name in lists}
    return Row(**{**record, **tuples, "broken": tuple(Break(**item) for item in record["broken"])})
