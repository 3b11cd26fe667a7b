"""Lines of an article that only ask: "What do the keepers want?" over a paragraph, or an interviewer's question."""

from __future__ import annotations

import re
from typing import Final

from bot.chain import overlapping
from corpus.article import Article, SpeechKind

_ASKS: Final = re.compile(r"\?[)\]*_ ]*$")


def only_asks(article: Article, key: tuple[int, int]) -> bool:
    """Tell whether the sentence at *key* of *article* is a line by itself and a question that nobody is quoted with."""
    start, end = key
    text = article.text
    if not _ASKS.search(text[start:end]):
        return False
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    is_quoted = any(item.kind is SpeechKind.DIRECT for item in overlapping(article.speech, start, end))
    return line.strip() == text[start:end].strip() and not is_quoted
