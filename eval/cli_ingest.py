"""Commands that measure how articles come in: ``extraction``, ``feeds`` and ``crash-add``."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from corpus.errors import NOTHING_FOUND


def extraction(
    folder: Annotated[Path, typer.Argument(help="The article extraction benchmark: ground-truth.json and html.")],
    *,
    pages: Annotated[bool, typer.Option("--pages", help="Print author and date of every page.")] = False,
) -> None:
    """Read the pages of the benchmark: F1 of the body by its own formula, and how often author and date are found."""
    from bot.progress import progress_bar
    from eval.extraction import overlap, read_pages

    with progress_bar() as step:
        found = list(read_pages(folder, step))
    for name, bodies in (("ours", [page.body for page in found]), ("trafilatura", [page.their_body for page in found])):
        score = overlap([(page.truth, body) for page, body in zip(found, bodies, strict=True)])
        typer.echo(f"{name:12} body F1 {score.f1:.3f}, precision {score.precision:.3f}, recall {score.recall:.3f}")
    ours = sum(page.author is not None for page in found), sum(page.published is not None for page in found)
    theirs = sum(bool(page.their_author) for page in found), sum(bool(page.their_date) for page in found)
    typer.echo(f"of {len(found)} pages: author {ours[0]} (trafilatura {theirs[0]}), date {ours[1]} ({theirs[1]})")
    for page in found if pages else ():
        typer.echo(f"{page.url}\n  {page.author} ({page.told_by.get('author')}) | {page.their_author}")
        typer.echo(f"  {page.published} ({page.told_by.get('published')}) | {page.their_date}")


def feeds(folder: Annotated[Path, typer.Argument(help="A folder with feeds or exports, *.xml.")]) -> None:
    """Read feeds: each entry must be an article or left out for a reason; exit code 1 when one is lost."""
    from collections import Counter

    from eval.feeds import count_feeds

    found = list(count_feeds(folder))
    skipped: Counter[str] = Counter()
    for feed in found:
        skipped.update(feed.skipped)
        if not feed.right:
            typer.echo(f"{feed.name}: {feed.there} entries, {feed.found} found, left out {feed.skipped}; {feed.error}")
    left_out = ", ".join(f"{count} {reason}" for reason, count in skipped.items())
    right = sum(feed.right for feed in found)
    articles = sum(feed.found for feed in found)
    typer.echo(f"{right} of {len(found)} feeds counted right; {articles} articles; left out: {left_out or 'nothing'}")
    if right < len(found):
        raise typer.Exit(NOTHING_FOUND)


def crash_add(
    runs: Annotated[int, typer.Option(help="How often.")] = 20,
    seed: Annotated[int, typer.Option(help="Of the moments.")] = 1,
    small_disk: Annotated[
        Path | None, typer.Option(help="Fill the disk of this folder instead, a tmpfs of some MiB.")
    ] = None,
) -> None:
    """Kill `quoth add` at random moments; exit code 1 when the library is damaged or the next run does not finish."""
    from bot.progress import progress_bar
    from eval.crash_add import fill_often, kill_often

    with TemporaryDirectory(prefix="quoth-eval-") as folder, progress_bar() as step:
        found = []
        tries = (
            kill_often(Path(folder), runs, seed) if small_disk is None else fill_often(Path(folder), small_disk, runs)
        )
        for one in tries:
            found.append(one)
            step("interrupting", len(found), runs)
    for line in (line for one in found for line in one.amiss):
        typer.echo(line)
    interrupted, amiss = sum(one.interrupted for one in found), sum(bool(one.amiss) for one in found)
    typer.echo(f"{len(found)} runs, {interrupted} interrupted, amiss {amiss}")
    if amiss:
        raise typer.Exit(NOTHING_FOUND)
