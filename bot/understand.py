"""What a question is taken to say: its language, and its misspelt words put right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bot.spelling import SHORTEST, corrected
from corpus.language import ENGLISH, UNKNOWN, question_language
from corpus.library import Library
from index.encoder import Encoder
from index.generation import Generation
from index.lexical import WORD
from index.search import search
from index.tokens import is_one_token

READ_FOR_SPELLING: Final = 20  # passages whose words a misspelt word is compared with
MOSTLY: Final = 0.6  # share of words of the corpus from which a question is in its language


def language_of(question: str, generation: Generation) -> str:
    """Return the ISO 639-1 code of the language of *question*, ``und`` where it is none that we know.

    What is made of the corpus's own words is in its language; plain letters in no known one are misspelt English.
    """
    language = question_language(question)
    if not question.isascii():
        return language
    words = [word for word in WORD.findall(question) if len(word) >= SHORTEST]
    held = sum(generation.lexical.holds(word) for word in words)
    mixed = generation.multilingual is not None and len(generation.multilingual.foreign) > 0
    is_native = words and not mixed and held >= MOSTLY * len(words)
    return ENGLISH if is_native or language == UNKNOWN else language


def spelt(question: str, generation: Generation, library: Library, encoder: Encoder) -> str:
    """Return the English *question* with misspelt words put right."""

    def near() -> Iterator[str]:  # searched only where a word is unknown
        for hit in search(generation, encoder, question, READ_FOR_SPELLING):
            article = library.get(hit.passage.article)
            if article is not None:
                yield article.slice(hit.passage.start, hit.passage.end)
                yield from filter(None, (article.post.author, *(source.author for source in article.references)))

    return corrected(question, lambda word: generation.lexical.holds(word) or is_one_token(word), near())
