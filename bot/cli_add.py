"""Commands that take articles in: ``add`` and ``watch``."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from bot.cli_home import complain, settings_here
from corpus.errors import DONE, FAILED, NOTHING_FOUND, QuothError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.gather import Gatherer, Report
    from corpus.intake import Intake

AS_JSON = typer.Option("--json", help="Print JSON.")
LONGEST_RUN: Final = 600.0
"""Seconds after which `quoth watch run` begins no further source; the next run goes on with those not read."""

MOST_NOTES: Final = 20  # about one article; more say that it is not what quoth reads

watch = typer.Typer(no_args_is_help=True, help="Feeds, pages and folders that are read again and again.")


def add(
    sources: Annotated[
        list[str],
        typer.Argument(help="Files, folders, patterns, URLs, feeds, exports; - reads one document from stdin."),
    ],
    *,
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """Add articles to the library: text, Markdown, HTML, Atom, RSS, Blogger and WordPress exports, e-mails."""
    with _gathering("quoth add", again=True) as (gatherer, taking, step):
        reports: list[Report] = []
        for source, data in _documents(sources, reports, taking.library.root):
            reports.append(gatherer.gather(source, data))
            step("reading", len(reports), max(len(reports), len(sources)))
    raise typer.Exit(_tell(reports, as_json=as_json))


@watch.command("add")
def watch_add(
    sources: Annotated[list[str], typer.Argument(help="URLs of feeds or pages, folders, files.")],
    *,
    mirror: Annotated[
        bool, typer.Option("--mirror", help="Remove an article when its file is no longer in the folder.")
    ] = False,
) -> None:
    """Put sources on the list."""
    from corpus.address import checked_url, known_as
    from corpus.gather import is_url
    from corpus.intake import intake
    from corpus.library import Library
    from corpus.watchlist import Watched, read_watchlist, write_watchlist

    library = Library(settings_here().library)
    named = []
    for source in sources:
        if not is_url(source) and not Path(source).exists():
            raise UsageError(f"{source} is not there", hint="check the path")
        named.append(known_as(checked_url(source)) if is_url(source) else str(Path(source).absolute()))
    with intake(library, "quoth watch add"):
        kept = {item.source: item for item in read_watchlist(library.root)}
        kept |= {source: Watched(source, mirror) for source in named}
        write_watchlist(library.root, tuple(kept.values()))
    typer.echo(f"{len(kept)} sources are watched; next: quoth watch run")


@watch.command("remove")
def watch_remove(sources: Annotated[list[str], typer.Argument(help="As `quoth watch list` shows them.")]) -> None:
    """Take sources off the list; their articles stay."""
    from corpus.intake import intake
    from corpus.library import Library
    from corpus.watchlist import read_watchlist, write_watchlist

    library = Library(settings_here().library)
    with intake(library, "quoth watch remove"):
        watched = read_watchlist(library.root)
        names = {*sources, *(str(Path(source).absolute()) for source in sources)}
        kept = tuple(item for item in watched if item.source not in names)
        if len(kept) == len(watched):
            raise UsageError(f"{sources[0]} is not watched", hint="see quoth watch list")
        write_watchlist(library.root, kept)


@watch.command("list")
def watch_list(*, as_json: Annotated[bool, AS_JSON] = False) -> None:
    """List what is watched, and when it was read."""
    from corpus.library import Library
    from corpus.watchlist import read_watchlist

    library = Library(settings_here().library)
    for item in read_watchlist(library.root):
        origin = library.origins.get(item.source)
        seen = origin.seen if origin else None
        if as_json:
            typer.echo(json.dumps({"source": item.source, "mirror": item.mirror, "seen": seen}, ensure_ascii=False))
        else:
            typer.echo(item.source + (" (mirror)" if item.mirror else "") + (f"  read {seen}" if seen else ""))


@watch.command("run")
def watch_run(*, as_json: Annotated[bool, AS_JSON] = False) -> None:
    """Read everything on the list; says nothing when nothing happened. Exit code 3 when a source cannot be read."""
    from corpus.watchlist import read_watchlist

    end = time.monotonic() + LONGEST_RUN
    with _gathering("quoth watch run", again=False) as (gatherer, taking, step):
        watched = read_watchlist(taking.library.root)
        reports: list[Report] = []
        removed = 0
        for done, item in enumerate(watched, 1):
            if time.monotonic() > end:
                typer.echo(f"quoth: {len(watched) - done + 1} sources wait for the next run", err=True)
                break
            documents = _documents([item.source], reports, taking.library.root)
            reports += [gatherer.gather(source, data) for source, data in documents]
            removed += _mirrored(taking, item.source) if item.mirror else 0
            step("watching", done, len(watched))
    happened = removed or any(taken.outcome.value in {"added", "changed"} for one in reports for taken in one.taken)
    code = _tell(reports, as_json=as_json, removed=removed, quiet=not happened)
    raise typer.Exit(FAILED if code == FAILED else DONE)


@contextmanager
def _gathering(what: str, *, again: bool) -> Iterator[tuple[Gatherer, Intake, Any]]:
    from bot.progress import progress_bar
    from corpus.fetch import Visitor
    from corpus.gather import Gatherer
    from corpus.intake import intake
    from corpus.library import Library

    settings = settings_here()
    visitor = Visitor(private=settings.fetch_private)
    with intake(Library(settings.library), what) as taking, progress_bar() as step:
        yield Gatherer(taking, visitor, step, again=again), taking, step


def _documents(sources: Sequence[str], reports: list[Report], own: Path) -> Iterator[tuple[str, bytes | None]]:
    """Yield each document that *sources* name but those in *own*, with its content when it comes from stdin."""
    from corpus.files import article_files
    from corpus.gather import STDIN, Report, is_url

    for source in sources:
        if source == "-":
            yield STDIN, sys.stdin.buffer.read()
        elif is_url(source):
            yield source, None
        else:
            try:
                for path in article_files(source, own):
                    yield str(path), None
            except QuothError as error:
                reports.append(Report(source, errors=(error,)))


def _mirrored(taking: Intake, folder: str) -> int:
    """Remove what came from files that are no longer in *folder*; one that is empty or away may not be mounted."""
    if not Path(folder).is_dir() or not any(Path(folder).iterdir()):
        return 0
    gone = [origin for origin in taking.library.origins if origin.key.startswith(f"{folder}/") and origin.article]
    count = 0
    for origin in gone:
        words = origin.key.split(" ")  # of a feed's entry, the path comes first
        there = any(Path(" ".join(words[:end])).is_file() for end in range(1, len(words) + 1))
        if origin.article and not there and len(taking.library.origins.carriers(origin.article)) == 1:
            taking.remove(origin.article)
            count += 1
    return count


def _tell(reports: list[Report], *, as_json: bool, removed: int = 0, quiet: bool = False) -> int:
    """Print what came of it, and return the exit code."""
    outcomes = Counter(taken.outcome.value for report in reports for taken in report.taken)
    left_out = Counter[str]()
    failed = 0
    for report in reports:
        left_out.update(report.skipped)
        failed += len(report.errors)
        for error in report.errors:
            complain(error)
        for taken in report.taken:
            for note in taken.notes[:MOST_NOTES]:
                typer.echo(f"{taken.origin}:{note.line}: {note.assumed}", err=True)
            if more := len(taken.notes[MOST_NOTES:]):
                typer.echo(f"{taken.origin}: and {more} more such lines", err=True)
    known = outcomes["known"]
    if as_json:
        typer.echo(json.dumps(_record(reports, outcomes, failed, removed), ensure_ascii=False))
    elif not quiet:
        parts = [f"{outcomes['added']} added", *([f"{outcomes['changed']} changed"] if outcomes["changed"] else [])]
        parts += [f"{removed} removed"] if removed else []
        parts += [f"{known} already there", f"{failed} failed"]
        parts += [f"{outcomes['removed']} removed earlier"] if outcomes["removed"] else []
        said = f"; left out: {', '.join(f'{count} {reason}' for reason, count in left_out.items())}" if left_out else ""
        nothing = not (outcomes or failed or removed)
        waits = outcomes["added"] or outcomes["changed"] or removed
        then = "; nothing to read there" if nothing else "; next: quoth index" if waits else ""
        typer.echo(f"{', '.join(parts)}{said}{then}")
    if failed:
        return FAILED
    return DONE if outcomes or removed else NOTHING_FOUND


def _record(reports: list[Report], outcomes: Counter[str], failed: int, removed: int) -> dict[str, Any]:
    return {
        "added": outcomes["added"],
        "changed": outcomes["changed"],
        "known": outcomes["known"],
        "removed": removed,
        "failed": failed,
        "articles": [
            {"origin": taken.origin, "id": taken.article, "outcome": taken.outcome.value}
            for report in reports
            for taken in report.taken
        ],
        "skipped": [
            {"source": report.source, "reason": reason, "count": count}
            for report in reports
            for reason, count in report.skipped.items()
        ],
        "errors": [
            {"source": report.source, "message": str(error), "hint": error.hint}
            for report in reports
            for error in report.errors
        ],
    }
