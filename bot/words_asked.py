"""Whose words a question asks for, and which passages hold them: a party's, or those of a post's author."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bot.chain import chain_of
from bot.party import Party
from bot.party_asked import party_asked
from bot.said_by import is_said_by, is_written_by
from corpus.article import Article, Voice
from index.encoder import Parted
from index.passage import Passage, in_context, passage_sentences

_AUTHOR: Final = re.compile(r"\b(?:author|blogger|blog|post|commentator|comment\w*|writer)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose words a question asks for: a party's, or those of a post's author, who needs no name."""

    party: Party | None
    author: str | None
    """What the question calls the author: "the blogger"."""
    in_english: str | None = None
    """What the party is called in English, where the question has it in another language."""

    @property
    def name(self) -> str | None:
        """What is asked for is read under this name."""
        return self.in_english or (self.party.name if self.party else self.author)

    def wrote(self, article: Article, place: Passage) -> bool:
        """Tell whether the passage at *place* was written by whom the question asks for."""
        block = article.block_at(place.start)
        if self.party:
            return is_written_by(self.party, chain_of(article, block, (place.start, place.end)), block.voice)
        return self.author is not None and block.voice is Voice.AUTHOR and bool(article.references)

    def speaks_unnamed(self, article: Article, place: Passage) -> bool:
        """Tell whether the party speaks in the passage at *place*, which says "he" or "the minister" of it."""
        if self.party is None or self.name is None or self.name.split()[-1] in article.slice(place.start, place.end):
            return False
        return any(is_said_by(self.party, article, key) for key in passage_sentences(article, place))

    def read(self, article: Article, place: Passage) -> Parted:
        """Return the passage at *place* in its context, behind the name of whom is asked for where they speak."""
        text = in_context(article, place)
        if not (self.wrote(article, place) or self.speaks_unnamed(article, place)):
            return text
        return text.behind(f"{self.name}: ")


def asked_for(question: str) -> Asked:
    """Return whose words an English *question* asks for."""
    return asked_of(party_asked(question), question)


def asked_of(party: Party | None, question: str, in_english: str | None = None) -> Asked:
    """Return whose words are asked for: *party*'s, called *in_english* so, or an author's, whom *question* names."""
    author = None if party else asks_for_author(question)
    return Asked(party, f"the {author}" if author else None, in_english)


def asks_for_author(question: str) -> str | None:
    """Return the word by which *question* speaks of the author of a post, None when it does not."""
    found = _AUTHOR.search(question)
    return found.group() if found else None
