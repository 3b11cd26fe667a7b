"""Whose words stand in a sentence, or sentence by sentence in a whole piece of news."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bot.engine import LONGEST_QUESTION, Engine
from bot.interface import Interface
from bot.parts import Line, Part, whose_parts
from bot.texts import CHANGED, EXACT_ONES, MISSING, SENTENCES
from bot.who import Whose
from corpus.clean import clean
from corpus.errors import UsageError
from corpus.sentences import sentence_spans

LOOKED_UP: Final = 20  # sentences of a long text; more would keep everybody else waiting
SHOWN: Final = 5  # sentences of it that are shown with their places
WORDS: Final = 5  # shorter sentences stand everywhere


def excerpt_parts(text: str, engine: Engine, interface: Interface) -> Iterator[Part]:
    """Yield what is known of *text*: a sentence, or as many as a message holds.

    Raises:
        UsageError: there are no words in it.
        QuothError: library or index cannot be read.
    """
    text = clean(text)
    if len(text) <= LONGEST_QUESTION:
        yield from whose_parts(engine.whose(text), interface)
        return
    sentences = [text[start:end] for start, end in sentence_spans(text, 0, len(text))]
    long_enough = [words for words in sentences if len(words.split()) >= WORDS and len(words) <= LONGEST_QUESTION]
    if not long_enough:
        raise UsageError("no sentence of this text can be looked up", hint="send one sentence of it")
    found = [engine.whose(words) for words in long_enough[:LOOKED_UP]]
    yield Line(_summary(found, interface), "bold")
    for item in [item for item in found if item.places][:SHOWN]:
        yield from whose_parts(item, interface)


def _summary(found: list[Whose], interface: Interface) -> str:
    exact = sum(item.exact for item in found)
    changed = sum(bool(item.places) for item in found) - exact
    counts = ((SENTENCES, len(found)), (EXACT_ONES, exact), (CHANGED, changed), (MISSING, len(found) - exact - changed))
    return " · ".join(interface.count(forms, number) for forms, number in counts)
