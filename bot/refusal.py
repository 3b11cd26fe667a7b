"""What a reader is told beside the quotes: one text for every face."""

from __future__ import annotations

from typing import Final

from bot.answer import Answer, Verdict
from bot.who import Whose
from corpus.language import ENGLISH

REFUSALS: Final = {
    Verdict.OFF_CORPUS: "Nothing in the corpus is about this.",
    Verdict.NOT_STATED: "The corpus speaks about this, but what you ask is not stated in it.",
    Verdict.ONLY_COMMENTARY: (
        "Only the post’s author comments on this; the words of those you ask about are not in the corpus."
    ),
    Verdict.UNAVAILABLE: "There is no index to ask.",
}

NOT_READ: Final = "I can’t read questions in this language here. Please ask in English."
"""To a question in another language when there is no model for it."""

UNDERSTOOD: Final = "Understood as:"
NO_WORDS: Final = "no words of their own that answer"


def refusal(answer: Answer) -> str:
    """Return one line on why *answer* refuses."""
    unread = answer.verdict is Verdict.UNAVAILABLE and answer.language != ENGLISH
    return NOT_READ if unread else REFUSALS[answer.verdict]


def verdict_on(found: Whose) -> str:
    """Return one line on what is known of a sentence."""
    if not found.places:
        return "Nothing like this stands in the corpus."
    if not found.exact:
        return "Not exact: the nearest words in the corpus differ."
    return "Exact." if len(found.places) == 1 else f"Exact, in {len(found.places)} places."
