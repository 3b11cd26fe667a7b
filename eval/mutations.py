"""Changing what must not be changed, to see that it is caught: in quotes, in chains, in sentences put to ``who``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from bot.answer import Answer, Quote, Speaker, Verdict
from bot.engine import Engine
from bot.quote import make_quote
from corpus.article import QUOTABLE, Article, Reference
from corpus.blocks import block_sentences
from corpus.library import Library
from eval.invariants import broken_by

_NUMBERS: Final = re.compile(r"\d[\d,.]*\d|\d")
_UNITS: Final = {"million": "billion", "percent": "points", "miles": "meters", "tons": "pounds", "crowns": "dollars"}
_HEDGES: Final = {"could": "will", "would": "will", "may": "must", "might": "will", "potentially": "certainly"}
_NEGATIONS: Final = {" not ": " ", " never ": " always ", " no ": " a ", " will ": " will not ", " is ": " is not "}
_LOOK_ALIKE: Final = str.maketrans("aeopc", "аеорс")  # Latin to Cyrillic


@dataclass(frozen=True, slots=True)
class Mutation:
    """One kind of change, and how often it was caught."""

    name: str
    tried: int
    caught: int


def number(words: str) -> str:
    """Return *words* with the first number one higher."""
    return _NUMBERS.sub(lambda match: str(int(re.sub(r"\D", "", match[0])) + 1), words, count=1)


def swapped(table: dict[str, str]) -> Callable[[str], str]:
    """Return a change that replaces the first word of *table* that occurs."""

    def change(words: str) -> str:
        for old, new in table.items():
            if old in words:
                return words.replace(old, new, 1)
        return words

    return change


def look_alike(words: str) -> str:
    """Return *words* with Cyrillic letters in the first word that has some that look the same."""
    return re.sub(r"\b\w{4,}\b", lambda match: match[0].translate(_LOOK_ALIKE), words, count=1)


def spliced(words: str) -> str:
    """Return *words* without their middle, an ellipsis in its place."""
    parts = words.split()
    return " ".join([*parts[: len(parts) // 3], "…", *parts[2 * len(parts) // 3 :]]) if len(parts) > 8 else words


def one_word(words: str) -> str:
    """Return *words* with the one in the middle replaced."""
    parts = words.split()
    return " ".join([*parts[: len(parts) // 2], "perhaps", *parts[len(parts) // 2 + 1 :]])


WORDS: Final[dict[str, Callable[[str], str]]] = {
    "number": number,
    "unit": swapped(_UNITS),
    "negation": swapped(_NEGATIONS),
    "hedge": swapped(_HEDGES),
    "look-alike letters": look_alike,
    "spliced with an ellipsis": spliced,
    "one word": one_word,
}


def mutate_words(engine: Engine, library: Library) -> list[Mutation]:
    """Put changed sentences of *library* to ``who``; caught means: not called exact."""
    sentences = [article.slice(*span) for article, span in sentences_of(library)]
    found = []
    for name, change in WORDS.items():
        changed = [mutant for words in sentences if (mutant := change(words)) != words]
        found.append(Mutation(name, len(changed), sum(not engine.whose(mutant).exact for mutant in changed)))
    return found


def mutate_quotes(library: Library) -> list[Mutation]:
    """Change quotes and chains of *library*; caught means: an invariant breaks."""
    tried: dict[str, int] = {}
    caught: dict[str, int] = {}
    for article, span in sentences_of(library):
        quote = make_quote(article, span, span, 1.0)
        for name, mutant in _changed_quotes(quote, article):
            tried[name] = tried.get(name, 0) + 1
            answer = Answer("?", Verdict.ANSWERED, (mutant,), (), None, 0.0)
            caught[name] = caught.get(name, 0) + bool(list(broken_by(answer, library)))
    return [Mutation(name, tried[name], caught[name]) for name in tried]


def _changed_quotes(quote: Quote, article: Article) -> Iterator[tuple[str, Quote]]:
    for name, change in WORDS.items():
        if (words := change(quote.text)) != quote.text:
            yield f"{name} in a quote", replace(quote, text=words)
    yield "speaker swapped", replace(quote, chain=replace(quote.chain, speaker=Speaker("Nobody Atall", None)))
    yield "reported speaker swapped", replace(quote, reported=Speaker("Nobody Atall", None))
    other = Reference("9", author="Nobody Atall", title="Nothing", published="1999-01-01")
    yield "source swapped", replace(quote, chain=replace(quote.chain, source=other))
    if quote.chain.source:
        dated = replace(quote.chain.source, published="1999-01-01")
        yield "date swapped", replace(quote, chain=replace(quote.chain, source=dated))
    yield "post swapped", replace(quote, chain=replace(quote.chain, post=replace(article.post, author="Nobody Atall")))
    yield "attribution swapped", replace(quote, attribution="Nobody Atall · post: “Nothing”")
    words = quote.text[:-2]  # in all else a true slice, so that only the rule of whole sentences can catch it
    short = replace(quote, end=quote.end - 2, text=words, sha256=sha256(words.encode()).hexdigest())
    yield "clipped", replace(short, key=(quote.start, quote.end - 2))


def sentences_of(library: Library) -> Sequence[tuple[Article, tuple[int, int]]]:
    """Return every sentence that *library* could quote."""
    return [
        (article, span)
        for article in library.articles()
        for block in article.blocks
        if block.voice in QUOTABLE
        for span in block_sentences(article.text, block)
    ]
