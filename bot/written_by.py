"""Questions for what somebody wrote or said: passages of theirs are read under their name.

Those that a paper, a reporter or the author of a post wrote come first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.chain import chain_of
from bot.party import Party
from bot.said_by import is_said_by, is_written_by
from corpus.article import Article, Voice
from corpus.library import Library
from index.encoder import Parted
from index.passage import Passage, in_context, passage_sentences
from index.search import Hit

WRITTEN_AMONG: Final = 20  # hits among which passages of the party are looked for
PULL: Final = 5.0  # log-odds for its passages in the order of passages: others answer only where these do not


_AUTHOR: Final = re.compile(r"\b(?:author|blogger|commentator|writer)\b", re.IGNORECASE)


def author_asked(question: str) -> str | None:
    """Return what *question* calls the author of a post whose view it asks for, None when it asks for another's."""
    found = _AUTHOR.search(question)
    return found.group() if found else None


def written_first(party: Party | None, author: str | None, hits: Sequence[Hit], library: Library) -> list[Hit]:
    """Return *hits* with the passages that *party* wrote first and pulled; as they are where it wrote none."""
    own = {
        hit.row
        for hit in hits
        if (article := library.get(hit.passage.article)) and _wrote(party, author, article, hit.passage)
    }
    pulled = [replace(hit, pull=hit.pull + PULL) for hit in hits if hit.row in own]
    return [*pulled, *(hit for hit in hits if hit.row not in own)]


def read_as(party: Party | None, author: str | None, article: Article, place: Passage) -> Parted:
    """Return the passage at *place* in its context, behind the name of *party* where that wrote it or speaks in it."""
    text = in_context(article, place)
    name = party.name if party else f"The {author}" if author else ""
    if not (_wrote(party, author, article, place) or _speaks(party, article, place)):
        return text
    before = f"{name}: "
    return Parted(before + text.text, tuple((start + len(before), end + len(before)) for start, end in text.parts))


def _wrote(party: Party | None, author: str | None, article: Article, place: Passage) -> bool:
    block = article.block_at(place.start)
    if party is None:
        return author is not None and block.voice is Voice.AUTHOR and bool(article.references)
    return is_written_by(party, chain_of(article, block, (place.start, place.end)), block.voice)


def _speaks(party: Party | None, article: Article, place: Passage) -> bool:
    if party is None or party.name.split()[-1] in article.slice(place.start, place.end):
        return False
    return any(is_said_by(party, article, key) for key in passage_sentences(article, place))
