"""Whether the corpus answers, and if not, in which way it does not."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Final

from bot.answer import Verdict
from bot.choose import Candidate
from corpus.article import Voice

ANSWERS: Final = 0.35  # below, a refusal is the better answer; chosen on development questions
ON_TOPIC: Final = 0.60  # cosine of question and nearest passage below which the corpus is about something else

_POSITION_ASKED: Final = re.compile(
    r"\b(?:says?|said|wants?|wanted|thinks?|believes?|claims?|claimed|demands?|demanded|argues?|position|"
    r"according to)\b",
    re.IGNORECASE,
)
_AUTHOR_ASKED: Final = re.compile(
    r"\b(?:author|blogger|blog|post|commentator|comment\w*|writer)(?:[’']s)?\b", re.IGNORECASE
)


def probability(relevance: float) -> float:
    """Return about which share of quotes of this *relevance* (log-odds) answer their question, 0..1."""
    return 1 / (1 + math.exp(-relevance))


def answering(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates that answer, most relevant first."""
    return [item for item in found if item.fits and probability(item.relevance) >= ANSWERS]


def judge(question: str, found: Sequence[Candidate], chosen: Sequence[Candidate]) -> Verdict:
    """Return the verdict on *question* when *chosen* of the *found* candidates answer."""
    if chosen:
        asks_for_a_party = bool(_POSITION_ASKED.search(question)) and not _AUTHOR_ASKED.search(question)
        only_author = all(_voice(item) is Voice.AUTHOR for item in chosen)
        cites = any(item.article.references for item in chosen)
        return Verdict.ONLY_COMMENTARY if asks_for_a_party and only_author and cites else Verdict.ANSWERED
    if max((item.similarity for item in found), default=0.0) < ON_TOPIC:
        return Verdict.OFF_CORPUS
    return Verdict.NOT_STATED


def _voice(item: Candidate) -> Voice:
    return item.article.block_at(item.key[0]).voice
