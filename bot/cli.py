"""The command ``quoth``."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.errors import DONE, FAILED, NOTHING_FOUND, QuothError, UsageError

if TYPE_CHECKING:
    from bot.answer import Answer
    from bot.engine import Engine
    from bot.settings import Settings

# Commands import what they need themselves, so that --help is there at once.

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Answers questions from a corpus of articles word for word, and says whose words they are.\n\n"
    "Exit codes: 0 done or answered, 1 nothing found, 2 wrong usage or settings, 3 failed.",
)


class _Rim:
    """What the outermost command knows: the option ``--home``."""

    home: Path | None = None


@app.callback()
def _options(
    home: Annotated[
        Path | None, typer.Option(help="Folder of library and index; else QUOTH_HOME, else the user data folder.")
    ] = None,
) -> None:
    _Rim.home = home


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="The question; - reads one a line from stdin.")] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object for each question.")] = False,
    after: Annotated[
        list[str] | None, typer.Option(help="An earlier question of the conversation, oldest first; for a follow-up.")
    ] = None,
) -> None:
    """Answer a question; without one, chat."""
    if question == "-":
        raise typer.Exit(_ask_lines(as_json=as_json))
    if question is None:
        if not sys.stdin.isatty():
            raise UsageError("there is no question", hint='quoth ask "…", or quoth ask - to read questions from stdin')
        raise typer.Exit(_chat())
    from bot.engine import checked
    from bot.followup import Turn, turn_of

    question = checked(question)
    earlier = [checked(one) for one in after or ()]
    engine = _engine(_settings())
    before: Turn | None = None
    for one in earlier:
        before = turn_of(engine.ask(one, before))
    answer = engine.ask(question, before)
    _printer(as_json=as_json)(answer)
    raise typer.Exit(DONE if answer.quotes else NOTHING_FOUND)


@app.command()
def who(
    sentence: Annotated[str, typer.Argument(help="A sentence or a part of one.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Tell whose words these are, and whether they are exact (else exit code 1)."""
    from bot.engine import checked

    sentence = checked(sentence)
    found = _engine(_settings()).whose(sentence)
    if as_json:
        from bot.contract import whose_to_json

        typer.echo(whose_to_json(found))
    else:
        from rich.console import Console

        from bot.terminal import show_whose

        show_whose(found, Console(highlight=False))
    raise typer.Exit(DONE if found.exact else NOTHING_FOUND)


@app.command()
def add(paths: Annotated[list[Path], typer.Argument(help="Files or folders with posts: text, Markdown.")]) -> None:
    """Add articles to the library."""
    from bot.progress import progress_bar
    from corpus.files import post_files, read_file
    from corpus.library import Library
    from corpus.read import read_post

    library = Library(_settings().library)
    files = [file for path in paths for file in post_files(path)]
    added = known = failed = 0
    with progress_bar() as step:
        for done, file in enumerate(files, 1):
            try:
                reading = read_post(read_file(file), name=str(file))
            except QuothError as error:
                failed += 1
                _complain(error)
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


@app.command()
def remove(ids: Annotated[list[str], typer.Argument(help="Ids, or beginnings of them that fit one article.")]) -> None:
    """Take articles out of the library."""
    from corpus.library import Library

    library = Library(_settings().library)
    for identity in [library.find(prefix) for prefix in ids]:
        library.remove(identity)
        typer.echo(f"removed {identity[:12]}; next: quoth index")


@app.command("list")
def list_articles() -> None:
    """List the articles of the library."""
    from corpus.library import Library

    for article in Library(_settings().library).articles():
        known = [part for part in (article.post.published, article.post.author, article.post.title) if part]
        typer.echo(f"{article.id[:12]}  {' · '.join(known) or article.text[:60].splitlines()[0]}")


