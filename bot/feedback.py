"""What readers thought of answers: a summary, and drafts of cases for those who measure."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256

from bot.keyboard import JUDGMENTS
from bot.store import Judgment


def draft_case(judgment: Judgment) -> str:
    """Return *judgment* as one line of JSON in the form of a case; a person has to add what is right."""
    at = datetime.fromtimestamp(judgment.at, UTC).isoformat(timespec="seconds")
    question = judgment.understood_as or judgment.question
    identity = sha256(f"{at} {question}".encode()).hexdigest()[:8]
    record = {
        "id": f"feedback-{identity}",
        "part": "draft",
        "kind": f"feedback_{judgment.kind}",
        "question": question,
        "typed": judgment.question,
        "answered": judgment.verdict == "answered",
        "verdict": judgment.verdict,
        "quotes": list(judgment.quotes),
        "generation": judgment.generation,
        "at": at,
    }
    return json.dumps(record, ensure_ascii=False)


def summary(judgments: Sequence[Judgment]) -> Iterator[str]:
    """Yield how often each judgment was given, then the questions whose answers were not right, oldest first."""
    counts = Counter(item.kind for item in judgments)
    yield ", ".join(f"{kind.replace('_', ' ')}: {counts[kind]}" for kind in JUDGMENTS)
    for item in judgments:
        if item.kind != "right":
            day = datetime.fromtimestamp(item.at, UTC).date()
            yield f"{day}  {item.kind.replace('_', ' ')}: {item.understood_as or item.question}"
