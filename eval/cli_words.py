"""Commands that change or disguise words: ``mutations`` and ``who``."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from corpus.errors import NOTHING_FOUND


def mutations() -> None:
    """Change what must not be changed in the sample library; exit code 1 when a change passes."""
    from bot.progress import progress_bar
    from eval.mutations import mutate_quotes, mutate_words, sentences_of
    from eval.subject import sample_subject

    with TemporaryDirectory(prefix="quoth-eval-") as folder, progress_bar() as step:
        subject = sample_subject(Path(folder), step)
        sentences = sentences_of(subject.library)
        found = [*mutate_quotes(subject.library, sentences), *mutate_words(subject.engine.whose, sentences)]
    for item in found:
        typer.echo(f"{item.name}: {item.caught} of {item.tried} caught")
    if any(item.caught < item.tried for item in found):
        raise typer.Exit(NOTHING_FOUND)


def who(
    home: Annotated[Path, typer.Argument(help="A home with a library and its index.")],
    count: Annotated[int, typer.Option(help="Sentences to draw.")] = 500,
) -> None:
    """Ask whose words random sentences are, in three disguises; exit code 1 when exactness is ever misjudged."""
    from bot.engine import Engine
    from corpus.library import Library
    from eval.disguise import try_disguises
    from index.models import load_encoder, load_reranker

    library = Library(home / "library")
    found = try_disguises(Engine(library, home / "index", load_encoder(), load_reranker()), library, count)
    for way in found:
        typer.echo(f"{way.name}: right place {way.placed} of {way.tried}, exactness right {way.judged}")
    if any(way.judged < way.tried for way in found):
        raise typer.Exit(NOTHING_FOUND)
