"""Cases: questions over the sample library with what must come back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from bot.groups import GroupKind
from corpus.article import Voice


@dataclass(frozen=True, slots=True)
class Gold:
    """What answers a question."""

    post: str
    """File name of the sample post without its suffix."""
    words: str
    """Words of the answering sentence."""
    voice: Voice
    speaker: str | None
    group: GroupKind | None
    """Under which heading the words belong, where the question asks for somebody's."""


@dataclass(frozen=True, slots=True)
class Case:
    """One question; without gold the corpus does not answer it."""

    id: str
    part: str
    """``dev`` to tune on, ``test`` to report."""
    kind: str
    question: str
    gold: Gold | None
    party: tuple[str, ...]
    """Speakers that count as the one whose words are asked for, as the articles name them; empty: nobody's are."""


def read_cases() -> list[Case]:
    """Return the cases that ship with the package."""
    lines = files("eval").joinpath("cases.jsonl").read_text().splitlines()
    return [_case(json.loads(line)) for line in lines]


def _case(record: dict[str, Any]) -> Case:
    gold = None
    if "gold" in record:
        gold = Gold(record["post"], record["gold"], Voice(record["voice"]), record["speaker"], _group(record))
    return Case(record["id"], record["part"], record["kind"], record["question"], gold, tuple(record.get("party", ())))


def _group(record: dict[str, Any]) -> GroupKind | None:
    return GroupKind(record["group"]) if "group" in record else None
