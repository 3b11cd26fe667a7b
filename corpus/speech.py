"""Who says what: direct speech with its speaker, where the text makes it plain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from corpus.article import QUOTABLE, Block, Speech, SpeechKind
from corpus.blocks import quotable_span
from corpus.people import NAME, OWN_WORDS, SAID, People
from corpus.quotation import MARKS, is_opening, quotations
from corpus.sentences import sentence_spans

SHORTEST: Final = 4  # words; below that marks rather hold a term than speech, unless a verb of speech stands beside
_WHO: Final = rf"(?P<who>{NAME}|[Hh]e|[Ss]he)"
_ADVERB: Final = r"(?:(?:also|then|later|has|had|once|recently|repeatedly|publicly|often)[ ])?"
_OFFICE: Final = r"(?:(?:its|the|their|his|her|an?)[ ][a-z][a-z -]{2,40},?[ ])?"
_AFTER: Final = (
    re.compile(rf"[,]?\s*{_ADVERB}{SAID}[ ]{_WHO}\b"),
    re.compile(rf"[,]?\s*{_OFFICE}{_WHO}(?:,[ ][^,;:.“”\"]{{3,90}},|,)?[ ]{_ADVERB}{SAID}\b"),
)
_LATER: Final = re.compile(rf",[ ]{_WHO}[ ]{_ADVERB}{SAID}\s*(?:[^,.“”\"]{{0,60}})[.]?$")
_BEFORE: Final = (
    re.compile(
        rf"(?:^|[,;—–][ ]|\b(?:and|but|as|when|while|But|And|As)[ ]){_WHO}"
        rf"(?:,[ ][^,;:.“”\"]{{3,90}},)?[ ]{_ADVERB}{SAID}\b[^.“”\"]{{0,90}}$"
    ),
    re.compile(rf"{_WHO}{OWN_WORDS}[^.“”\"]{{0,30}}$"),
    re.compile(rf"(?:According[ ]to|In[ ]the[ ]words[ ]of)[ ]{_WHO}[^.“”\"]{{0,60}}$"),
)
_ENDS_INSIDE: Final = (".", ",", "!", "?", "…")
_PRONOUN: Final = frozenset({"he", "she"})


@dataclass(slots=True)
class _Told:
    """What the sentences so far tell about who "he" or "she" is: a name, or None when it could be several."""

    name: str | None = None


def find_speech(text: str, blocks: Iterable[Block]) -> tuple[Speech, ...]:
    """Return the direct speech in the quotable *blocks* of *text*, in order; nested quotations go with the outer one.

    A speaker is named only by a name and a verb of speech beside the quotation, by a pronoun that can stand for one
    person alone, or by the quotation before it in the same paragraph; else the speaker is None.
    """
    people = People(text)
    found: list[Speech] = []
    told = _Told()
    for block in blocks:
        if block.voice not in QUOTABLE:
            continue
        start, end = quotable_span(text, block)
        for paragraph in re.finditer(r"[^\n]+", text[start:end]):
            found.extend(_of_paragraph(text, start + paragraph.start(), start + paragraph.end(), people, told))
    return tuple(found)


def _of_paragraph(text: str, start: int, end: int, people: People, told: _Told) -> Iterator[Speech]:
    previous: tuple[str | None, str | None] | None = None
    done = start
    for sentence_start, sentence_end in sentence_spans(text, start, end):
        if sentence_start >= done:  # a sentence of other words lies between: who speaks next must be said again
            previous = previous if _opens_with(text, sentence_start) else None
        for left, right in quotations(text, sentence_start, end):
            if left >= sentence_end or left < done:
                continue
            done = right
            cue = _cue(text, sentence_start, left, right, max(sentence_end, right))
            if cue is None and not _is_speech(text, left, right):
                continue
            name, mention, described = None, None, None
            if cue is not None:
                name, mention, described = _resolve(cue, people, told)
            elif previous is not None and left == sentence_start:
                name, described = previous
            previous = name, described
            if name is not None:
                told.name = name
            yield Speech(left + 1, right - 1, SpeechKind.DIRECT, name, mention, described)
        _note_people(text, sentence_start, sentence_end, people, told)


def _opens_with(text: str, position: int) -> bool:
    return text[position] in MARKS and is_opening(text, position)


def _is_speech(text: str, left: int, right: int) -> bool:
    words = text[left + 1 : right - 1]
    return len(words.split()) >= SHORTEST and words.endswith(_ENDS_INSIDE)


def _cue(text: str, sentence: int, left: int, right: int, sentence_end: int) -> re.Match[str] | None:
    """Return the match that names the speaker beside the quotation [left, right)."""
    line_end = text.find("\n", right)
    line_end = len(text) if line_end < 0 else line_end
    if (
        text[right - 2] not in ".…"
        or text[right : right + 2].strip(" ")[:1].islower()
        or text[right : right + 1] == " "
    ):
        for pattern in _AFTER:
            match = pattern.match(text, right, line_end)
            if match:
                return match
    for pattern in _BEFORE:
        match = pattern.search(text[:left].rstrip(" :,"), sentence)
        if match:
            return match
    return _LATER.search(text, right, sentence_end)


def _resolve(cue: re.Match[str], people: People, told: _Told) -> tuple[str | None, tuple[int, int] | None, str | None]:
    who = cue["who"]
    mention = cue.span("who")
    name = told.name if who.lower() in _PRONOUN else people.full(who)
    return (name, mention, people.described(name)) if name else (None, None, None)


def _note_people(text: str, start: int, end: int, people: People, told: _Told) -> None:
    """Take note of the person whom a pronoun in the next sentence would mean."""
    inside = quotations(text, start, end)
    mentions = [
        mention
        for mention in people.mentions(text, start, end)
        if not any(left < mention.start < right for left, right in inside)
    ]
    if not mentions:
        return
    alone = len({mention.name for mention in mentions}) == 1 and not people.may_name_others(text, start, end)
    # Of several people only the one with whom the sentence begins is what a pronoun after it means.
    begins = " " not in text[start : mentions[0].start].rstrip()
    told.name = mentions[0].name if alone or begins else None
