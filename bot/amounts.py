"""Amounts that a question names: "why did she give the keepers 200,000 crowns?" takes it that it was as much."""

from __future__ import annotations

import re
from typing import Final

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
_IN_WORDS: Final = {
    "half a": 0.5,
    "a": 1.0,
    "one": 1.0,
    "two": 2.0,
    "three": 3.0,
    "four": 4.0,
    "five": 5.0,
    "six": 6.0,
    "seven": 7.0,
    "eight": 8.0,
    "nine": 9.0,
    "ten": 10.0,
}
_AMOUNT: Final = re.compile(
    r"(?P<sign>[$€£¥₴₽₹] ?)?(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)"
    rf"(?:[ -]?(?P<times>{'|'.join(_TIMES)})\b)?|\b(?P<words>{'|'.join(_IN_WORDS)}) (?P<so_many>{'|'.join(_TIMES)})\b",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")
_ATTACHED: Final = re.compile(r"[\w.,:/-]")
"""Beside a number it is no amount of its own: F-16, 60-minute, 18:30."""
_FEWEST: Final = 3  # digits of a count that is not money; texts write smaller ones as words


def amounts_asked(question: str) -> set[float]:
    """Return the amounts that *question* names in digits: sums of money, millions, and large counts."""
    return {_value(found) for found in _AMOUNT.finditer(question) if _is_asked(found)}


def amounts_known(text: str) -> set[float]:
    """Return every number in *text*."""
    return {_value(found) for found in _AMOUNT.finditer(text)}


def _is_asked(found: re.Match[str]) -> bool:
    number, text = found["number"], found.string
    if number is None or _YEAR.fullmatch(number):
        return False
    before, behind = text[: found.start()][-1:], text[found.end() :]
    is_attached = _ATTACHED.match(before) or re.match(r"[\w-]|[.,:/]\d", behind)
    return not is_attached and bool(found["sign"] or found["times"] or len(number) >= _FEWEST)


def _value(found: re.Match[str]) -> float:
    times = _TIMES.get((found["times"] or found["so_many"] or "").lower(), 1.0)
    number = found["number"]
    return times * (_IN_WORDS[found["words"].lower()] if number is None else float(number.replace(",", "")))
