"""Dialogues printed line by line, each line behind who speaks: "Renn: The cows will stay.".

A text is one where two take turns, and who speaks is a person whom it names in full elsewhere. The words of an
interviewer or a host, whom it does not name so, are nobody's: they ask for the paper.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from corpus.first_names import GENDERS
from corpus.people import People
from corpus.titles import TITLE, TITLES, WORD, bare_name, may_be_a_person

_TURN: Final = re.compile(rf"^[“\"«„]?(?P<label>(?:{TITLE} )?{WORD}(?: {WORD}){{0,2}}): (?P<words>\S.*)$", re.MULTILINE)
FEWEST: Final = 4  # lines of a dialogue
SPEAKERS: Final = 2
WORDS: Final = 4  # that half of the lines have at least; a list of results has numbers
TURNS: Final = 2  # lines that each of two speakers has at least


@dataclass(frozen=True, slots=True)
class Turn:
    """A line of a dialogue."""

    start: int
    """Where its words begin, behind the label."""
    label: tuple[int, int]
    """Where it says who speaks."""
    speaker: str | None
    """The full name of who does; None for who has none in the text."""


def turns(text: str, people: People) -> dict[int, Turn]:
    """Return the lines of a dialogue in *text* by where their labels begin; none where there is no dialogue."""
    found = list(_TURN.finditer(text))
    labels = Counter(match["label"] for match in found)
    several = [label for label, count in labels.items() if count >= TURNS]
    speakers = {label: _full(label, text, people) for label in several}
    talks = 2 * sum(len(match["words"].split()) >= WORDS for match in found) >= len(found)
    if len(found) < FEWEST or len(several) < SPEAKERS or not talks or not any(speakers.values()):
        return {}
    spoken = [match for match in found if match["label"] in speakers]
    return {
        match.start("label"): Turn(match.start("words"), match.span("label"), speakers[match["label"]])
        for match in spoken
    }


def _full(label: str, text: str, people: People) -> str | None:
    """Return the full name of who is called *label*, which may stand in capitals; None where no name is certain."""
    last = bare_name(label.title() if label.isupper() else label)
    if " " in (known := people.full(last) or ""):
        return known
    if not last or " " in last:
        return None
    before = rf"(?P<title>{'|'.join(TITLES)})\.?|(?P<first>{WORD})"
    found = list(re.finditer(rf"\b(?:{before}) {re.escape(last)}\b", text))
    first = {match["first"] for match in found if match["first"] and may_be_a_person(match.group())}
    is_person = any(match["title"] for match in found) or any(name.lower() in GENDERS for name in first)
    return f"{first.pop()} {last}" if is_person and len(first) == 1 else None
