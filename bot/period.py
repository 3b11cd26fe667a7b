"""The time that a question asks about: "what did she say in May 2025?", "since 2022", "last week"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from corpus.dates import days_of, find_dates
from corpus.months import MONTHS

_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_BARE_MONTH: Final = re.compile(
    rf"\b(?:in|during|since|this|last|early|late|mid) (?P<month>{_MONTH})\b(?!\.? \d)", re.IGNORECASE
)
_RANGE: Final = re.compile(r"\b(?:between|from)\b(?P<first>.*?)\b(?:and|to|until|till)\b(?P<last>.*)", re.IGNORECASE)
_SINCE: Final = re.compile(r"\b(?:since|after)(?: the)?(?: [a-z]+(?: of)?)? $", re.IGNORECASE)
_UNTIL: Final = re.compile(r"\b(?:before|until|till|up to)(?: the)?(?: [a-z]+(?: of)?)? $", re.IGNORECASE)
_AGO: Final = re.compile(
    r"\b(?P<day>today|yesterday)\b|"
    r"\b(?:last|past) (?P<count>\d{1,3}) (?P<many>days|weeks|months|years)\b|"
    r"\b(?P<which>this|last|past) (?P<unit>week|month|year)\b",
    re.IGNORECASE | re.ASCII,
)
_MONTH_AT_MOST: Final = timedelta(31)
_THIS_WEEK: Final = timedelta(6)  # before today, as people say it on a Monday too
_DAYS: Final = {"days": 1, "weeks": 7, "months": 31, "years": 366}


@dataclass(frozen=True, slots=True)
class Period:
    """The days from *first* to *last*, both included; with a *month*, those of this month in any year."""

    first: date = date.min
    last: date = date.max
    month: int | None = None

    def meets(self, other: Period) -> bool:
        """Tell whether the *other* period is a time of this one: it shares a day, and is no more vague."""
        if self.month is not None and self.month != other.last.month:
            return False
        is_inside = self.month is None and self.first <= other.first and other.last <= self.last
        is_near = self.first <= other.last and other.first <= self.last and other.last - other.first <= _MONTH_AT_MOST
        return is_inside or is_near


def periods_asked(question: str, today: date) -> tuple[Period, ...]:
    """Return the times that *question* names, seen from *today*; none where it names none."""
    between = _RANGE.search(question)
    if between and (last := list(named_periods(between["last"], None))):
        first = list(named_periods(between["first"], last[0].first.year))
        if first:
            return (Period(first[0].first, last[0].last),)
    dates = [_opened(question[:start], Period(*days_of(iso))) for iso, start, _ in find_dates(question)]
    names = (match["month"].lower() for match in _BARE_MONTH.finditer(question))
    months = [Period(month=MONTHS[name]) for name in names if name in MONTHS]
    return (*dates, *months, *(_ago(match, today) for match in _AGO.finditer(question)))


def without_times(question: str) -> str:
    """Return *question* without the times that it names."""
    spans = [(start, end) for _, start, end in find_dates(question)]
    spans += [match.span("month") for match in _BARE_MONTH.finditer(question)]
    spans += [match.span() for match in _AGO.finditer(question)]
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


def _ago(match: re.Match[str], today: date) -> Period:
    if match["day"]:
        day = today - timedelta(match["day"].lower() == "yesterday")
        return Period(day, day)
    if match["count"]:
        return Period(today - timedelta(int(match["count"]) * _DAYS[match["many"].lower()]), today)
    unit = match["unit"].lower()
    if match["which"].lower() == "this":
        return Period(today - _THIS_WEEK if unit == "week" else _first_day(today, unit), today)
    ended = _first_day(today, unit) - timedelta(1)
    return Period(_first_day(ended, unit), ended)


def _first_day(day: date, unit: str) -> date:
    """Return the first day of the week, month or year (the *unit*) of *day*."""
    if unit == "week":
        return day - timedelta(day.weekday())
    return day.replace(day=1) if unit == "month" else day.replace(month=1, day=1)
