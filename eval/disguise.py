"""Sentences of a library in disguise: whether their place is still found, and exact told from changed."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from bot.engine import Engine
from corpus.library import Library
from eval.mutations import one_word, sentences_of

FRAGMENT: Final = 8  # words
SEED: Final = 7


@dataclass(slots=True)
class Disguise:
    """How one way to disguise a sentence went."""

    name: str
    tried: int = 0
    placed: int = 0
    """The sentence stands in one of the places."""
    judged: int = 0
    """Exact where the words are the printed ones, else not exact."""


def try_disguises(engine: Engine, library: Library, count: int) -> list[Disguise]:
    """Ask whose words they are for *count* random sentences of at least ``FRAGMENT`` words, each in three disguises."""
    draw = random.Random(SEED)  # noqa: S311 - draws cases, hides nothing
    sentences = (article.slice(*span) for article, span in sentences_of(library))
    long = [words for words in sentences if len(words.split()) >= FRAGMENT]
    chosen = draw.sample(long, min(count, len(long)))
    ways: dict[str, tuple[Callable[[str], str], bool]] = {
        "other marks, blanks and case": (_other_marks, True),
        f"a fragment of {FRAGMENT} words": (lambda words: _fragment(words, draw), True),
        "one word changed": (one_word, False),
    }
    found = []
    for name, (disguised, exact) in ways.items():
        result = Disguise(name)
        for words in chosen:
            whose = engine.whose(disguised(words))
            result.tried += 1
            result.placed += any(words in place.quote.text for place in whose.places)
            result.judged += whose.exact is exact
        found.append(result)
    return found


def _other_marks(words: str) -> str:
    plain = words.translate(str.maketrans("“”’—", '""\'-'))
    return plain.replace(" ", "  ").upper()


def _fragment(words: str, draw: random.Random) -> str:
    parts = words.split()
    first = draw.randrange(len(parts) - FRAGMENT + 1)
    return " ".join(parts[first : first + FRAGMENT])
