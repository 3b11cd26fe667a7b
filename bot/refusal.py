"""What a reader is told beside the quotes: one text for every face."""

from __future__ import annotations

from typing import Final

from bot.answer import Verdict
from bot.who import Whose

REFUSALS: Final = {
    Verdict.OFF_CORPUS: "Nothing in the corpus is about this.",
    Verdict.NOT_STATED: "The corpus speaks about this, but what you ask is not stated in it.",
    Verdict.ONLY_COMMENTARY: (
        "Only the post’s author comments on this; the words of those you ask about are not in the corpus."
    ),
    Verdict.UNAVAILABLE: "There is no index to ask.",
}

UNDERSTOOD: Final = "Understood as:"
NO_WORDS: Final = "no words of their own that answer"


def verdict_on(found: Whose) -> str:
    """Return one line on what is known of a sentence."""
    if not found.places:
        return "Nothing like this stands in the corpus."
    if not found.exact:
        return "Not exact: the nearest words in the corpus differ."
    return "Exact." if len(found.places) == 1 else f"Exact, in {len(found.places)} places."
