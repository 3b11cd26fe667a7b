"""Passages of the time that a question asks about: published then, or speaking of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from bot.choose import Read
from bot.period import Period, named_periods
from corpus.article import Article
from corpus.dates import days_of
from index.encoder import Parted
from index.passage import Passage

DATED_AMONG: Final = 50  # hits among which passages of the time are looked for
OTHER_TIME: Final = 1.5  # log-odds that it costs to be of another time; these two were chosen on RealtimeQA
OTHER_YEAR: Final = 3.0  # the same where the time is more than a year away
YEAR: Final = timedelta(366)
REPORTED_WITHIN: Final = timedelta(2)  # in which the press reports what somebody says


def is_of(periods: Sequence[Period], article: Article, place: Passage) -> bool:
    """Tell whether the passage at *place* of *article* was published in one of *periods*, or names such a time."""
    span = place.start, place.end
    return _appeared(periods, article, span) or _names(periods, article, span)


def is_said_in(periods: Sequence[Period], article: Article, sentence: tuple[int, int]) -> bool:
    """Tell whether *sentence* names a time of *periods* or, where it names none, was published in one."""
    return _names(periods, article, sentence) or (
        not _times_of(article, sentence) and _appeared(periods, article, sentence)
    )


def in_time(periods: Sequence[Period], read: Sequence[Read]) -> list[Read]:
    """Return what was *read*, best first; less likely to answer where its article shows none of *periods*."""
    if not periods:
        return list(read)
    dated = [replace(item, states=item.states - _cost(periods, item)) for item in read]
    return sorted(dated, key=lambda item: -item.place)


def with_date(text: Parted, periods: Sequence[Period], article: Article, place: Passage) -> Parted:
    """Return *text*, read of the passage at *place*, behind the day when that appeared, if it was in *periods*."""
    span = place.start, place.end
    published = _published(article, span)
    if published is None or not _appeared(periods, article, span):
        return text
    return text.behind(f"{published.last:%B} {published.last.day}, {published.last.year}. ")


def _cost(periods: Sequence[Period], read: Read) -> float:
    """Return what it costs the passage *read* that it neither appeared in one of *periods* nor its article names one.

    A passage without a date may be of any time.
    """
    article, span = read.article, (read.hit.passage.start, read.hit.passage.end)
    published = _published(article, span)
    if published is None or _appeared(periods, article, span) or _names(periods, article, (0, len(article.text))):
        return 0.0
    return OTHER_YEAR if min(period.distance(published) for period in periods) > YEAR else OTHER_TIME


def _names(periods: Sequence[Period], article: Article, span: tuple[int, int]) -> bool:
    published, words = _published(article, span), article.slice(*span)
    year = published.last.year if published else None
    sought = [period for period in periods if period.may_be_named_in(words, year)]
    return any(period.meets(time) for time in (_times_of(article, span) if sought else ()) for period in sought)


def _appeared(periods: Sequence[Period], article: Article, span: tuple[int, int]) -> bool:
    published = _published(article, span)
    return published is not None and any(period.meets(published) for period in periods)


def _times_of(article: Article, span: tuple[int, int]) -> list[Period]:
    published = _published(article, span)
    return list(named_periods(article.slice(*span), published.last.year if published else None))


def _published(article: Article, span: tuple[int, int]) -> Period | None:
    """Return when the words at *span* may have been said: when their source appeared, or the post, or just before."""
    references = [article.references[position].published for position in article.block_at(span[0]).references]
    iso = next((given for given in (*references, article.post.published) if given), None)
    if iso is None:
        return None
    first, last = days_of(iso)
    return Period(first - REPORTED_WITHIN if first == last else first, last)
