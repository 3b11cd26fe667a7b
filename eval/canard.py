"""Rewriting measured on CANARD: the words of a person's rewriting that our rules bring into a question.

A conversation of CANARD is about one section of an encyclopedia's page; the page's title stands for the names in what
was shown, beside those in the answers. Only questions with one before them count.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bot.followup import Turn, made_whole, turn_after
from bot.name_runs import names_in
from corpus.errors import QuothError

_FUNCTION: Final = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "by",
        "with",
        "and",
        "or",
        "as",
        "about",
        "any",
        "other",
        "there",
        "this",
        "that",
        "what",
        "who",
        "whom",
        "when",
        "where",
        "why",
        "which",
        "how",
        "is",
        "are",
        "was",
        "were",
        "be",
        "did",
        "do",
        "does",
        "has",
        "have",
        "had",
        "can",
        "could",
        "will",
        "would",
        "he",
        "she",
        "it",
        "they",
        "him",
        "her",
        "them",
        "his",
        "hers",
        "its",
        "their",
        "s",
        "besides",
        "aside",
    ]
)


@dataclass(frozen=True, slots=True)
class Rewritten:
    """Counts over all questions."""

    questions: int
    """With a question before, and words that the person added."""
    complete: int
    """To which the person added nothing."""
    complete_changed: int
    """Of these, how many got other words from us."""
    added: int
    """Words that we added; ``right``: that the person added too."""
    right: int
    missing: int
    """Words that the person added."""
    names: int
    """Words of names among these; ``names_right``: that we added too."""
    names_right: int


def measure_canard(path: Path) -> Rewritten:
    """Make every question of *path* whole and compare.

    Raises:
        QuothError: the file cannot be read or is no part of CANARD.
    """
    counts = dict.fromkeys(Rewritten.__dataclass_fields__, 0)
    try:
        records = [record for record in json.loads(path.read_bytes()) if len(record["History"]) >= 4]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise QuothError(f"cannot read {path}", hint="name a file of CANARD: dev.json") from error
    for record in records:
        for name, count in _counted(record).items():
            counts[name] += count
    return Rewritten(**counts)


def _counted(record: Mapping[str, Any]) -> dict[str, int]:
    question, rewrite = str(record["Question"]), str(record["Rewrite"])
    typed = _words(question)
    missing, added = _words(rewrite) - typed, _words(made_whole(question, _turn(record["History"]))) - typed
    if not missing:
        return {"complete": 1, "complete_changed": int(bool(added))}
    names = set().union(*map(_words, names_in(rewrite))) - typed
    return {
        "questions": 1,
        "added": len(added),
        "right": len(added & missing),
        "missing": len(missing),
        "names": len(names),
        "names_right": len(names & added),
    }


def _turn(history: list[str]) -> Turn:
    title = history[0].partition(" (")[0]
    turn: Turn | None = None
    for asked, answer in zip(history[2::2], history[3::2], strict=False):
        whole = made_whole(asked, turn) if turn else asked
        turn = turn_after(turn, whole, {"title": f"It is about {title}.", "answer": answer}, None)
    if turn is None:
        raise QuothError("a question of CANARD has no question before it")
    return turn


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold())) - _FUNCTION
