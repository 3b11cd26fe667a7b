"""The part of a question that asks, without the story told before it."""

from __future__ import annotations

import re
from typing import Final

from corpus.sentences import sentence_spans

QUESTION_WORD: Final = re.compile(
    r"^(?:who|what|when|where|why|which|how|whom|whose|did|does|do|is|are|was|were|has|have|had|can|could|will|would|"
    r"should|since)\b",
    re.IGNORECASE,
)
FEWEST: Final = 4  # words that can ask for something by themselves
_POINTS_BACK: Final = re.compile(
    r"\b(?:he|she|him|his|her|hers|they|them|their|theirs|such|these|those|there)\b", re.IGNORECASE
)
_NAME: Final = re.compile(r"(?<!^)\b[A-ZÀ-ŽА-ЯЄІЇҐ][\w-]{2,}")


def asking_part(question: str) -> str:
    """Return of *question* the sentences from the first to the last that end in a question mark.

    What these point back to stays before them. An instruction before a colon that names nobody goes, and so does what
    a headline has behind an upright bar. Where nothing is told to go, this is the whole question.
    """
    spans = sentence_spans(question, 0, len(question))
    asking = [position for position, (_, end) in enumerate(spans) if question[:end].endswith("?")]
    if not asking:
        return max(question.split(" | "), key=len)
    first, end = asking[0], spans[asking[-1]][1]
    while first > 0 and _leans_back(question[spans[first][0] : end]):
        first -= 1
    return _without_instruction(question[spans[first][0] : end])


def _leans_back(words: str) -> bool:
    return len(words.split()) < FEWEST or (bool(_POINTS_BACK.search(words)) and not _NAME.search(words))


def _without_instruction(words: str) -> str:
    before, _, after = words.rpartition(": ")
    is_instruction = len(before.split()) >= FEWEST and not QUESTION_WORD.match(before) and not _NAME.search(before)
    return after if is_instruction and not _leans_back(after) else words
