"""Widening a sentence until it can stand alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from bot.answer import Speaker
from bot.chain import told_by, told_by_unnamed
from bot.described import described_speakers
from corpus.article import Article, Block
from corpus.blocks import block_sentences

AS_GOOD: Final = 5.0  # log-odds below the best sentence of its passage within which another one belongs to the answer
LONGEST_QUOTE: Final = 4  # sentences
_LEANS_BACK: Final = re.compile(
    r"(?:\S+ ){1,6}?(?:this|these) "
    r"(?!(?:day|week|month|year|time|morning|afternoon|evening|night|spring|summer|autumn|winter)s?\b)\w|"
    r"[“\"«„]?(?:But|However|Yet|Still|And|So|Instead|Nor|Or|Therefore|Thus|Then|Also|Otherwise|Nevertheless|Nonetheless|"
    r"Moreover|Furthermore|That|This|These|Those|It|They|He|She|His|Her|Their|Its|Such|Both|Neither)\b"
)
_TURNS_ROUND: Final = re.compile(r"[“\"«„]?(?:But|However|Yet|Nevertheless|Nonetheless|Even so|Still,|Instead)\b")


def widen(
    article: Article, block: Block, key: tuple[int, int], scored: Mapping[tuple[int, int], float]
) -> tuple[int, int]:
    """Return the span of *key* with the neighbours in *block* that it cannot be read without.

    These are what a sentence leans back on, what turns it round, and in the same paragraph what is *scored* (in
    log-odds) nearly as well and not said by somebody else.
    """
    sentences = block_sentences(article.text, block)
    first = last = sentences.index(key)
    told = told_by(article, key)
    near = (span for span, value in scored.items() if value >= scored[key] - AS_GOOD)
    as_good = {span for span in near if _may_stand_with(article, key, told, span)}
    while (
        first > 0
        and last - first < LONGEST_QUOTE - 2
        and _same_paragraph(article, sentences[first - 1], sentences[first])
    ):
        leans_back = _LEANS_BACK.match(article.text, sentences[first][0])
        if not leans_back and sentences[first - 1] not in as_good:
            break
        first -= 1
    while last + 1 < len(sentences) and last - first < LONGEST_QUOTE - 1:
        following = sentences[last + 1]
        goes_on = following in as_good or (following in scored and _LEANS_BACK.match(article.text, following[0]))
        if not _TURNS_ROUND.match(article.text, following[0]) and not (
            goes_on and _same_paragraph(article, sentences[last], following)
        ):
            break
        last += 1
    return sentences[first][0], sentences[last][1]


def may_stand_together(article: Article, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether the sentences *one* and *other* may stand in one quote: they are not the words of two."""
    return _may_stand_with(article, one, told_by(article, one), other)


def _may_stand_with(article: Article, one: tuple[int, int], told: Speaker | None, other: tuple[int, int]) -> bool:
    """Tell whether *other* may stand in one quote with *one*, which is *told* by somebody."""
    if one == other:
        return True
    second = told_by(article, other)
    if told and second:
        return (told.name, told.according_to) == (second.name, second.according_to)
    if told or second:
        return not told_by_unnamed(article, other if told else one)
    either = described_speakers(article, one), described_speakers(article, other)
    return not all(either) or None in either[0] | either[1] or either[0] == either[1]


def _same_paragraph(article: Article, before: tuple[int, int], after: tuple[int, int]) -> bool:
    return "\n" not in article.text[before[1] : after[0]]
