"""The doctor's findings in the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from bot.check import Check, State

_STYLE = {State.OK: "green", State.TO_DO: "yellow", State.BROKEN: "red"}


def show_checks(found: Sequence[Check], console: Console) -> None:
    """Print one line for each finding, with what mends it, and a summary."""
    width = max(len(check.name) for check in found)
    for check in found:
        remedy = f" → {check.remedy}" if check.remedy else ""
        console.print(
            Text.assemble((f"{check.state.value:6}", _STYLE[check.state]), f"  {check.name:{width}}  {check.message}"),
            Text(remedy, style="bold"),
            sep="",
            soft_wrap=True,
        )
    counts = Counter(check.state for check in found)
    console.print(
        f"{len(found)} checks: {counts[State.OK]} ok, {counts[State.TO_DO]} to do, {counts[State.BROKEN]} broken"
    )