@app.command()
def show(identity: Annotated[str, typer.Argument(metavar="ID", help="Id, or a beginning of it.")]) -> None:
    """Show an article block by block, with the voice of each."""
    from corpus.library import Library

    library = Library(_settings().library)
    article = library.get(library.find(identity))
    if article is None:
        raise QuothError(f"article {identity} has just been removed")
    for block in article.blocks:
        marks = "".join(f" [{article.references[position].mark}]" for position in block.references)
        typer.secho(f"{block.voice.value}{marks}  {block.start}:{block.end}", dim=True)
        typer.echo(article.slice(block.start, block.end).rstrip("\n"))


@app.command()
def index() -> None:
    """Build the next generation of the index and publish it."""
    _index(_settings())


@app.command()
def serve() -> None:
    """Run the Telegram bot."""
    from bot.telegram_app import serve as run
    from bot.token import read_token

    settings = _settings()
    run(
        token=read_token(settings),
        engine=_engine(settings),
        base_url=settings.telegram_base_url,
        poll_seconds=settings.telegram_poll_seconds,
    )


def main() -> None:
    """Run the command line; every expected failure becomes one line and an exit code."""
    try:
        app()
    except QuothError as error:
        _complain(error)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(DONE)


def _complain(error: QuothError) -> None:
    typer.echo(f"quoth: {error}" + (f" ({error.hint})" if error.hint else ""), err=True)


def _settings() -> Settings:
    from bot.settings import read_settings

    return read_settings(os.environ, _Rim.home)


def _engine(settings: Settings) -> Engine:
    """Open library, index and models; an empty home gets the sample library first."""
    from bot.engine import Engine
    from corpus.library import Library
    from corpus.samples import add_samples
    from index.generation import current_id
    from index.models import load_encoder, load_reranker

    library = Library(settings.library)
    if current_id(settings.index) is None and not library.ids():
        count = add_samples(library)
        typer.echo(f"{settings.home} is empty: added the {count} posts of the sample library", err=True)
        _index(settings)
    return Engine(
        library,
        settings.index,
        load_encoder(settings.encoder, offline=settings.offline),
        load_reranker(settings.reranker, offline=settings.offline),
    )


def _index(settings: Settings) -> None:
    from bot.progress import progress_bar
    from corpus.library import Library
    from index.build import build
    from index.models import load_encoder

    with progress_bar() as step:
        built = build(
            Library(settings.library),
            settings.index,
            lambda: load_encoder(settings.encoder, offline=settings.offline),
            step,
        )
    what = f"{built.articles} articles, {built.passages} passages"
    if built.changed:
        typer.echo(f"published generation {built.id}: {what}, {built.encoded} newly encoded", err=True)
    else:
        typer.echo(f"nothing has changed since generation {built.id}: {what}", err=True)


def _printer(*, as_json: bool) -> Callable[[Answer], None]:
    if as_json:
        from bot.contract import to_json

        return lambda answer: typer.echo(to_json(answer))
    from rich.console import Console

    from bot.terminal import show as show_answer

    console = Console(highlight=False)
    return lambda answer: show_answer(answer, console)


def _ask_lines(*, as_json: bool) -> int:
    engine = _engine(_settings())
    show_answer = _printer(as_json=as_json)
    code = NOTHING_FOUND
    for line in sys.stdin:
        try:
            answer = engine.ask(line)
        except UsageError as error:
            _complain(error)
            continue
        show_answer(answer)
        if answer.quotes:
            code = DONE
    return code


def _chat() -> int:
    from bot.followup import Turn, turn_of

    engine, show_answer = _engine(_settings()), _printer(as_json=False)
    typer.echo("Ask, and ask on; an empty line ends the chat.", err=True)
    before: Turn | None = None
    while question := _typed():
        try:
            answer = engine.ask(question, before)
        except UsageError as error:
            _complain(error)
            continue
        show_answer(answer)
        before = turn_of(answer)
    return DONE


def _typed() -> str:
    try:
        return input("> ").strip()
    except EOFError:
        return ""
