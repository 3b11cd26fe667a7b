"""A small token classifier that marks sources, cues and contents of attributions in English news text.

The weights beside this module are trained by ``quoth-eval train-speech`` on PolNeAR; see that command for the method.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Any, Final, Literal

import numpy as np

from corpus.onnx_session import one_thread_session
from corpus.sentences import sentence_spans

Role = Literal["source", "cue", "content"]
ROLES: Final[tuple[Role, ...]] = ("source", "cue", "content")
LABELS: Final = ("O", *(f"{step}-{role}" for role in ROLES for step in "BI"))
WINDOW: Final = 1000  # characters of neighbouring sentences read at once, some 200 wordpieces
WORKERS: Final = 2  # windows at a time, one thread each
LONGEST: Final = 384  # wordpieces; a longer window is a single endless sentence


@dataclass(frozen=True, slots=True)
class Tagged:
    """A span of the text and its role in an attribution."""

    role: Role
    start: int
    end: int


class Tagger:
    """Marks the roles in a text; the result for a window does not depend on other windows."""

    def __init__(self, session: Any, tokenizer: Any) -> None:
        self._session, self._tokenizer = session, tokenizer

    def tag(self, text: str, start: int, end: int) -> list[Tagged]:
        """Return the spans of text[start:end] that have a role, in order; no two overlap."""
        with ThreadPoolExecutor(WORKERS) as pool:
            found = pool.map(lambda window: self._tag_window(text, *window), windows(text, start, end))
            return _in_whole_words(text, [item for items in found for item in items])

    def _tag_window(self, text: str, start: int, end: int) -> list[Tagged]:
        encoding = self._tokenizer.encode(text[start:end])
        capitals = [int(text[start + begin : start + begin + 1].isupper()) for begin, _ in encoding.offsets]
        feed = {
            "input_ids": np.array([encoding.ids], dtype=np.int64),
            "attention_mask": np.array([encoding.attention_mask], dtype=np.int64),
            "token_type_ids": np.array([capitals], dtype=np.int64),
        }
        logits = self._session.run(None, feed)[0][0]
        if len(logits) <= 2:  # [CLS] and [SEP] around nothing that the tokenizer knows
            return []
        spans = [(start + begin, start + finish) for begin, finish in encoding.offsets[1:-1]]
        return spans_of(best_path(logits[1:-1]), spans)


def _in_whole_words(text: str, found: Sequence[Tagged]) -> list[Tagged]:
    """Return the spans with the rest of the words that they begin or end in, unless it is another span's."""
    whole: list[Tagged] = []
    for position, item in enumerate(found):
        start, end = item.start, item.end
        first = whole[-1].end if whole else 0
        last = found[position + 1].start if position + 1 < len(found) else len(text)
        while start > first and text[start - 1].isalnum() and text[start].isalnum():
            start -= 1
        while end < last and text[end - 1].isalnum() and text[end].isalnum():
            end += 1
        whole.append(Tagged(item.role, start, end))
    return whole


def windows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut text[start:end] into stretches of whole sentences, each of at most ``WINDOW`` characters where it can be."""
    first: int | None = None
    last = start
    for left, right in sentence_spans(text, start, end):
        if first is not None and right - first > WINDOW:
            yield first, last
            first = None
        if first is None:
            first = left
        last = right
    if first is not None:
        yield first, last


def best_path(logits: np.ndarray[Any, np.dtype[np.float32]]) -> list[int]:
    """Return the most probable sequence of labels in which nothing continues what did not begin (Viterbi)."""
    shifted = logits - logits.max(axis=1, keepdims=True)
    scores = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    best = scores[0] + np.array([-1e9 if label.startswith("I-") else 0.0 for label in LABELS])
    pointers = []
    for row in scores[1:]:
        paths = best[:, None] + _BARRIER
        pointers.append(paths.argmax(axis=0))
        best = paths.max(axis=0) + row
    labels = [int(best.argmax())]
    for pointer in reversed(pointers):
        labels.append(int(pointer[labels[-1]]))
    return labels[::-1]


def _may_follow(before: str, after: str) -> bool:
    return not after.startswith("I-") or before[2:] == after[2:]


_BARRIER: Final = np.array([[0.0 if _may_follow(before, after) else -1e9 for after in LABELS] for before in LABELS])


def spans_of(labels: Sequence[int], spans: Sequence[tuple[int, int]]) -> list[Tagged]:
    """Join the wordpieces at *spans* into the spans that their *labels* describe."""
    found: list[Tagged] = []
    for label, (start, end) in zip(labels, spans, strict=True):
        if not label:
            continue
        role = ROLES[(label - 1) // 2]
        if label % 2 or not found or found[-1].role != role:
            found.append(Tagged(role, start, end))
        else:
            found[-1] = Tagged(role, found[-1].start, end)
    return found


@cache
def load_tagger() -> Tagger:
    """Load the weights that ship with the package."""
    from tokenizers import Tokenizer

    folder = files("corpus").joinpath("speech_data")
    with as_file(folder.joinpath("model.onnx")) as model, as_file(folder.joinpath("tokenizer.json")) as words:
        session = one_thread_session(str(model))
        tokenizer = Tokenizer.from_file(str(words))
    tokenizer.enable_truncation(LONGEST)
    tokenizer.no_padding()
    return Tagger(session, tokenizer)
