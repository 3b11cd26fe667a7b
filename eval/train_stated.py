"""Training the heads of :mod:`bot.stated`: logistic regression over what the cross-encoder's middle layers hold.

The head for passages is fitted to all pairs, then its values are made log-odds for the best passage of a question:
by a fit over values that come from a model which has not seen the pair's group. The head for sentences is fitted to
what tells them from the mean of their passage, then scaled so that its differences are log-odds beside the passage's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from bot.stated import Heads
from eval.clapnq import answered_at
from eval.stated_pairs import Pair
from index.encoder import Reading, Reranker
from index.progress import Progress
from index.span_reader import LOGITS

WEIGHTS: Final = {"clapnq": 2.0, "cases": 1.0, "xquad": 0.3, "news": 0.5}
"""What a pair of each source counts: labels of news are guessed, XQuAD's paragraphs answer most that is near them."""
SENTENCE_WEIGHTS: Final = {"clapnq": 1.0, "cases": 1.0, "xquad": 1.0, "news": 0.5}
STRENGTH: Final = 3e-3  # inverse of the penalty on standardized states
FREER: Final = 5.0  # so much more the last features may weigh, the logits of an answer, which are no states
FOLDS: Final = 8
WORKERS: Final = 2

Values = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Read:
    """What the cross-encoder made of a pair."""

    logit: float
    reading: Reading


@dataclass(frozen=True, slots=True)
class Trained:
    """Heads, and what they are worth on pairs that they have not seen."""

    heads: Heads
    passages: dict[str, tuple[float, float]]
    """By source: AUROC of the logit alone, and of the head, over pairs."""
    sentences: dict[str, float]
    """By source: share of passages whose best sentence is a right one."""
    unanswerable: float | None
    """Share of ClapNQ's unanswerable questions above the value that nine in ten of its answerable ones reach."""


def read_pairs(pairs: Sequence[Pair], reranker: Reranker, progress: Progress) -> list[Read]:
    """Have each pair read."""
    with ThreadPoolExecutor(WORKERS) as pool:
        return list(_counted(pool.map(lambda pair: _read(pair, reranker), pairs), len(pairs), progress))


def _read(pair: Pair, reranker: Reranker) -> Read:
    found = reranker.read(pair.question, [pair.text])
    assert found is not None  # noqa: S101  the default model shows its layers
    return Read(float(reranker.logits(pair.question, [pair.text.text])[0]), found[0])


def _counted(found: Iterator[Read], total: int, progress: Progress) -> Iterator[Read]:
    for done, item in enumerate(found, 1):
        yield item
        progress("reading", done, total)


def train(pairs: Sequence[Pair], read: Sequence[Read]) -> Trained:
    """Fit the heads to *pairs*, read in this order."""
    states = np.array([pair.states for pair in pairs])
    source = np.array([pair.source for pair in pairs])
    worth = np.array([WEIGHTS[name] for name in source])
    found = np.stack([item.reading.whole for item in read]).astype(np.float64)
    logits = np.array([item.logit for item in read])
    unseen = _unseen(pairs, lambda seen: _fit(found[seen], states[seen], worth[seen]), found)
    weights, bias = _fit(found, states, worth)
    parts, part_values = _train_sentences(pairs, read)
    best = _best(pairs, unseen)
    slope, offset, per_gap = _calibrated(pairs, unseen, part_values, best)
    (plain_slope,), plain_offset = _plain_fit(logits[best, None], states[best])
    heads = Heads(
        (slope * weights).astype(np.float32),
        slope * bias + offset,
        (per_gap * parts).astype(np.float32),
        (plain_slope, plain_offset),
    )
    of_clapnq = source == "clapnq"
    unanswerable = answered_at(0.9, unseen[of_clapnq & states].tolist(), unseen[of_clapnq & ~states].tolist())
    return Trained(heads, _auroc(source, states, logits, unseen), _chosen_right(pairs, part_values), unanswerable)


