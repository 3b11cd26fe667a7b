"""Times as a question names them seen from today: "last week", "two days ago", "over the weekend"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from bot.number_words import NUMBER_WORDS

_NUMBERS: Final = {"couple of": 2, "few": 3} | NUMBER_WORDS
_COUNT: Final = rf"\d{{1,3}}|{'|'.join(_NUMBERS)}"
_AGO: Final = re.compile(
    r"\b(?P<today>today|tonight|this (?:morning|afternoon|evening))\b|"
    r"\b(?P<yesterday>yesterday|last night)\b|"
    r"\b(?:this |the )?(?:last|past) (?P<count>" + _COUNT + r") (?P<many>day|week|month|year)s\b|"
    r"\b(?P<back>" + _COUNT + r"|an?)(?<!few) (?P<ago>day|week|month|year)s? ago\b|"
    r"\b(?:last|this|past|the) (?:past )?(?P<weekend>weekend)\b|"
    r"\b(?P<which>this past|this|last|past) (?P<unit>week|month|year)\b",
    re.IGNORECASE | re.ASCII,
)
_DAYS: Final = {"day": 1, "week": 7, "month": 31, "year": 366}
_DAY: Final = timedelta(1)
_SATURDAY: Final = 5


def times_ago(question: str, today: date) -> Iterator[tuple[date, date]]:
    """Yield the first and the last day of each time that *question* names seen from *today*."""
    for match in _AGO.finditer(question):
        yield _days(match, today)


def spans_ago(question: str) -> Iterator[tuple[int, int]]:
    """Yield where *question* names a time seen from today."""
    for match in _AGO.finditer(question):
        yield match.span()


def _days(match: re.Match[str], today: date) -> tuple[date, date]:
    if match["count"]:
        return today - timedelta(_number(match["count"]) * _DAYS[match["many"].lower()]), today
    if match["ago"]:
        length = _DAYS[match["ago"].lower()]
        day, around = today - timedelta(_number(match["back"]) * length), timedelta(length // 2)
        return day - around, day + around
    if match["unit"]:
        return _of_unit(match["which"].lower(), match["unit"].lower(), today)
    saturday = today - timedelta((today.weekday() - _SATURDAY) % 7)
    day = today if match["today"] else today - _DAY if match["yesterday"] else saturday
    return day, min(saturday + _DAY, today) if match["weekend"] else day


def _of_unit(which: str, unit: str, today: date) -> tuple[date, date]:
    if which != "last" and (unit == "week" or which != "this"):  # people say "this week" on a Monday too
        return today - timedelta(_DAYS[unit] - 1), today
    if which == "this":
        return _first_day(today, unit), today
    ended = _first_day(today, unit) - _DAY
    return _first_day(ended, unit), ended


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _NUMBERS.get(written.lower(), 1)


def _first_day(day: date, unit: str) -> date:
    """Return the first day of the week, month or year (the *unit*) of *day*."""
    if unit == "week":
        return day - timedelta(day.weekday())
    return day.replace(day=1) if unit == "month" else day.replace(month=1, day=1)
