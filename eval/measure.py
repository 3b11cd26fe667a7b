"""One whole measurement: cases, builds and mutations."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from eval.beside import others, ours
from eval.bootstrap import SEED
from eval.build_checks import broken_by_build
from eval.cases import Case
from eval.gold import located
from eval.mutations import mutate_quotes, mutate_words, sentences_of
from eval.provenance import made_from
from eval.run import Run, Times, run_cases
from eval.subject import Subject
from index.progress import Progress

SENTENCES: Final = 120  # that are changed and put to ``who``, each in every way it can be


def measure(
    cases: Sequence[Case], subject: Subject, folder: Path, progress: Progress, *, rebuild: bool
) -> tuple[Run, dict[str, Times]]:
    """Ask all *cases* and look for what must never happen; *folder* takes what is built to compare.

    Raises:
        UsageError: the gold words of a case are not where it says.
        QuothError: library or index cannot be read.
    """
    asked = located(cases, subject.library)
    rows, times = run_cases(asked, subject, progress)
    broken = tuple(broken_by_build(subject, folder, rebuild=rebuild))
    every = sentences_of(subject.library)
    draw = random.Random(SEED)  # noqa: S311 - draws sentences, hides nothing
    drawn = draw.sample(every, min(SENTENCES, len(every)))
    mutations = (*mutate_quotes(subject.library, every), *mutate_words(subject.engine.whose, drawn))
    beside = (ours(rows), *others(asked, subject))
    return Run(made_from(cases, subject), tuple(rows), broken, mutations, beside), times
