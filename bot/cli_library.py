"""Commands for the library: ``add``, ``remove``, ``list``, ``show``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli_home import complain, settings_here
from corpus.errors import FAILED, NOTHING_FOUND, QuothError


def add(paths: Annotated[list[Path], typer.Argument(help="Files or folders with posts: text, Markdown.")]) -> None:
    """Add articles to the library."""
    from bot.progress import progress_bar
    from corpus.files import post_files, read_file
    from corpus.library import Library
    from corpus.read import read_post

    library = Library(settings_here().library)
    files = [file for path in paths for file in post_files(path)]
    added = known = failed = 0
    with progress_bar() as step:
        for done, file in enumerate(files, 1):
            try:
                reading = read_post(read_file(file), name=str(file))
            except QuothError as error:
                failed += 1
                complain(error)
                continue
            for note in reading.notes:
                typer.echo(f"{file}:{note.line}: {note.assumed}", err=True)
            if library.add(reading.article):
                added += 1
            else:
                known += 1
            step("adding", done, len(files))
    typer.echo(f"{added} added, {known} already there, {failed} failed; next: quoth index")
    if failed:
        raise typer.Exit(FAILED)
    if not added + known:
        raise typer.Exit(NOTHING_FOUND)


def remove(ids: Annotated[list[str], typer.Argument(help="Ids, or beginnings of them that fit one article.")]) -> None:
    """Take articles out of the library."""
    from corpus.library import Library

    library = Library(settings_here().library)
    for identity in [library.find(prefix) for prefix in ids]:
        library.remove(identity)
        typer.echo(f"removed {identity[:12]}; next: quoth index")


def list_articles() -> None:
    """List the articles of the library."""
    from corpus.library import Library

    for article in Library(settings_here().library).articles():
        known = [part for part in (article.post.published, article.post.author, article.post.title) if part]
        typer.echo(f"{article.id[:12]}  {' · '.join(known) or article.text[:60].splitlines()[0]}")


def show(identity: Annotated[str, typer.Argument(metavar="ID", help="Id, or a beginning of it.")]) -> None:
    """Show an article block by block, with the voice of each."""
    from corpus.library import Library

    library = Library(settings_here().library)
    article = library.get(library.find(identity))
    if article is None:
        raise QuothError(f"article {identity} has just been removed")
    for block in article.blocks:
        marks = "".join(f" [{article.references[position].mark}]" for position in block.references)
        typer.secho(f"{block.voice.value}{marks}  {block.start}:{block.end}", dim=True)
        typer.echo(article.slice(block.start, block.end).rstrip("\n"))
