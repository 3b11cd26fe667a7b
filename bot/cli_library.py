"""Commands for the library: ``remove``, ``list``, ``show``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli_home import settings_here
from corpus.errors import DONE, NOTHING_FOUND, QuothError

if TYPE_CHECKING:
    from corpus.article import Article
    from corpus.library import Library

AS_JSON = typer.Option("--json", help="Print JSON.")


def remove(
    ids: Annotated[list[str], typer.Argument(help="Ids, or beginnings of them that fit one article.")],
    *,
    erase: Annotated[bool, typer.Option("--erase", help="Keep no text, only that it was removed.")] = False,
) -> None:
    """Take articles out of the library."""
    from corpus.intake import intake
    from corpus.library import Library

    library = Library(settings_here().library)
    with intake(library, "quoth remove") as taking:
        for identity in [library.find(prefix) for prefix in ids]:
            taking.remove(identity, erase=erase)
            typer.echo(f"removed {identity[:12]}; next: quoth index")


def list_articles(*, as_json: Annotated[bool, AS_JSON] = False) -> None:
    """List the articles of the library."""
    from corpus.library import Library

    library = Library(settings_here().library)
    for article in library.articles():
        if as_json:
            origins = [origin.key for origin in library.origins.carriers(article.id)]
            typer.echo(_json({"id": article.id, **_post(article), "origins": origins, "characters": len(article.text)}))
            continue
        known = [part for part in (article.post.published, article.post.author, article.post.title) if part]
        typer.echo(f"{article.id[:12]}  {' · '.join(known) or article.text[:60].splitlines()[0]}")


def show(
    identity: Annotated[str, typer.Argument(metavar="ID", help="Id of an article, a beginning of it, or a permalink.")],
    *,
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """Show an article block by block, with the voice of each; or what became of the words behind a permalink.

    Exit code 0: the words stand in the library as they were; 1: they were changed, or are gone.
    """
    from bot.line import describe_source
    from bot.permalink import ID
    from corpus.library import Library

    library = Library(settings_here().library)
    if ID.fullmatch(identity):
        raise typer.Exit(_show_permalink(library, identity, as_json=as_json))
    article = library.get(library.find(identity))
    if article is None:
        raise QuothError(f"article {identity} has just been removed")
    if as_json:
        typer.echo(_json(_whole(library, article)))
        return
    for origin in library.origins.carriers(article.id):
        told_by = ", ".join(f"{field}: {part}" for field, part in origin.told_by.items())
        typer.secho(f"from {origin.key}" + (f" ({told_by})" if told_by else ""), dim=True)
    for block in article.blocks:
        cited = (article.references[position] for position in block.references)
        marks = "".join(f" [{item.mark}]" if item.mark else f" from {describe_source(item)}" for item in cited)
        typer.secho(f"{block.voice.value}{marks}  {block.start}:{block.end}", dim=True)
        typer.echo(article.slice(block.start, block.end).rstrip("\n"))


def _show_permalink(library: Library, link: str, *, as_json: bool) -> int:
    from bot.whereabouts import State, whereabouts

    found = whereabouts(library, link)
    if as_json:
        typer.echo(_json(found.to_json()))
    else:
        typer.echo(found.describe())
    return DONE if found.state in {State.UNCHANGED, State.MOVED} else NOTHING_FOUND


def _post(article: Article) -> dict[str, Any]:
    post = article.post
    known = {"title": post.title, "author": post.author, "published": post.published, "url": post.url}
    return {**known, "language": post.language, "tags": list(post.tags)}


def _whole(library: Library, article: Article) -> dict[str, Any]:
    blocks = [
        {"start": block.start, "end": block.end, "voice": block.voice.value, "references": list(block.references)}
        for block in article.blocks
    ]
    origins = [
        {"key": origin.key, "seen": origin.seen, "told_by": dict(origin.told_by), "before": list(origin.before)}
        for origin in library.origins.carriers(article.id)
    ]
    return {"id": article.id, **_post(article), "text": article.text, "blocks": blocks, "origins": origins}


def _json(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False)
