"""Training the head of :mod:`bot.stated`: logistic regression over what the cross-encoder's middle layers hold.

Weights are found by two fits: one over the states, whose values for each pair come from a model that has not seen the
pair's group, then one over these values and the other passages found, which gives the constants of :mod:`bot.choose`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from bot.stated import Head
from eval.stated_pairs import Pair
from index.encoder import Reranker
from index.progress import Progress

WEIGHTS: Final = {"clapnq": 2.0, "cases": 1.0, "news": 0.5}
"""What a pair of each source counts: labels of news are guessed, and there are fewest of ClapNQ."""
SEARCHED: Final = ("clapnq", "cases")  # sources whose pairs know what else was found
STRENGTH: Final = 3e-3  # inverse of the penalty on standardized states
FOLDS: Final = 8

Values = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Trained:
    """A head, and what it is worth on pairs that it has not seen."""

    head: Head
    constants: tuple[float, float, float]
    """STATED, OTHERS and OFFSET of :mod:`bot.choose`."""
    unseen: dict[str, tuple[float, float]]
    """By source: AUROC of the logit alone, and of the head, over pairs."""


def features(pairs: Sequence[Pair], reranker: Reranker, progress: Progress) -> Values:
    """Return the states and the logit of each pair, shape ``(number of pairs, n + 1)``."""
    return np.stack(list(_features(pairs, reranker, progress))).astype(np.float64)


def _features(pairs: Sequence[Pair], reranker: Reranker, progress: Progress) -> Iterator[npt.NDArray[np.float32]]:
    for done, pair in enumerate(pairs, 1):
        logits, states = reranker.states(pair.question, [pair.text])
        assert states is not None  # noqa: S101  the default model shows its layers
        yield np.append(states[0], logits[0])
        progress("reading", done, len(pairs))


def train(pairs: Sequence[Pair], found: Values) -> Trained:
    """Fit the head to *pairs* with these features."""
    from sklearn.metrics import roc_auc_score
    from sklearn.model_selection import GroupKFold

    states = np.array([pair.states for pair in pairs])
    source = np.array([pair.source for pair in pairs])
    worth = np.array([WEIGHTS[name] for name in source])
    unseen = np.zeros(len(pairs))
    for seen, held in GroupKFold(FOLDS).split(found, states, [pair.group for pair in pairs]):
        unseen[held] = _values(_fit(found[seen], states[seen], worth[seen]), found[held])
    known = np.isin(source, SEARCHED)
    others = np.array([pair.others or 0.0 for pair in pairs])
    (stated, of_others), offset = _plain_fit(np.stack([unseen, others], axis=1)[known], states[known])
    (slope,), intercept = _plain_fit(found[:, -1:], states, worth)
    weights, bias = _fit(found, states, worth)
    return Trained(
        Head(weights.astype(np.float32), bias, (slope, intercept)),
        (stated, of_others, offset),
        {
            name: (
                float(roc_auc_score(states[source == name], found[source == name, -1])),
                float(roc_auc_score(states[source == name], unseen[source == name])),
            )
            for name in WEIGHTS
        },
    )


def save(head: Head, path: Path) -> None:
    """Write *head* as :func:`bot.stated.load_head` reads it."""
    np.savez(path, weights=head.weights, bias=np.float64(head.bias), plain=np.array(head.plain))


def _fit(found: Values, states: Any, worth: Values) -> tuple[Values, float]:
    """Return weights and bias over the features as they are, fitted over standardized ones."""
    from sklearn.linear_model import LogisticRegression

    mean, spread = found.mean(axis=0), found.std(axis=0)
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit((found - mean) / spread, states, sample_weight=worth)
    weights = model.coef_[0] / spread
    return weights, float(model.intercept_[0] - weights @ mean)


def _values(fitted: tuple[Values, float], found: Values) -> Values:
    return np.asarray(found @ fitted[0] + fitted[1])


def _plain_fit(found: Values, states: Any, worth: Values | None = None) -> tuple[list[float], float]:
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=1e3).fit(found, states, sample_weight=worth)
    return [float(value) for value in model.coef_[0]], float(model.intercept_[0])
