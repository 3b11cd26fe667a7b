"""Interviews printed as "Q." and "A.": whose answers they are, where the text leaves no doubt."""

from __future__ import annotations

import re
from typing import Final

from corpus.people import Mention, People
from corpus.titles import TITLE, WORD

_QUESTION: Final = re.compile(r"^Q[.:] ", re.MULTILINE)
_ANSWER: Final = re.compile(r"^A[.:] ", re.MULTILINE)
_BEFORE_AN_ANSWER: Final = re.compile(r"A[.:] [“\"«„]")
_SPOKEN_TO: Final = re.compile(rf"^Q[.:] (?:{TITLE} )+(?:{WORD} )?(?P<name>{WORD}), ", re.MULTILINE)
FEWEST: Final = 2  # answers of an interview
LEAD: Final = 600  # characters before the first question in which the interviewee is named


class Interview:
    """One text, which may be an interview."""

    def __init__(self, text: str, people: People) -> None:
        self._text = text
        self._interviewee = _interviewee(text, people)

    def answers(self, quoted: int) -> Mention | None:
        """Return who answers in the quotation that begins behind its mark at *quoted*, None outside an answer."""
        line = self._text.rfind("\n", 0, quoted) + 1
        return self._interviewee if _BEFORE_AN_ANSWER.fullmatch(self._text, line, quoted) else None


def _interviewee(text: str, people: People) -> Mention | None:
    """Return who alone is spoken to in the questions, by name, and named before the first."""
    first = _QUESTION.search(text)
    if first is None or len(_ANSWER.findall(text)) < FEWEST:
        return None
    spoken_to = {people.full(match["name"]) for match in _SPOKEN_TO.finditer(text)}
    if len(spoken_to) != 1:
        return None
    name = spoken_to.pop()
    lead = people.mentions(text, max(0, first.start() - LEAD), first.start())
    return next((mention for mention in lead if mention.name == name), None)
