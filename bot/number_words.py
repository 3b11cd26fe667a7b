"""Small numbers as texts and questions write them in words."""

from __future__ import annotations

from typing import Final

_WORDS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBER_WORDS: Final = {word: number for number, word in enumerate(_WORDS, 1)}
"""The numbers up to twelve by their words."""