def _train_sentences(pairs: Sequence[Pair], read: Sequence[Read]) -> tuple[Values, list[Values]]:
    """Return the weights, and for each pair the values of its sentences from a model that has not seen its group."""
    centered = [_centered(item.reading) for item in read]
    useful = np.array([any(pair.right) for pair in pairs])

    def fit(seen: npt.NDArray[np.int64]) -> Values:
        rows = [row for row in seen if useful[row]]
        worth = [np.full(len(pairs[row].right), SENTENCE_WEIGHTS[pairs[row].source]) for row in rows]
        right = np.concatenate([pairs[row].right for row in rows])
        return _fit(np.concatenate([centered[row] for row in rows]), right, np.concatenate(worth))[0]

    values: list[Values] = [np.zeros(0)] * len(pairs)
    for seen, held in _folds(pairs):
        weights = fit(seen)
        for row in held:
            values[row] = centered[row] @ weights
    return fit(np.arange(len(pairs))), values


def _centered(reading: Reading) -> Values:
    parts = reading.parts.astype(np.float64)
    return np.asarray(parts - parts.mean(axis=0) if len(parts) else parts)


def _best(pairs: Sequence[Pair], unseen: Values) -> list[int]:
    """Return the best pair of each development case: what a question is answered or refused by."""
    best: dict[str, int] = {}
    for row, pair in enumerate(pairs):
        if pair.source == "cases" and (pair.question not in best or unseen[row] > unseen[best[pair.question]]):
            best[pair.question] = row
    return list(best.values())


def _calibrated(
    pairs: Sequence[Pair], unseen: Values, parts: Sequence[Values], best: Sequence[int]
) -> tuple[float, float, float]:
    """Return slope and offset that make values of passages log-odds, and the slope that does it for sentences."""
    (slope,), offset = _plain_fit(unseen[best, None], np.array([pairs[row].states for row in best]))
    rows, right = [], []
    for row in best:
        if len(parts[row]):
            rows += [[unseen[row], value - parts[row].max()] for value in parts[row]]
            right += list(pairs[row].right or [False] * len(parts[row]))
    (whole, gap), _ = _plain_fit(np.array(rows), np.array(right))
    return slope, offset, gap / whole * slope


def _auroc(source: Any, states: Bools, logits: Values, unseen: Values) -> dict[str, tuple[float, float]]:
    from sklearn.metrics import roc_auc_score

    of = {name: source == name for name in WEIGHTS}
    return {
        name: (float(roc_auc_score(states[rows], logits[rows])), float(roc_auc_score(states[rows], unseen[rows])))
        for name, rows in of.items()
    }


def _chosen_right(pairs: Sequence[Pair], parts: Sequence[Values]) -> dict[str, float]:
    hits: dict[str, list[bool]] = {name: [] for name in WEIGHTS}
    for pair, values in zip(pairs, parts, strict=True):
        if any(pair.right):
            hits[pair.source].append(pair.right[int(np.argmax(values))])
    return {name: float(np.mean(found)) for name, found in hits.items()}


def save(heads: Heads, path: Path) -> None:
    """Write *heads* as :func:`bot.stated.load_heads` reads them."""
    np.savez(
        path, passage=heads.passage, bias=np.float64(heads.bias), sentence=heads.sentence, plain=np.array(heads.plain)
    )


def _folds(pairs: Sequence[Pair]) -> Iterator[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]]:
    from sklearn.model_selection import GroupKFold

    yield from GroupKFold(FOLDS).split(np.zeros(len(pairs)), groups=[pair.group for pair in pairs])


def _unseen(
    pairs: Sequence[Pair], fit: Callable[[npt.NDArray[np.int64]], tuple[Values, float]], found: Values
) -> Values:
    values = np.zeros(len(pairs))
    for seen, held in _folds(pairs):
        weights, bias = fit(seen)
        values[held] = found[held] @ weights + bias
    return values


def _fit(found: Values, states: Any, worth: Values) -> tuple[Values, float]:
    """Return weights and bias over the features as they are, fitted over standardized ones."""
    from sklearn.linear_model import LogisticRegression

    mean, spread = found.mean(axis=0), found.std(axis=0) + 1e-9
    spread[-LOGITS:] /= FREER
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit((found - mean) / spread, states, sample_weight=worth)
    weights = model.coef_[0] / spread
    return weights, float(model.intercept_[0] - weights @ mean)


def _plain_fit(found: Values, states: Any) -> tuple[list[float], float]:
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=1e3).fit(found, states)
    return [float(value) for value in model.coef_[0]], float(model.intercept_[0])
