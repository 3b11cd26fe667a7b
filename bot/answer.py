"""The values of an answer: quotes with their chains, or a typed refusal.

Nothing here reads a store or renders; the terminal, Telegram and ``--json`` all start from these.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.turn import Turn
from corpus.article import ArticleId, Post, Reference, Speech, Voice
from corpus.language import ENGLISH


class Verdict(StrEnum):
    """Whether the corpus answers, and if not, in which way it does not."""

    ANSWERED = "answered"
    OFF_CORPUS = "off_corpus"
    """Nothing in the corpus is about this."""
    NOT_STATED = "not_stated"
    """The topic is there, the fact asked for is not."""
    ONLY_COMMENTARY = "only_commentary"
    """Only the post's author speaks about it, although somebody else's words were asked for."""
    UNAVAILABLE = "unavailable"
    """There is no index to ask."""


class GroupKind(StrEnum):
    """Who speaks in a group of quotes, in the order in which groups are shown."""

    SAID_BY = "said_by"
    SAID_ABOUT = "said_about"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Speaker:
    """The innermost voice of a quote: who says the key sentence."""

    name: str
    described_as: str | None
    according_to: str | None = None
    """Who says that this speaker said it, by name or as the article has it; None where the words are at first hand."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The voices a quote came through, innermost first."""

    speaker: Speaker | None
    """Set when the key sentence is, or lies in, somebody's direct speech."""
    source: Reference | None
    """What the post quotes; None for the author's own words and where the source is not given."""
    post: Post


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one stored article, with everything a reader needs to judge them."""

    id: str
    """Permalink, from the article id and the span."""
    article: ArticleId
    start: int
    end: int
    text: str
    """Equal to the stored text at [start, end)."""
    sha256: str
    """Of *text*, taken when the quote was made; checked again before it is shown."""
    key: tuple[int, int]
    """The sentence that answers, in the article's coordinates, inside start..end."""
    voice: Voice
    speech: tuple[Speech, ...]
    """The speech that overlaps the quote, in order."""
    chain: Chain
    attribution: str
    """The line that a reader sees below the words."""
    score: float
    """0..1: about this share of such quotes answer the question."""
    url: str | None
    """Link to the sentence in the post, where the post has a URL."""
    reported: Speaker | None = None
    """Whose words the key sentence gives indirectly, where it gives somebody's."""
    group: GroupKind | None = None
    """Who speaks, seen from those whose words were asked for; None when nobody's were."""
    also_in: tuple[Quote, ...] = ()
    """The same words in other posts."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the corpus has to say to one question."""

    question: str
    verdict: Verdict
    quotes: tuple[Quote, ...]
    nearest: tuple[Quote, ...]
    """With a refusal: the closest real passages."""
    generation: str | None
    seconds: float
    understood_as: str | None = None
    """The question made whole, where it was a follow-up."""
    party: str | None = None
    """Whose words were asked for, as the question has it; None when nobody's were."""
    silent: tuple[str, ...] = ()
    """Sides of the party without words of their own that answer, where others of its sides have some."""
    before: Turn | None = None
    """What the conversation had come to when it was asked."""
    language: str = ENGLISH
    """ISO 639-1 code of the question's language, or ``und``: not English, and not known by name."""

    @property
    def whole_question(self) -> str:
        """The question that was answered."""
        return self.understood_as or self.question
