"""Amounts that a question names: "why did she give the keepers 200,000 crowns?" takes it that it was as much."""

from __future__ import annotations

import re
from typing import Final

from bot.number_words import NUMBER_WORDS
from corpus.months import MONTHS

_TIMES: Final = {
    "hundred": 1e2,
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "million": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "billion": 1e9,
    "trillion": 1e12,
}
_IN_WORDS: Final = {"half a": 0.5, "a": 1.0} | NUMBER_WORDS
_AMOUNT: Final = re.compile(
    r"(?P<sign>[$€£¥₴₽₹] ?)?(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)"
    rf"(?:[ -]?(?P<times>{'|'.join(_TIMES)})\b)?|\b(?P<words>{'|'.join(_IN_WORDS)}) (?P<so_many>{'|'.join(_TIMES)})\b",
    re.IGNORECASE,
)
_TENS: Final = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_TEENS: Final = ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_SPELT: Final = re.compile(
    rf"\b(?:(?P<teen>{'|'.join(_TEENS)})|(?P<tens>{'|'.join(_TENS)})(?:[ -](?P<ones>one|two|three|four|five|six|seven|"
    r"eight|nine))?)\b",
    re.IGNORECASE,
)
_SCORE: Final = re.compile(r"(?<![\w.,:/-])(\d{1,3})[-–](\d{1,3})(?![\w–-]|[.,:/]\d)")
"""A vote or a score: both sides of it are told."""
_NAMED: Final = re.compile(rf"\b(?i:{'|'.join(MONTHS)}|age|aged|day|no|number)\.? $|\b[A-ZÀ-Ž][\w’'-]* $")
_COUNTED: Final = re.compile(rf" (?!(?:{'|'.join(MONTHS)})\b)[a-z]{{3,}}")
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")
_ATTACHED: Final = re.compile(r"[\w.,:/-]")
"""Beside a number it is no amount of its own: F-16, 60-minute, 18:30."""
_LARGE: Final = 3  # digits of what is an amount wherever it stands
_FEWEST: Final = 13  # of a count; texts write smaller ones as words, or "a dozen"


def amounts_asked(question: str) -> set[float]:
    """Return the amounts that *question* names in digits: sums of money, counts but for small ones, and votes."""
    votes = {float(side) for match in _SCORE.finditer(question) if not _is_named(match) for side in match.groups()}
    return votes | {_value(found) for found in _AMOUNT.finditer(question) if _is_asked(found)}


def amounts_known(text: str) -> set[float]:
    """Return every number in *text*."""
    return {_value(found) for found in _AMOUNT.finditer(text)} | {_spelt(found) for found in _SPELT.finditer(text)}


def _is_asked(found: re.Match[str]) -> bool:
    number, text = found["number"], found.string
    if number is None or _YEAR.fullmatch(number):
        return False
    before, behind = text[: found.start()][-1:], text[found.end() :]
    is_attached = _ATTACHED.match(before) or re.match(r"[\w-]|[.,:/]\d", behind)
    if is_attached or found["sign"] or found["times"] or len(number) >= _LARGE:
        return not is_attached
    return float(number) >= _FEWEST and bool(_COUNTED.match(behind)) and not _is_named(found)


def _is_named(found: re.Match[str]) -> bool:
    """Tell whether what stands before the number *found* makes it a day or a name: "June 24", "Article 24"."""
    return bool(_NAMED.search(found.string, 0, found.start()))


def _spelt(found: re.Match[str]) -> float:
    if found["teen"]:
        return 13.0 + _TEENS.index(found["teen"].lower())
    return _TENS[found["tens"].lower()] + _IN_WORDS.get((found["ones"] or "").lower(), 0.0)


def _value(found: re.Match[str]) -> float:
    times = _TIMES.get((found["times"] or found["so_many"] or "").lower(), 1.0)
    number = found["number"]
    return times * (_IN_WORDS[found["words"].lower()] if number is None else float(number.replace(",", "")))
