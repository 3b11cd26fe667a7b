"""What the library holds, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from corpus.article import QUOTABLE, Article, SpeechKind, Voice

MOST = 10  # names of each kind that are listed


@dataclass(frozen=True, slots=True)
class Dates:
    """When posts or sources were published, as far as they say."""

    first: str | None
    last: str | None
    missing: int
    """How many say nothing."""


@dataclass(frozen=True, slots=True)
class Stats:
    """What the library holds, counted."""

    articles: int
    characters: int
    voices: dict[str, int]
    """Characters by voice."""
    speech: dict[str, int]
    """Spans by kind, and how many have no name."""
    speakers: int
    most_speech: dict[str, int]
    papers: int
    most_cited: dict[str, int]
    languages: dict[str, int]
    """Articles by language; "not given" where the post does not say."""
    posts: Dates
    sources: Dates
    skipped: dict[str, int]
    """What is stored and never quoted or not credited, with the reason."""
    left_out: dict[str, int] = field(default_factory=dict)
    """What was not stored when articles were added, by reason."""


def count(articles: Iterable[Article]) -> Stats:
    """Count what *articles* hold."""
    stored = list(articles)
    voices: Counter[str] = Counter({voice.value: 0 for voice in Voice})
    for article in stored:
        for block in article.blocks:
            voices[block.voice.value] += block.end - block.start
    speech = [item for article in stored for item in article.speech]
    speakers = Counter(item.speaker for item in speech if item.speaker)
    references = [reference for article in stored for reference in article.references]
    papers = Counter(reference.publication for reference in references if reference.publication)
    return Stats(
        articles=len(stored),
        characters=sum(len(article.text) for article in stored),
        voices=dict(voices),
        speech={
            **{kind.value: sum(item.kind is kind for item in speech) for kind in SpeechKind},
            "without a name": sum(item.speaker is None for item in speech),
        },
        speakers=len(speakers),
        most_speech=_most(speakers),
        papers=len(papers),
        most_cited=_most(papers),
        languages=_most(Counter(article.post.language or "not given" for article in stored)),
        posts=_dates(article.post.published for article in stored),
        sources=_dates(reference.published for reference in references),
        skipped=dict(Counter(reason for article in stored for reason in _skipped(article))),
    )


def _skipped(article: Article) -> Iterator[str]:
    """Yield a reason for each part of *article* that no answer shows, or shows without its source."""
    if not any(block.voice in QUOTABLE for block in article.blocks):
        yield "articles without a word to quote"
    for block in article.blocks:
        if block.voice is Voice.FURNITURE:
            yield "blocks of page furniture, never quoted"
        if block.voice is Voice.PRESS and not block.references:
            yield "press quotations whose source is not given"
    credited = {position for block in article.blocks for position in block.references}
    for _ in range(len(article.references) - len(credited)):
        yield "references that credit no quotation"


def _most(counter: Counter[str]) -> dict[str, int]:
    """Return the most frequent names, equal ones in alphabetical order."""
    return dict(sorted(counter.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST])


def _dates(published: Iterable[str | None]) -> Dates:
    given = list(published)
    known = sorted(date for date in given if date)
    return Dates(known[0] if known else None, known[-1] if known else None, len(given) - len(known))
