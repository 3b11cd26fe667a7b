"""The gate: what may never happen, and what may not get worse than it was."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from corpus.errors import UsageError
from eval.bootstrap import Interval, interval, interval_of
from eval.metrics import METRICS, Metric
from eval.row import Row
from eval.run import Run

FEWEST: Final = 30  # cases; from fewer nothing is concluded
NEVER: Final = (
    "exactness",
    "whole sentences",
    "one block",
    "key",
    "voice",
    "chain",
    "attribution",
    "turned round",
    "wrong mouth",
    "stranger under “said by”",
    "verdict and quotes",
    "message limits",
    "crash",
    "stored texts",
    "references",
    "indexed voices",
    "indexed once",
    "index fits library",
    "vectors",
    "indexed again",
    "any order",
)
"""The rules that no run may break once."""

State = Literal["passed", "failed", "too few"]
_FROZEN: Final = ConfigDict(extra="forbid", frozen=True)


class Rule(BaseModel):
    """What a metric must keep to."""

    model_config = _FROZEN

    worst: float = Field(ge=0)
    """The value that still passes: a floor, or a ceiling where lower is better."""
    change: float = Field(ge=0)
    """By how much it may be worse than the stored baseline."""


class Rules(BaseModel):
    """What the gate demands; ``gate.toml`` beside this module has the default."""

    model_config = _FROZEN

    metrics: dict[str, Rule]
    slices: dict[str, Rule] = {}
    """On the metric ``right`` over the cases with this tag."""

    @field_validator("metrics")
    @classmethod
    def _known(cls, metrics: dict[str, Rule]) -> dict[str, Rule]:
        if unknown := sorted(metrics.keys() - METRICS.keys()):
            raise ValueError(f"no metric {unknown[0]!r}, known are {', '.join(METRICS)}")
        return metrics


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that the gate looked at."""

    name: str
    state: State
    detail: str


def read_rules(path: Path | None = None) -> Rules:
    """Return the rules in the TOML file *path*, without it the default ones.

    Raises:
        UsageError: it cannot be read, or is not such a file.
    """
    name = str(path or "gate.toml")
    try:
        text = path.read_text() if path else files("eval").joinpath("gate.toml").read_text()
        return Rules(**tomllib.loads(text))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(map(str, first["loc"]))
        raise UsageError(f"{name}, {field}: {first['msg'].lower()}", hint="see eval/gate.toml") from None
    except (OSError, ValueError) as error:
        raise UsageError(f"cannot read the rules {name}: {error}", hint="see eval/gate.toml") from error


def judged(run: Run, rules: Rules, baseline: Sequence[Row]) -> list[Check]:
    """Return every check of *run*; an empty *baseline* is compared with nothing."""
    return [
        *_never(run),
        *(_within(METRICS[name], name, run.rows, rule, baseline) for name, rule in rules.metrics.items()),
        *_slices(run.rows, rules.slices, baseline),
    ]


def _never(run: Run) -> Iterator[Check]:
    broken: dict[str, list[str]] = {name: [] for name in NEVER}
    for item in run.broken:
        broken[item.rule].append(item.detail)
    for row in run.rows:
        for item in row.broken:
            broken[item.rule].append(f"case {row.id}, {item.detail}")
    for name, details in broken.items():
        more = f" (and {len(details) - 1} more)" if len(details) > 1 else ""
        yield Check(name, "failed" if details else "passed", f"{details[0]}{more}" if details else "never broken")
    for mutation in run.mutations:
        state: State = "passed" if mutation.caught == mutation.tried else "failed"
        yield Check(f"mutation: {mutation.name}", state, f"{mutation.caught} of {mutation.tried} caught")


def _slices(rows: Sequence[Row], rules: Mapping[str, Rule], baseline: Sequence[Row]) -> Iterator[Check]:
    for name in dict.fromkeys((*rules, *sorted({tag for row in rows for tag in row.slices}))):
        chosen = [row for row in rows if name in row.slices]
        if name in rules or len(chosen) < FEWEST:
            rule = rules.get(name, Rule(worst=0, change=1))
            yield _within(METRICS["right"], f"slice {name}", chosen, rule, baseline)


def _within(metric: Metric, name: str, rows: Sequence[Row], rule: Rule, baseline: Sequence[Row]) -> Check:
    counted = [row for row in rows if _counts(row, metric)]
    value = metric.of(rows)
    if len(counted) < FEWEST or value is None:
        return Check(name, "too few", f"{len(counted)} cases, {FEWEST} are needed")
    better = 1 if metric.higher_is_better else -1
    told = f"{value:.3f} over {len(counted)} cases"
    if better * value < better * rule.worst:
        return Check(name, "failed", f"{told}; {'at least' if better > 0 else 'at most'} {rule.worst:.3f} is demanded")
    change = changed(metric, rows, baseline)
    if change is None:
        return Check(name, "passed", told)
    told += f"; {change.mean:+.3f} [{change.low:+.3f}, {change.high:+.3f}] against the baseline"
    surely_worse = max(better * change.low, better * change.high) < 0
    if better * change.mean < -rule.change and surely_worse:
        return Check(name, "failed", f"{told}; worse by more than {rule.change:.3f}")
    return Check(name, "passed", told)


def _counts(row: Row, metric: Metric) -> bool:
    return metric.of([row]) is not None


def changed(metric: Metric, rows: Sequence[Row], before: Sequence[Row]) -> Interval | None:
    """Return how *metric* changed from *before*, over the same cases; None when there are none.

    The interval is of a paired bootstrap over cases: one that does not hold 0 is hardly chance.
    """
    known = {(row.id, row.digest): row for row in before}
    pairs = [(row, known[row.id, row.digest]) for row in rows if (row.id, row.digest) in known]
    if metric.per_case is None:
        return interval_of(pairs, lambda drawn: _difference(metric, drawn))
    values = [(now.values.get(metric.per_case), then.values.get(metric.per_case)) for now, then in pairs]
    return interval([now - then for now, then in values if now is not None and then is not None])


def _difference(metric: Metric, pairs: Sequence[tuple[Row, Row]]) -> float | None:
    now, then = metric.of([new for new, _ in pairs]), metric.of([old for _, old in pairs])
    return None if now is None or then is None else now - then
