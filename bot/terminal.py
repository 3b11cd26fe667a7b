"""The face in the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from bot.answer import Answer, Quote, Verdict
from bot.compare import Changed
from bot.groups import groups
from bot.interface import ENGLISH
from bot.line import also_in
from bot.refusal import heading, refusal, verdict_on
from bot.texts import NEAREST, NOTHING, UNDERSTOOD
from bot.who import Whose
from corpus.article import Voice


def show(answer: Answer, console: Console) -> None:
    """Print *answer*."""
    console.print(Group(*_parts(answer)))


def show_whose(found: Whose, console: Console) -> None:
    """Print whose words a sentence is."""
    console.print(Group(*_places(found)))


def show_changes(changed: Sequence[Changed], console: Console) -> None:
    """Print a table of the answers that change, with the quotes that went and came."""
    table = Table("question", "before", "after", show_lines=True)
    for item in changed:
        table.add_row(Text(item.before.question), _brief(item.before), _brief(item.after))
    console.print(table)


def _brief(answer: Answer) -> Text:
    lines = [answer.verdict.value]
    lines += [f"{quote.text}\n— {quote.attribution}" for quote in answer.quotes]
    return Text("\n".join(lines))


def _places(found: Whose) -> Iterator[RenderableType]:
    yield Text(verdict_on(found), style="bold")
    for place in found.places:
        for difference in place.differences:
            yield Text.assemble(
                "  ", (difference.yours or NOTHING, "red"), " → ", (difference.printed or NOTHING, "green")
            )
        yield _quote(place.quote)


def _parts(answer: Answer) -> Iterator[RenderableType]:
    if answer.understood_as:
        yield Text(ENGLISH.say(UNDERSTOOD, question=answer.understood_as), style="dim")
    if answer.verdict is not Verdict.ANSWERED:
        yield Text(refusal(answer), style="bold")
        if answer.nearest:
            yield Text(NEAREST, style="dim")
    for quote in answer.nearest:
        yield _quote(quote)
    for group in groups(answer):
        if words := heading(group):
            yield Text(words, style="bold")
        for quote in group.quotes:
            yield _quote(quote)


def _quote(quote: Quote) -> RenderableType:
    words = Text(quote.text)
    words.stylize("bold", quote.key[0] - quote.start, quote.key[1] - quote.start)
    press = quote.voice is Voice.PRESS
    label = "press" if press else "comment of the post’s author"
    lines: list[RenderableType] = [
        Panel(words, title=label, title_align="left", border_style="cyan" if press else "yellow", padding=(0, 1)),
        Padding(Text(f"— {quote.attribution}"), (0, 2)),
    ]
    lines += [Padding(Text(also_in(other, quote), style="dim"), (0, 4)) for other in quote.also_in]
    # A link over the whole address: a broken line must not break it.
    lines.append(Padding(Text(quote.id, style=f"dim link {quote.url}" if quote.url else "dim"), (0, 4)))
    return Group(*lines)
