"""Which answers a new generation changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.answer import Answer, Quote
from bot.engine import Engine, checked
from corpus.errors import UsageError
from index.progress import Progress


@dataclass(frozen=True, slots=True)
class Changed:
    """One question whose answer is another on the new generation."""

    before: Answer
    after: Answer


def read_questions(path: Path) -> list[str]:
    """Return the questions in the file at *path*, one a line; empty lines do not count.

    Raises:
        UsageError: it cannot be read, or a line is no question.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise UsageError(f"cannot read {path}", hint="name a text file with one question a line") from error
    found = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found.append(checked(line))
            except UsageError as error:
                raise UsageError(f"{path}:{number}: {error}", hint=error.hint) from None
    return found


def changed_answers(questions: Sequence[str], old: Engine, new: Engine, progress: Progress) -> Iterator[Changed]:
    """Ask both engines and yield where verdict, quotes, attributions or nearest passages differ."""
    for done, question in enumerate(questions, 1):
        before, after = old.ask(question), new.ask(question)
        if _shown(before) != _shown(after):
            yield Changed(before, after)
        progress("asking old and new", done, len(questions))


def _shown(answer: Answer) -> object:
    return answer.verdict, [_seen(quote) for quote in answer.quotes], [_seen(quote) for quote in answer.nearest]


def _seen(quote: Quote) -> object:
    return quote.id, quote.text, quote.attribution, quote.also_in
