"""Commands that answer: ``ask`` and ``who``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli_home import complain, open_engine, settings_here
from corpus.errors import DONE, NOTHING_FOUND, UsageError

if TYPE_CHECKING:
    from bot.answer import Answer
    from bot.engine import Engine
    from bot.turn import Turn


def ask(
    question: Annotated[str | None, typer.Argument(help="The question; - reads one a line from stdin.")] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object for each question.")] = False,
    after: Annotated[
        list[str] | None, typer.Option(help="An earlier question of the conversation, oldest first; for a follow-up.")
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show what each stage saw, too.")] = False,
) -> None:
    """Answer a question; without one, chat."""
    if question == "-":
        raise typer.Exit(_ask_lines(as_json=as_json))
    if question is None:
        if not sys.stdin.isatty():
            raise UsageError("there is no question", hint='quoth ask "…", or quoth ask - to read questions from stdin')
        raise typer.Exit(_chat())
    from bot.engine import checked
    from bot.followup import turn_of

    question = checked(question)
    earlier = [checked(one) for one in after or ()]
    engine = open_engine(settings_here())
    before: Turn | None = None
    for one in earlier:
        before = turn_of(engine.ask(one, before))
    answer = _explained(engine, question, before) if explain else engine.ask(question, before)
    _printer(as_json=as_json)(answer)
    raise typer.Exit(DONE if answer.quotes else NOTHING_FOUND)


def who(
    sentence: Annotated[str, typer.Argument(help="A sentence or a part of one.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Tell whose words these are, and whether they are exact (else exit code 1)."""
    from bot.engine import checked

    sentence = checked(sentence, "sentence")
    found = open_engine(settings_here()).whose(sentence)
    if as_json:
        from bot.contract import whose_to_json

        typer.echo(whose_to_json(found))
    else:
        from rich.console import Console

        from bot.terminal import show_whose

        show_whose(found, Console(highlight=False))
    raise typer.Exit(DONE if found.exact else NOTHING_FOUND)


def _explained(engine: Engine, question: str, before: Turn | None) -> Answer:
    """Print on stderr what each stage saw, and return the answer."""
    from rich.console import Console

    from bot.explain import show_explained

    found = engine.explain(question, before)
    show_explained(found, Console(highlight=False, stderr=True))
    return found.answer


def _printer(*, as_json: bool) -> Callable[[Answer], None]:
    if as_json:
        from bot.contract import to_json

        return lambda answer: typer.echo(to_json(answer))
    from rich.console import Console

    from bot.terminal import show as show_answer

    console = Console(highlight=False)
    return lambda answer: show_answer(answer, console)


def _ask_lines(*, as_json: bool) -> int:
    engine = open_engine(settings_here())
    show_answer = _printer(as_json=as_json)
    code = NOTHING_FOUND
    for line in sys.stdin:
        try:
            answer = engine.ask(line)
        except UsageError as error:
            complain(error)
            continue
        show_answer(answer)
        if answer.quotes:
            code = DONE
    return code


def _chat() -> int:
    from bot.followup import turn_of

    engine, show_answer = open_engine(settings_here()), _printer(as_json=False)
    with suppress(ImportError):  # not on Windows, whose terminal does this itself
        import readline  # noqa: F401 - lets the arrow keys move and bring back what was typed
    typer.echo("Ask, and ask on; an empty line ends the chat.", err=True)
    before: Turn | None = None
    while question := _typed():
        try:
            answer = engine.ask(question, before)
        except UsageError as error:
            complain(error)
            continue
        show_answer(answer)
        before = turn_of(answer)
    return DONE


def _typed() -> str:
    try:
        return input("> ").strip()
    except EOFError:
        return ""
