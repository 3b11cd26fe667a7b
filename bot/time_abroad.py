"""The time that a question in another language names, in English: :mod:`bot.period` reads it.

"Was sagte sie seit März 2031?" is "since 2031-03", "минулого тижня" is "last week".
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from bot.months_abroad import months
from bot.time_words import TIME_WORDS, YEAR, TimeWords

_NUMERIC: Final = rf"{YEAR}-[01]\d(?:-[0-3]\d)?|[0-3]?\d\.[01]?\d\.{YEAR}"


@dataclass(frozen=True, slots=True)
class _Date:
    """A date that a question names at *span*; what it does not have of it is empty."""

    span: tuple[int, int]
    written: str
    month: int
    day: str
    year: str

    def in_english(self, year: str = "") -> str:
        """Return it as :mod:`bot.period` reads it, as one of *year* where it has none itself."""
        year = self.year or year
        if not self.month:
            return self.written
        if not year:
            return "" if self.day else month_name[self.month]
        return f"{year}-{self.month:02}" + (f"-{int(self.day):02}" if self.day else "")


def time_in_english(question: str, language: str) -> str:
    """Return the times that *question* names, in English; nothing where it names none.

    Where nobody knows the *language*, it is that of the times.
    """
    known = [language] if language in TIME_WORDS else TIME_WORDS
    return next(filter(None, (_in_english(question.replace("'", "’"), code) for code in known)), "")


def without_time(question: str, language: str) -> str:
    """Return *question* without the times that it names."""
    spans = [date.span for date in _dates(question, language)]
    spans += [match.span() for match, _ in _seen_from_today(question, language)]
    kept = (" " if any(start <= at < end for start, end in spans) else letter for at, letter in enumerate(question))
    return " ".join("".join(kept).split())


def _in_english(question: str, language: str) -> str:
    words, dates = TIME_WORDS[language], list(_dates(question, language))
    for first, last in pairwise(dates):
        linked = re.fullmatch(rf" (?:{words.and_}) ", question[first.span[1] : last.span[0]], re.IGNORECASE)
        if linked and _leads(words.between, words, question[: first.span[0]]):
            return f"between {first.in_english()} and {last.in_english(first.year)}"
    found = [_led(date, question[: date.span[0]], words) for date in dates]
    return ", ".join([*found, *(english for _, english in _seen_from_today(question, language))])


def _dates(question: str, language: str) -> Iterator[_Date]:
    names = months(language)
    for match in _date(language).finditer(question):
        parts = {name.rstrip("_"): text for name, text in match.groupdict().items() if text}
        month = names.get(parts.get("month", "").lower(), 0)
        yield _Date(match.span(), match.group(), month, parts.get("day", ""), parts.get("year", ""))


def _seen_from_today(question: str, language: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield the times that *question* names as seen from today, each with what it is in English."""
    for pattern, english in _relative(language):
        for match in pattern.finditer(question):
            yield match, english.format(*filter(None, match.groups()))


def _led(date: _Date, before: str, words: TimeWords) -> str:
    """Return *date* in English, with the word that leads to it; *before* is what stands before it."""
    for leading, english in ((words.since, "since"), (words.until, "before")):
        if _leads(leading, words, before):
            return f"{english} {date.in_english()}"
    is_alone = re.fullmatch(words.alone, date.written, re.IGNORECASE)
    is_then = is_alone or _leads(f"{words.at}|{words.last}|{words.this}", words, before)
    return f"in {date.in_english()}" if is_then else date.in_english()


def _leads(leading: str, words: TimeWords, before: str) -> bool:
    return bool(re.search(rf"(?:^|\W)(?:{leading}) ?(?:(?:{words.part}) ?)*$", before, re.IGNORECASE))


@cache
def _date(language: str) -> re.Pattern[str]:
    name = "|".join(sorted(months(language), key=len, reverse=True))
    year_before = rf"(?:(?P<year_>{YEAR}) (?:m\.|metų) )?"
    day_behind = r"(?: (?P<day_>[0-3]?\d) d\b\.?)?"
    month = rf"{year_before}(?:(?P<day>[0-3]?\d)(?:\.|er|-\w+)? )?(?P<month>{name})\b(?: mėn\w*)?{day_behind}"
    year = TIME_WORDS[language].year
    return re.compile(
        rf"(?<![\w.,])(?<!\d-)(?:{month}(?:,? (?P<year>{YEAR}))?|{_NUMERIC}|{year})(?!\w|[.,]\d)", re.IGNORECASE
    )


@cache
def _relative(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return patterns of times as they are seen from today, each with what it is in English."""
    words = TIME_WORDS[language]
    found = [(pattern, english) for english, pattern in words.days.items()]
    for unit, noun in words.units.items():
        found += [
            (rf"(?:{words.this}) (?:{noun})", f"this {unit}"),
            (rf"(?:{words.last}) (?:{noun})|(?:{noun}) (?:{words.last})", f"last {unit}"),
            (rf"(?:{words.recent}) (?:{noun})", f"last 1 {unit}s"),
            (rf"(?:{words.last}|{words.recent}) (\d{{1,3}}) (?:{noun})", f"last {{}} {unit}s"),
            (rf"(\d{{1,3}}) (?:{words.last}) (?:{noun})", f"last {{}} {unit}s"),
        ]
    return tuple((re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), english) for pattern, english in found)
