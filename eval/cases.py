"""Cases: questions over the sample library with what must come back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files

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


@dataclass(frozen=True, slots=True)
class Case:
    """One question; without gold the corpus does not answer it."""

    id: str
    part: str
    """``dev`` to tune on, ``test`` to report."""
    kind: str
    question: str
    gold: Gold | None


def read_cases() -> list[Case]:
    """Return the cases that ship with the package."""
    lines = files("eval").joinpath("cases.jsonl").read_text().splitlines()
    return [_case(json.loads(line)) for line in lines]


def _case(record: dict[str, str]) -> Case:
    gold = None
    if "gold" in record:
        gold = Gold(record["post"], record["gold"], Voice(record["voice"]), record["speaker"])
    return Case(record["id"], record["part"], record["kind"], record["question"], gold)
