"""The time that a question asks about: "what did she say in May 2025?", "since 2022", "last week"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.time_ago import spans_ago, times_ago
from corpus.dates import days_of, find_dates
from corpus.months import MONTHS

_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_BARE_MONTH: Final = re.compile(
    rf"\b(?:in|during|since|this|last|early|late|mid) (?P<month>{_MONTH})\b(?!\.? \d)", re.IGNORECASE
)
_RANGE: Final = re.compile(r"\b(?:between|from)\b(?P<first>.*?)\b(?:and|to|until|till)\b(?P<last>.*)", re.IGNORECASE)
_MID: Final = re.compile(r"\b(mid|early|late)-(?=[A-Z])")
_SINCE: Final = re.compile(r"\b(?:since|after)(?: the)?(?: [a-z]+(?: of)?)? $", re.IGNORECASE)
_UNTIL: Final = re.compile(r"\b(?:before|until|till|up to)(?: the)?(?: [a-z]+(?: of)?)? $", re.IGNORECASE)
FEW_YEARS: Final = 3  # of a period whose years are looked for one by one
_MONTH_AT_MOST: Final = timedelta(31)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from *first* to *last*, both included; with a *month*, those of this month in any year."""

    first: date = date.min
    last: date = date.max
    month: int | None = None

    def may_be_named_in(self, text: str, year: int | None) -> bool:
        """Tell whether *text*, of this *year* where that is known, can name a time of it: it has one of its years."""
        if self.month is not None or self.last.year - self.first.year > FEW_YEARS:
            return True
        years = range(self.first.year, self.last.year + 1)
        return year in years or any(str(one) in text for one in years)

    def meets(self, other: Period) -> bool:
        """Tell whether the *other* period is a time of this one: it shares a day, and is no more vague."""
        if self.month is not None and self.month != other.last.month:
            return False
        is_inside = self.month is None and self.first <= other.first and other.last <= self.last
        is_near = self.first <= other.last and other.first <= self.last and other.last - other.first <= _MONTH_AT_MOST
        return is_inside or is_near

    def distance(self, other: Period) -> timedelta:
        """Return how far away the *other* period is: not at all where they meet, or this is a month of any year."""
        if self.month is not None:
            return timedelta(0)
        return max(self.first - other.last, other.first - self.last, timedelta(0))


def periods_asked(question: str, today: date) -> tuple[Period, ...]:
    """Return the times that *question* names, seen from *today*; none where it names none."""
    question = _MID.sub(r"\1 ", question)
    between = _RANGE.search(question)
    if between and (last := list(named_periods(between["last"], None))):
        first = list(named_periods(between["first"], last[0].first.year))
        if first:
            return (Period(first[0].first, last[0].last),)
    dates = [_opened(question[:start], Period(*days_of(iso))) for iso, start, _ in find_dates(question)]
    names = (match["month"].lower() for match in _BARE_MONTH.finditer(question))
    months = [Period(month=MONTHS[name]) for name in names if name in MONTHS]
    return (*dates, *months, *(Period(*days) for days in times_ago(question, today)))


def without_times(question: str) -> str:
    """Return *question* without the times that it names."""
    question = _MID.sub(r"\1 ", question)
    spans = [(start, end) for _, start, end in find_dates(question)]
    spans += [match.span("month") for match in _BARE_MONTH.finditer(question)]
    spans += spans_ago(question)
    kept = "".join(
        " " if any(start <= at < end for start, end in spans) else letter for at, letter in enumerate(question)
    )
    return " ".join(kept.split())


def named_periods(text: str, year: int | None) -> Iterator[Period]:
    """Yield the times that *text* names, a month without its year as one of *year*."""
    dates = list(find_dates(text))
    for iso, _, _ in dates:
        yield Period(*days_of(iso))
    for match in re.finditer(r"\b[A-Z]\w{2,}", text) if year else ():
        month = MONTHS.get(match.group().lower())
        if month and not any(start <= match.start() < end for _, start, end in dates):
            yield Period(*days_of(f"{year}-{month:02}"))


def _opened(before: str, period: Period) -> Period:
    """Return *period* to the end of time behind the word "since", from its beginning behind "until"."""
    if _SINCE.search(before):
        return Period(period.first)
    return Period(last=period.last) if _UNTIL.search(before) else period
