"""Questions for who says something: "who thinks that a strait without lamps is a graveyard?".

To the cross-encoder the sentence that answers is the one that names somebody; readers want to see the words as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.choose import Read, ReadAs
from bot.stated import load_heads
from corpus import verbs
from corpus.article import Article
from index.encoder import Reranker

_WHO_SAYS: Final = re.compile(
    rf"\W*(?:who|which \w+)(?: else)?(?: has| have)? (?:{verbs.FINITE}|{verbs.PARTICIPLE})(?: that)? "
    r"(?P<statement>\S+ .*\w)",
    re.IGNORECASE,
)
# What follows was chosen on 62 questions of our own over the sample library, of which none is a case.
LIKELY: Final = -1.5  # log-odds of a passage from which its sentences are read for the statement
STATEMENT: Final = 2 / 3  # weight of how well a sentence states it, against the rest of how well it tells who
NOBODY: Final = 5.0  # log-odds that a sentence loses in which nobody is told to say anything
_ANYBODY: Final = re.compile(
    r"(?:(?:every|any|some|no)(?:one|body)|no one|some|many|most|few|several|others?|all|none|neither)(?: people)?",
    re.IGNORECASE,
)
"""Who tells nobody: "not everybody believes that"."""


def statement_asked(question: str) -> str | None:
    """Return the statement whose speaker *question* asks for, None when it asks for something else."""
    found = _WHO_SAYS.match(question)
    return found["statement"] if found else None


def with_statement(question: str, read: Sequence[Read], reranker: Reranker, read_as: ReadAs) -> list[Read]:
    """Return the passages *read*; where *question* is who says something, with the sentence first that says it."""
    statement = statement_asked(question)
    if statement is None:
        return list(read)
    likely = [item for item in read if item.states >= LIKELY]
    judged = load_heads().judge(statement, [read_as(item.article, item.hit.passage) for item in likely], reranker)
    weighed = [_weighed(item, said.sentences) for item, said in zip(likely, judged, strict=True)]
    return weighed + [item for item in read if item.states < LIKELY]


def _weighed(read: Read, stated: Sequence[float]) -> Read:
    sentences = {
        key: STATEMENT * states + (1 - STATEMENT) * tells - NOBODY * (not is_told(read.article, key))
        for (key, tells), states in zip(read.sentences.items(), stated, strict=True)
    }
    return replace(read, sentences=sentences)


def is_told(article: Article, key: tuple[int, int]) -> bool:
    """Tell whether the sentence at *key* of *article* has words of somebody whom it mentions, and not of "some"."""
    said = (item.mention for item in article.speech if item.start < key[1] and key[0] < item.end)
    return any(not _ANYBODY.fullmatch(article.slice(*mention)) for mention in said if mention)
