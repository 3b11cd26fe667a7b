"""The numbers of the library in the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.stats import Dates, Stats
from corpus.library import Library
from index.families import Families

SHOWN = 5  # families and groups that are named; --json has more


def show_stats(stats: Stats, families: Families | None, library: Library, console: Console) -> None:
    """Print *stats*, and what stands in several posts where the index knows."""
    table = Table(show_header=False, box=None, padding=(0, 1))
    for name, value in [*_library_lines(stats), *_family_lines(families, library)]:
        table.add_row(Text(name, style="bold"), Text(value))
    console.print(table)


def _library_lines(stats: Stats) -> Iterator[tuple[str, str]]:
    yield "articles", f"{stats.articles:,}, {stats.characters:,} characters"
    yield (
        "voices",
        ", ".join(
            f"{voice} {number / max(1, stats.characters):.0%}" for voice, number in stats.voices.items() if number
        ),
    )
    yield "speech", _listed(stats.speech)
    yield "speakers", f"{stats.speakers:,}: {_listed(stats.most_speech)}"
    yield "papers", f"{stats.papers:,}: {_listed(stats.most_cited)}"
    yield "languages", _listed(stats.languages)
    yield "posts", _range(stats.posts)
    yield "sources", _range(stats.sources)
    for reason, number in stats.skipped.items():
        yield "skipped", f"{number:,} {reason}"
    for reason, number in stats.left_out.items():
        yield "left out", f"{number:,} {reason}"


def _family_lines(families: Families | None, library: Library) -> Iterator[tuple[str, str]]:
    if families is None:
        yield "families", "not known before the first quoth index"
        return
    yield "press sentences", f"{families.press_sentences:,}, of which {families.places:,} stand in several posts"
    yield "quote families", f"{families.shared:,} different sentences"
    for family in families.widest[:SHOWN]:
        article = library.get(family.article)
        if article is not None:
            yield "", f"in {family.articles} posts: {article.slice(family.start, family.end)}"
    groups = families.near_duplicates
    yield "near-duplicates", f"{sum(map(len, groups)):,} articles in {len(groups):,} groups"
    for group in groups[:SHOWN]:
        yield "", " ".join(identity[:12] for identity in group)


def _listed(counted: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {number:,}" for name, number in counted.items()) or "none"


def _range(dates: Dates) -> str:
    missing = f", {dates.missing:,} without a date" if dates.missing else ""
    return (f"{dates.first} to {dates.last}" if dates.first else "no dates") + missing
