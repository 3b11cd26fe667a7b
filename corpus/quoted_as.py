"""Whom a paper quotes: "the Courier quoted Kest as saying “…”", "Kest was quoted as saying". The words are Kest's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.attribution import Attribution, overlap

Span = tuple[int, int]
_SAYING: Final = r"(?P<saying>(?:saying|stating|telling|warning|adding|writing|describing|calling)\b)"
_ADVERB: Final = r"(?:(?:also|later|then|\w+ly) )?"
_QUOTES: Final = r"(?:quot(?:es?|ed)|cit(?:es?|ed)|report(?:s|ed))"
_MAY_QUOTE: Final = re.compile(rf"\b{_QUOTES}\b[^\n]* {_SAYING}")
"""What every sentence has that says so; the patterns below take their time."""
_ACTIVE: Final = re.compile(
    rf"(?P<teller>(?:[Tt]he )?[\w’'.-]+(?: [\w’'.&-]+){{0,6}}?) {_ADVERB}"
    rf"(?P<cue>(?:(?:has|had|have) )?{_ADVERB}{_QUOTES}) "
    rf"(?P<source>(?![a-z]+ly\b|that\b)[^.;:“”\"]{{2,140}}?),? as {_SAYING}"
)
_PASSIVE: Final = re.compile(
    rf"\b(?:(?:[Aa]nd|[Bb]ut|while) )?(?P<source>[^.,;:“”\"]{{2,80}}?) "
    rf"(?P<cue>(?:was|were|is|are|has been|have been|had been) {_ADVERB}(?:quoted|cited|reported))"
    rf"(?: (?:by|in) [^,.;:“”\"]{{2,60}}?)?,?(?: as)? {_SAYING}"
)


@dataclass(frozen=True, slots=True)
class Quoted:
    """Who is quoted at *source*, where "saying" ends that says so, and by whom, None where that is not told."""

    place: Span
    source: Span
    saying: Span
    teller: Span | None
    cue: Span


def quoted_as(text: str, sentences: Sequence[Span], marks: Sequence[Span]) -> Iterator[Quoted]:
    """Yield who is quoted as saying something in the *sentences*, outside of *marks*."""
    for start, end in sentences:
        for pattern in (_ACTIVE, _PASSIVE) if _MAY_QUOTE.search(text, start, end) else ():
            for match in pattern.finditer(text, start, end):
                if not any(left < match.start("saying") < right for left, right in marks):
                    teller = match.span("teller") if pattern is _ACTIVE else None
                    yield Quoted(match.span(), match.span("source"), match.span("saying"), teller, match.span("cue"))


def with_quoted(said: Sequence[Attribution], found: Sequence[Quoted]) -> list[Attribution]:
    """Return *said* with what comes from those *found* as theirs, and nothing of it as who quotes them."""
    whole = list(said)
    for quoted in found:
        whole = [new for item in whole if (new := _of(item, quoted))]
    return sorted(whole, key=lambda item: item.content)


def _of(item: Attribution, quoted: Quoted) -> Attribution | None:
    """Return *item* as said by whom *quoted* names, or as it is; None where it is only that somebody is quoted."""
    introduces = any(span and overlap(span, quoted.place) for span in (item.source, item.cue))
    if overlap(item.content, quoted.source):
        if item.content[1] <= quoted.place[1]:
            return None
        item, introduces = replace(item, content=(quoted.place[1] + 1, item.content[1])), True
    return replace(item, source=quoted.source, cue=quoted.saying) if introduces else item
