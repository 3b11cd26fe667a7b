"""Running the cases: every question asked, every answer judged, and what must never happen looked for."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.answer import Answer, Verdict
from bot.engine import Engine
from bot.followup import Turn, turn_of
from eval.beside import Beside
from eval.cases import Case
from eval.gold import Place
from eval.invariants import Break
from eval.mutations import Mutation
from eval.row import Row, row_of
from eval.stages import ranking_values, rankings, relevant
from eval.subject import Subject
from index.progress import Progress


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds that one question took, by stage."""

    encode: float
    rerank: float
    rest: float
    """Search, choice, quotes."""


@dataclass(frozen=True, slots=True)
class Run:
    """Everything that was measured, and what could move a number."""

    made_from: Mapping[str, Any]
    """Generation, models with their hashes, settings, digest of the cases, version of the code, seed."""
    rows: tuple[Row, ...]
    broken: tuple[Break, ...]
    """About library and index, which no single case shows."""
    mutations: tuple[Mutation, ...]
    beside: tuple[Beside, ...]
    """Ours and other systems on the same cases; empty where that was not asked for."""


def run_cases(
    cases: Sequence[tuple[Case, Sequence[Place]]], subject: Subject, progress: Progress
) -> tuple[list[Row], dict[str, Times]]:
    """Ask all *cases*, each with where its gold words stand, and judge the answers.

    Raises:
        QuothError: library or index cannot be read.
    """
    rows: list[Row] = []
    times: dict[str, Times] = {}
    for done, (case, gold) in enumerate(cases, 1):
        answer, took = _timed(case, subject)
        crashed = answer.verdict is Verdict.UNAVAILABLE
        ranked = rankings(answer.whole_question, subject) if gold and not crashed else {}
        values = ranking_values(ranked, relevant(gold, subject))
        rows.append(row_of(case, gold, answer, subject.library, values))
        times[case.id] = took
        progress("asking", done, len(cases))
    return rows, times


def asked(case: Case, engine: Engine) -> Answer:
    """Return the answer to the question of *case* after the ones before it."""
    turn: Turn | None = None
    for question in case.after:
        turn = turn_of(engine.ask(question, turn))
    return engine.ask(case.question, turn)


def _timed(case: Case, subject: Subject) -> tuple[Answer, Times]:
    before = subject.encoder.seconds, subject.reranker.seconds
    began = time.perf_counter()
    try:
        answer = asked(case, subject.engine)
    except Exception as error:  # noqa: BLE001 - a crash is a finding, and the other cases still count
        answer = Answer(f"{type(error).__name__}: {error}", Verdict.UNAVAILABLE, (), (), None, 0.0)
    whole = time.perf_counter() - began
    encode, rerank = subject.encoder.seconds - before[0], subject.reranker.seconds - before[1]
    return answer, Times(encode, rerank, whole - encode - rerank)
