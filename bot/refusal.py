"""What a reader is told when the corpus does not answer: one text for every face."""

from __future__ import annotations

from typing import Final

from bot.answer import Verdict

REFUSALS: Final = {
    Verdict.OFF_CORPUS: "Nothing in the corpus is about this.",
    Verdict.NOT_STATED: "The corpus speaks about this, but what you ask is not stated in it.",
    Verdict.ONLY_COMMENTARY: (
        "Only the post’s author comments on this; the words of those you ask about are not in the corpus."
    ),
    Verdict.UNAVAILABLE: "There is no index to ask.",
}
