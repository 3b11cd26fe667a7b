"""Questions for what a paper, a reporter or the author of a post wrote: passages of theirs come first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.chain import chain_of
from bot.party import Party
from bot.said_by import is_written_by
from corpus.article import Article
from corpus.library import Library
from index.encoder import Parted
from index.passage import Passage, in_context
from index.search import Hit

WRITTEN_AMONG: Final = 20  # hits among which passages of the party are looked for
PULL: Final = 5.0  # log-odds for its passages in the order of passages: others answer only where these do not


def written_first(party: Party, hits: Sequence[Hit], library: Library) -> list[Hit]:
    """Return *hits* with the passages that *party* wrote first and pulled; as they are where it wrote none."""
    own = {hit.row for hit in hits if _is_by(party, hit.passage, library)}
    pulled = [replace(hit, pull=hit.pull + PULL) for hit in hits if hit.row in own]
    return [*pulled, *(hit for hit in hits if hit.row not in own)]


def read_as(party: Party | None, article: Article, place: Passage) -> Parted:
    """Return the passage at *place* in its context, behind the name of *party* where that wrote it."""
    text = in_context(article, place)
    if party is None or not _wrote(party, article, place):
        return text
    before = f"{party.name}: "
    return Parted(before + text.text, tuple((start + len(before), end + len(before)) for start, end in text.parts))


def _is_by(party: Party, place: Passage, library: Library) -> bool:
    article = library.get(place.article)
    return article is not None and _wrote(party, article, place)


def _wrote(party: Party, article: Article, place: Passage) -> bool:
    block = article.block_at(place.start)
    return is_written_by(party, chain_of(article, block, (place.start, place.end)), block.voice)
