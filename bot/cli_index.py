"""Commands for the index: ``index`` and ``rollback``."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli_home import build_index, encoder_of, multilingual_at_hand, multilingual_here, reranker_of, settings_here
from corpus.errors import UsageError

if TYPE_CHECKING:
    from bot.compare import Changed
    from bot.settings import Settings
    from index.plan import Plan

SHOWN = 10  # articles of each kind that a plan names


def index(
    *,
    plan: Annotated[bool, typer.Option("--plan", help="Say what would be done, and touch nothing.")] = False,
    diff: Annotated[
        Path | None,
        typer.Option(help="A file with one question a line: show whose answers change; publishes only with --yes."),
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Publish even when much of the index would be gone, or after --diff.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Build the next generation of the index from what changed, and publish it."""
    from index.terms import Terms

    settings = settings_here()
    if plan and (diff or yes):
        raise UsageError("--plan touches nothing", hint="leave out --diff and --yes")
    if plan:
        _plan(settings, as_json=as_json)
    elif diff:
        _diff(settings, diff, publish=yes, as_json=as_json)
    else:
        built = build_index(settings, Terms(churn=None if yes else settings.churn, keep=settings.keep))
        if as_json:
            typer.echo(json.dumps(asdict(built)))


def rollback(
    generation: Annotated[
        str | None, typer.Argument(help="Its id or a beginning of it; without one, the one that served before.")
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Let an earlier generation of the index serve again."""
    from index.publish import rollback as go_back

    before, now = go_back(settings_here().index, generation)
    if as_json:
        typer.echo(json.dumps({"before": before, "now": now}))
    else:
        typer.echo(f"generation {now} serves again instead of {before}; the library is as it was: quoth index goes on")


def _plan(settings: Settings, *, as_json: bool) -> None:
    from bot.progress import progress_bar
    from corpus.library import Library
    from index.plan import make_plan

    others = multilingual_at_hand(settings)
    with progress_bar() as step:
        found = make_plan(Library(settings.library), settings.index, lambda: encoder_of(settings), step, others)
    if as_json:
        typer.echo(json.dumps({**asdict(found), "seconds": round(found.seconds, 1)}))
    else:
        typer.echo("\n".join(_plan_lines(found, settings.churn)))


def _plan_lines(plan: Plan, churn: float) -> list[str]:
    from index.build import is_much

    if plan.nothing_to_do:
        return [f"nothing has changed since generation {plan.generation}"]
    kinds = (("+", "added", plan.added), ("~", "changed", plan.changed), ("-", "removed", plan.removed))
    lines = [", ".join(f"{len(ids)} articles {name}" for _, name, ids in kinds)]
    for sign, _, ids in kinds:
        lines += [f"  {sign} {identity[:12]}" for identity in ids[:SHOWN]]
        if len(ids) > SHOWN:
            lines.append(f"  {sign} and {len(ids) - SHOWN} more (--json names them)")
    if plan.read_anew:
        lines.append(f"{plan.read_anew} articles are first read anew, since an older version of quoth analysed them")
    rate = f", about {plan.seconds:.0f} s at {plan.rate:.0f} a second" if plan.rate else ""
    lines.append(f"{plan.to_encode} vectors to make for {plan.passages} passages{rate}")
    lines.append(f"{plan.lost} of {plan.indexed} indexed passages would be gone")
    much = is_much(plan.lost, plan.indexed, churn)
    lines.append("that is much: quoth index --yes" if much else "nothing was touched; to do it: quoth index")
    return lines


def _diff(settings: Settings, questions: Path, *, publish: bool, as_json: bool) -> None:
    from bot.compare import changed_answers, read_questions
    from bot.engine import Engine
    from bot.progress import progress_bar
    from corpus.library import Library
    from index.errors import IndexMissingError
    from index.generation import current_id
    from index.terms import Terms

    asked, before = read_questions(questions), current_id(settings.index)
    if before is None:
        raise IndexMissingError("there is no index yet to compare with", hint="build it: quoth index")
    built = build_index(settings, Terms(publish=False))
    library, encoder, reranker = Library(settings.library), encoder_of(settings), reranker_of(settings)
    others = multilingual_here(settings)
    old, new = (Engine(library, settings.index / name, encoder, reranker, others) for name in (before, built.id))
    with progress_bar() as step:
        changed = list(changed_answers(asked, old, new, step)) if built.changed else []
    _show_changes(changed, len(asked), before, built.id, as_json=as_json)
    if publish:
        build_index(settings, Terms(keep=settings.keep))
    elif built.changed:
        typer.echo("to publish it: quoth index", err=True)


def _show_changes(changed: list[Changed], asked: int, before: str, after: str, *, as_json: bool) -> None:
    from bot.contract import to_json

    if as_json:
        pairs = [
            {"before": json.loads(to_json(item.before)), "after": json.loads(to_json(item.after))} for item in changed
        ]
        typer.echo(json.dumps({"asked": asked, "before": before, "after": after, "changed": pairs}))
        return
    from rich.console import Console

    from bot.terminal import show_changes

    console = Console(highlight=False)
    console.print(f"{len(changed)} of {asked} answers change from {before} to {after}")
    if changed:
        show_changes(changed, console)
