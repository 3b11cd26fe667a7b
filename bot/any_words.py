"""Questions for anything that somebody said: "what did Putin say?", "quotes by Lavrov in May 2025"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from bot.answer import Verdict
from bot.chain import told_by
from bot.choose import Candidate, Read
from bot.dated import is_said_in
from bot.party import Party
from bot.period import Period, without_times
from bot.said_by import is_said_by, names_of
from bot.sides import stems_of
from corpus.article import Article
from corpus.library import Library
from index.passage import passage_sentences
from index.search import Hit

SPOKEN_AMONG: Final = 100  # hits among which passages in which the party speaks are looked for
CERTAIN: Final = 3.0  # log-odds that words under somebody's name are theirs: .95, as on PolNeAR's development part
_NOTHING_ELSE: Final = re.compile(
    r"(?:\W|\b(?:what|which|how|does|did|do|has|have|had|is|are|was|were|the|a|an|any|all|some|something|anything|"
    r"everything|things?|quotes?|quotations?|statements?|words|remarks?|comments?|say|says|said|saying|tell|tells|told|"
    r"speak|spoke|talk|talked|comment|commented|think|thinks|thought|there|us|me|by|of|from|in|on|at|during|since|"
    r"before|after|between|and|until|or|this|last|so|far|recently|lately|ever|exactly|publicly|just|also|then|give|"
    r"show|find|list|please|early|late|mid|s)\b)*",
    re.IGNORECASE,
)


def asks_for_any_words(question: str, party: Party) -> bool:
    """Tell whether *question* asks for words of *party* and names nothing that they are to be about but a time."""
    return bool(_NOTHING_ELSE.fullmatch(without_times(question).replace(party.name, " ")))


def spoken(party: Party, times: Sequence[Period], hits: Sequence[Hit], library: Library) -> list[Read]:
    """Return the passages of *hits* in which *party* speaks, in one of *times* where there are any, as if read.

    Its sentences answer, others do not.
    """
    places = [(hit, article) for hit in hits if (article := library.get(hit.passage.article)) is not None]
    names = names_of(party, (article for _, article in places))
    found = []
    for hit, article in places:
        sentences = passage_sentences(article, hit.passage)
        if said := {key for key in sentences if _speaks(party, names, times, article, key)}:
            found.append(Read(hit, article, CERTAIN, {key: CERTAIN if key in said else -CERTAIN for key in sentences}))
    return found


def without_words(party: Party, found: Sequence[Candidate]) -> Verdict:
    """Return the verdict where no words of *party* are *found*: whether the articles know it at all."""
    is_known = any(stems_of(party.name) <= stems_of(item.article.text) for item in found)
    return Verdict.NOT_STATED if is_known else Verdict.OFF_CORPUS


def _speaks(
    party: Party, names: AbstractSet[str], times: Sequence[Period], article: Article, key: tuple[int, int]
) -> bool:
    is_theirs = is_said_by(party, article, key) or ((told := told_by(article, key)) and told.name in names)
    return bool(is_theirs) and (not times or is_said_in(times, article, key))
