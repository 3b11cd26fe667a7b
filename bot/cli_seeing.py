"""Commands that show how things stand: ``stats`` and ``doctor``."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli_home import settings_here

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from corpus.article import Article
    from corpus.library import Library
    from index.families import Families
    from index.progress import Progress


def stats(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Count what the library holds, and what stands in several posts."""
    from bot.progress import progress_bar
    from bot.stats import count
    from corpus.library import Library

    settings = settings_here()
    library = Library(settings.library)
    with progress_bar() as step:
        found = count(_articles(library, step))
    left_out: Counter[str] = Counter()
    for part in library.skipped():
        left_out[part.reason] += part.count
    found = replace(found, left_out=dict(left_out))
    families = _families(settings.index)
    if as_json:
        record = {**asdict(found), "families": asdict(families) if families else None}
        typer.echo(json.dumps(record, ensure_ascii=False))
        return
    from rich.console import Console

    from bot.stats_view import show_stats

    show_stats(found, families, library, Console(highlight=False))


def doctor(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Check settings, library, index, models and bot; each failure comes with what mends it.

    Exit codes: 0 all is well, 1 something waits to be done, 2 wrong settings, 3 something is broken.
    """
    from bot.doctor import examine, exit_code
    from bot.progress import progress_bar

    with progress_bar() as step:
        found = list(examine(settings_here(), step))
    if as_json:
        typer.echo(json.dumps([asdict(check) for check in found], ensure_ascii=False))
    else:
        from rich.console import Console

        from bot.doctor_view import show_checks

        show_checks(found, Console(highlight=False))
    raise typer.Exit(exit_code(found))


def _articles(library: Library, step: Progress) -> Iterator[Article]:
    total = len(library.ids())
    for done, article in enumerate(library.articles(), 1):
        yield article
        step("reading articles", done, total)


def _families(root: Path) -> Families | None:
    """Return what the serving index found to stand in several posts, None when nothing is indexed."""
    from index.families import read_families
    from index.generation import current_id, read_manifest

    identity = current_id(root)
    if identity is None:
        return None
    read_manifest(root / identity)  # refuses another format by name
    return read_families(root / identity / "families.json")
