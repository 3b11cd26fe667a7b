"""Commands that run the cases: ``run``."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from corpus.errors import NOTHING_FOUND


def run(
    *,
    gate: Annotated[bool, typer.Option("--gate", help="Fail when an invariant is broken or a voice is wrong.")] = False,
    misses: Annotated[bool, typer.Option("--misses", help="Print the development cases that went wrong.")] = False,
    out: Annotated[Path | None, typer.Option(help="Write the results to this file, one JSON object a line.")] = None,
) -> None:
    """Ask the questions over the sample library and count what comes back."""
    from rich.console import Console

    from bot.contract import to_json
    from eval.cases import read_cases
    from eval.run import run_cases
    from eval.table import show

    console = Console(highlight=False)
    with TemporaryDirectory(prefix="quoth-eval-") as folder:
        results, broken = run_cases(read_cases(), Path(folder))
    show(results, console)
    if out is not None:
        lines = [
            json.dumps({"id": item.case.id, "right": item.found, "answer": json.loads(to_json(item.answer))})
            for item in results
        ]
        out.write_text("\n".join(lines) + "\n")
    for item in results:
        if misses and not item.found and item.case.part == "dev":
            shown = (item.answer.quotes or item.answer.nearest)[:1]
            best = f"{shown[0].score:.2f} {shown[0].text}" if shown else ""
            console.print(f"{item.case.id}: {item.case.question}\n  {item.answer.verdict}: {best}", markup=False)
        broken += [f"{item.case.id}: {line}" for line in item.broken]
        if not item.voice_right:
            broken.append(f"{item.case.id}: the gold words are in the wrong mouth")
    for line in broken:
        console.print(f"broken: {line}", markup=False)
    if gate:
        console.print("gate: shut" if broken else "gate: open, no invariant is broken")
        if broken:
            raise typer.Exit(NOTHING_FOUND)
