"""Commands that time: ``bench``."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer


def bench(
    articles: Annotated[Path, typer.Argument(help="News articles: JSON lines with title, text, url, publish_date.")],
    questions: Annotated[Path, typer.Argument(help="Questions: JSON lines with question_sentence.")],
    limit: Annotated[int, typer.Option(help="Questions to ask.")] = 200,
    keep: Annotated[
        Path | None, typer.Option(help="Keep library and index in this folder, and use what is there.")
    ] = None,
) -> None:
    """Time adding, indexing and asking, and show peak memory and size on disk."""
    from bot.progress import progress_bar
    from eval.bench import measure

    with TemporaryDirectory(prefix="quoth-bench-") as folder, progress_bar() as step:
        found = measure(articles, questions, keep or Path(folder), limit, step)
    typer.echo(f"articles {found.articles}, passages {found.passages}")
    typer.echo(f"adding {found.adding:.0f} s, indexing {found.indexing:.0f} s")
    typer.echo(f"peak memory {found.peak_memory / 1e6:.0f} MB")
    typer.echo(f"on disk: library {found.library_size / 1e6:.0f} MB, index {found.index_size / 1e6:.0f} MB")
    typer.echo(
        f"{found.questions} questions: median {1000 * found.median:.0f} ms, 95th percentile {1000 * found.p95:.0f} ms"
    )
    left = found.median - found.encoding - found.reading
    typer.echo(
        f"of it, by medians: the encoder {1000 * found.encoding:.0f} ms, the cross-encoder "
        f"{1000 * found.reading:.0f} ms, search, choice and check {1000 * left:.0f} ms"
    )
