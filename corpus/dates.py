"""Dates as people write them, turned into ISO dates."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Final

from corpus.months import MONTHS

_MONTH: Final = r"(?P<month>{})\b\.?".format("|".join(sorted(MONTHS, key=len, reverse=True)))
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_DAY: Final = r"(?P<day>[0-3]?\d)"
_FORMS: Final = tuple(
    re.compile(rf"(?<![\w/-]){form}(?!\w|[-/]\d)", re.IGNORECASE)
    for form in (
        rf"{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)(?:T[\d:.+Z-]+)?",
        rf"{_DAY}[./](?P<number>[01]?\d)[./]{_YEAR}",
        rf"{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"{_DAY}(?:st|nd|rd|th|\.)?\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",
        rf"{_YEAR}\s+m\.\s+{_MONTH}\s+{_DAY}(?:\s+d\.)?",
        rf"{_YEAR}-(?P<number>[01]\d)",
        rf"{_MONTH},?\s+{_YEAR}",
        _YEAR,
    )
)


def find_date(text: str) -> tuple[str, int, int] | None:
    """Return the last date in *text* as (ISO date, start, end): ``2025-09-04``, ``2025-09`` or ``2025``.

    The most exact form wins; of equal ones the last, because entries of reference lists end with their date.
    A day before a month is European, as is ``04.09.2025``.
    """
    for form in _FORMS:
        for match in reversed(list(form.finditer(text))):
            if iso := _iso(match):
                return iso, match.start(), match.end()
    return None


def find_dates(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield every date in *text* as :func:`find_date` returns one, in any order; none lies inside another."""
    taken: list[tuple[int, int]] = []
    for form in _FORMS:
        for match in form.finditer(text):
            start, end = match.span()
            if all(end <= first or last <= start for first, last in taken) and (iso := _iso(match)):
                taken.append((start, end))
                yield iso, start, end


def days_of(iso: str) -> tuple[date, date]:
    """Return the first and the last day that the ISO date *iso* may mean: ``2025-09`` is a month."""
    year, *rest = map(int, iso.split("-"))
    month, day = (*rest, 0, 0)[:2]
    last = monthrange(year, month or 12)[1]
    return date(year, month or 1, day or 1), date(year, month or 12, day or last)


def iso_date(text: str) -> str | None:
    """Return *text* as an ISO date, None when the whole of it is not a date."""
    found = find_date(text)
    return found[0] if found and not (text[: found[1]] + text[found[2] :]).strip(" .") else None


def _iso(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    year = int(parts["year"])
    name = parts.get("month")
    month = MONTHS.get(name.lower(), 0) if name else int(parts.get("number") or 0)
    if not month:
        return f"{year}"
    try:
        day = date(year, month, int(parts.get("day") or 1))
    except ValueError:
        return None
    return day.isoformat() if parts.get("day") else day.isoformat()[:7]
