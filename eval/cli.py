"""The command ``quoth-eval``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from corpus.errors import NOTHING_FOUND, QuothError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Measures how good the answers are.\n\nExit codes: 0 done, 1 the gate is shut, 2 wrong usage, 3 failed.",
)


@app.callback()
def _options() -> None:
    pass


@app.command()
def run(
    *,
    gate: Annotated[bool, typer.Option("--gate", help="Fail when an invariant is broken or a voice is wrong.")] = False,
    misses: Annotated[bool, typer.Option("--misses", help="Print the development cases that went wrong.")] = False,
    out: Annotated[Path | None, typer.Option(help="Write the results to this file, one JSON object a line.")] = None,
) -> None:
    """Ask the questions over the sample library and count what comes back."""
    from rich.console import Console

    from bot.contract import to_json
    from eval.cases import read_cases
    from eval.run import run_cases
    from eval.table import show

    console = Console(highlight=False)
    with TemporaryDirectory(prefix="quoth-eval-") as folder:
        results, broken = run_cases(read_cases(), Path(folder))
    show(results, console)
    if out is not None:
        lines = [
            json.dumps({"id": item.case.id, "right": item.found, "answer": json.loads(to_json(item.answer))})
            for item in results
        ]
        out.write_text("\n".join(lines) + "\n")
    for item in results:
        if misses and not item.found and item.case.part == "dev":
            shown = (item.answer.quotes or item.answer.nearest)[:1]
            best = f"{shown[0].score:.2f} {shown[0].text}" if shown else ""
            console.print(f"{item.case.id}: {item.case.question}\n  {item.answer.verdict}: {best}", markup=False)
        broken += [f"{item.case.id}: {line}" for line in item.broken]
        if not item.voice_right:
            broken.append(f"{item.case.id}: the gold words are in the wrong mouth")
    for line in broken:
        console.print(f"broken: {line}", markup=False)
    if gate:
        console.print("gate: shut" if broken else "gate: open, no invariant is broken")
        if broken:
            raise typer.Exit(NOTHING_FOUND)


@app.command()
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


@app.command()
def mutations() -> None:
    """Change what must not be changed in the sample library; exit code 1 when a change passes."""
    from bot.progress import progress_bar
    from eval.mutations import mutate_quotes, mutate_words
    from eval.sample_home import sample_engine

    with TemporaryDirectory(prefix="quoth-eval-") as folder, progress_bar() as step:
        library, engine = sample_engine(Path(folder), step)
        found = [*mutate_quotes(library), *mutate_words(engine, library)]
    for item in found:
        typer.echo(f"{item.name}: {item.caught} of {item.tried} caught")
    if any(item.caught < item.tried for item in found):
        raise typer.Exit(NOTHING_FOUND)


@app.command()
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


@app.command()
def speech(
    folder: Annotated[Path, typer.Argument(help="One part of PolNeAR, with text/ and attributions/ in it.")],
    *,
    misses: Annotated[bool, typer.Option("--misses", help="Print the direct speech that got a wrong speaker.")] = False,
) -> None:
    """Measure who-said-what on PolNeAR.

    Exact: a span counts when both ends are the annotators'. Direct speech: what stands in quotation marks and overlaps
    an annotated content; found when ours overlaps it. Mention: of those found that have a source, ours overlaps it.
    Name: of those whose source holds a person's name, we show one, and it shares a word with the source.
    """
    from eval.speech_score import score_speech

    found = score_speech(folder)
    for role, counts in found.exact.items():
        typer.echo(f"{role}: exact F1 {counts.f1 or 0:.3f}")
    typer.echo(f"direct speech: F1 {found.direct.f1 or 0:.3f} of {found.direct.gold}")
    typer.echo(f"mention right: {found.mention.right} of {found.mention.gold}, {found.mention.predicted} given")
    typer.echo(f"name right: {found.name.right} of {found.name.predicted} shown, {found.name.gold} named")
    typer.echo(f"{found.articles / found.seconds:.1f} articles a second")
    for line in found.wrong if misses else ():
        typer.echo(line)


@app.command("train-speech")
def train_speech(
    folder: Annotated[Path, typer.Argument(help="The training part of PolNeAR.")],
    base: Annotated[Path, typer.Argument(help="Folder of the encoder all-MiniLM-L6-v2 to start from.")],
    out: Annotated[Path, typer.Argument(help="Folder for model.onnx and tokenizer.json.")],
) -> None:
    """Train the tagger that finds speech; needs the dependency group "train"."""
    from bot.progress import progress_bar
    from eval.train_speech import train

    with progress_bar() as step:
        train(folder, base, out, step)


@app.command()
def crash(
    runs: Annotated[int, typer.Option(help="How often the indexer is interrupted.")] = 200,
    seed: Annotated[int, typer.Option(help="Of the moments.")] = 1,
    small_disk: Annotated[
        Path | None, typer.Option(help="A folder on a small disk that is filled up, instead of killing the indexer.")
    ] = None,
) -> None:
    """Interrupt quoth index at random moments over the sample library; exit code 1 when something is amiss after it."""
    from random import Random

    from bot.progress import progress_bar
    from eval.crash import fill_often, kill_often
    from eval.sample_home import sample_indexer

    interrupt = fill_often if small_disk else kill_often
    with TemporaryDirectory(prefix="quoth-eval-", dir=small_disk) as folder, progress_bar() as step:
        found = []
        for item in interrupt(sample_indexer(Path(folder), step), runs, Random(seed)):  # noqa: S311
            found.append(item)
            step("interrupting", len(found), runs)
    told = sum(bool(item.to_do) for item in found)
    typer.echo(f"{len(found)} runs, {sum(item.interrupted for item in found)} interrupted")
    typer.echo(f"answered from the old generation {sum(not item.answered_from_new for item in found)} times, else new")
    typer.echo(f"the doctor was content {len(found) - told} times and named what to do {told} times")
    faults = [fault for item in found for fault in item.faults]
    for fault in faults:
        typer.echo(f"amiss: {fault}")
    typer.echo(f"amiss: {len(faults)}")
    if faults:
        raise typer.Exit(NOTHING_FOUND)


@app.command()
def publish(times: Annotated[int, typer.Option(help="Generations to publish.")] = 50) -> None:
    """Ask without a pause while generations are published; exit code 1 when a question fails or an answer mixes two."""
    from bot.progress import progress_bar
    from eval.hash_encoder import HashEncoder
    from eval.publishing import ask_while_publishing
    from eval.sample_home import sample_indexer
    from index.models import load_reranker

    questions = ("Who keeps the lighthouse?", "When does the toll begin?")
    with TemporaryDirectory(prefix="quoth-eval-") as folder, progress_bar() as step:
        sample_indexer(Path(folder), step)
        found = ask_while_publishing(Path(folder), (HashEncoder(), load_reranker()), questions, times, step)
    typer.echo(f"{found.published} generations published, {found.asked} questions asked meanwhile")
    typer.echo(f"{found.generations} generations answered; the slowest question took {found.slowest:.1f} s")
    for fault in found.faults:
        typer.echo(f"amiss: {fault}")
    typer.echo(f"amiss: {len(found.faults)}")
    if found.faults:
        raise typer.Exit(NOTHING_FOUND)


def main() -> None:
    """Run the command line; every expected failure becomes one line and an exit code."""
    try:
        app()
    except QuothError as error:
        typer.echo(f"quoth-eval: {error}" + (f" ({error.hint})" if error.hint else ""), err=True)
        sys.exit(error.exit_code)
