"""Who says what: direct speech in quotation marks and indirect speech, each with its speaker where one is named.

Sources, cues and contents come from the tagger, quotation marks from the text itself. A text that is not English is
read by its marks alone, and nobody in it gets a name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from corpus.article import QUOTABLE, Block, Speech, SpeechKind, Voice
from corpus.attribution import Attribution, attributions, completed, overlap
from corpus.blocks import block_sentences, quotable_span
from corpus.claim import is_claim
from corpus.dialogue import Turn, turns
from corpus.language import is_english
from corpus.marked_words import is_speech, is_term, is_title
from corpus.people import People
from corpus.quotation import DOUBLED, MARKS, quotations, unclosed, with_marks
from corpus.quoted_as import quoted_as, with_quoted
from corpus.saying import sayings
from corpus.second_hand import Retold, quoted_at_second_hand, retold, told_by
from corpus.speaker import UNNAMED, Named, Speakers
from corpus.tagger import Tagged, load_tagger
from corpus.tags import tags, with_tags
from corpus.whole_names import in_whole_names

Span = tuple[int, int]
_OPEN_INSIDE: Final = re.compile(r"(?<!\w)‘(?:[^’]|’\w)*\Z")
"""Somebody's words in single marks, not closed yet: what is in double marks there is again another's."""
MOSTLY: Final = 0.8  # share of a content in quotation marks from which nothing of it counts as indirect


@dataclass(frozen=True, slots=True)
class _Paragraph:
    start: int
    end: int
    sentences: tuple[Span, ...]
    said: list[Attribution]
    read: list[Attribution]
    """What rules alone read; nothing in what the author of a post says about what the post quotes."""
    retold: list[Retold]
    """What comes at second hand."""
    is_report: bool
    """It is no comment of a post's author, who says of others what they say as he sees it."""
    answers: Mapping[int, Named] = field(default_factory=dict)
    """By where a quotation begins who answers in it, as the form of an interview tells."""


def find_speech(text: str, blocks: Iterable[Block]) -> tuple[Speech, ...]:
    """Return the speech in the quotable *blocks* of *text*, by position; speech inside speech follows the outer one."""
    quotable = [block for block in blocks if block.voice in QUOTABLE]
    english = is_english(text)
    found_there = [load_tagger().tag(text, *quotable_span(text, block)) if english else [] for block in quotable]
    tagged = [list(in_whole_names(text, items)) for items in found_there]
    sources = [text[item.start : item.end] for items in tagged for item in items if item.role == "source"]
    people = People(text, sources)
    speakers = Speakers(text, people)
    found: list[Speech] = []
    dialogue = turns(text, people) if english else {}
    quotes_press = any(block.voice is Voice.PRESS for block in quotable)
    for block, items in zip(quotable, tagged, strict=True):
        open_speech: Speech | None = None
        is_report = english and (block.voice is Voice.PRESS or not quotes_press)
        for paragraph in _paragraphs(text, block, items, speakers, is_report=is_report):
            speech = list(_of_paragraph(text, paragraph, speakers, open_speech))
            if turn := dialogue.get(paragraph.start + (text[paragraph.start] in MARKS)):
                speech = list(_of_turn(text, turn, paragraph.end, speakers))
            found.extend(speech)
            goes_on = unclosed(text, paragraph.start, paragraph.end) is not None
            open_speech = max(speech, key=lambda item: item.start, default=None) if goes_on else None
    return tuple(sorted(found, key=lambda item: (item.start, -item.end)))


def _paragraphs(
    text: str, block: Block, tagged: Sequence[Tagged], speakers: Speakers, *, is_report: bool
) -> Iterator[_Paragraph]:
    sentences = block_sentences(text, block)
    said = attributions(text, tagged, sentences)
    start, end = quotable_span(text, block)
    for line in re.finditer(r"[^\n]+", text[start:end]):
        left, right = start + line.start(), start + line.end()
        own = sentences[bisect_left(sentences, (left,)) : bisect_left(sentences, (right,))]
        there = said[_first(said, left) : _first(said, right)]
        marks = quotations(text, left, right)
        read = [item for span in own for item in sayings(text, span, marks, speakers.can_speak)] if is_report else []
        quoted = list(quoted_as(text, own, marks)) if is_report else []
        whole = with_quoted(with_tags(text, completed(there, read), tags(text, marks)), quoted)
        told = [*retold(text, whole, own, marks, speakers.can_speak), *told_by(whole, quoted)]
        told = [item for item in told if is_claim(text, item.teller, own, read)]
        yield _Paragraph(left, right, own, whole, read, told, is_report)


def _first(said: Sequence[Attribution], position: int) -> int:
    return bisect_left(said, position, key=lambda item: item.content[0])


def _of_paragraph(text: str, paragraph: _Paragraph, speakers: Speakers, open_speech: Speech | None) -> Iterator[Speech]:
    """Yield the speech of one paragraph; *open_speech* is what the paragraph before did not close."""
    marks = quotations(text, paragraph.start, paragraph.end)
    opened = unclosed(text, paragraph.start, paragraph.end)
    quoted = [(left + 1, right - 1) for left, right in marks]
    broken = opened is not None and not _goes_on(text, paragraph.end)
    if opened is not None and not broken:
        quoted.append((opened + 1, paragraph.end))
    named = _named(paragraph, speakers, marks)
    heard = [
        item
        for item in paragraph.retold
        if item.is_tagged or _are_two(named.get(item.teller, UNNAMED), named.get(item.said, UNNAMED))
    ]
    answers = {left: speakers.answers(left) for left, _ in quoted}
    yield from _direct(text, replace(paragraph, retold=heard, answers=answers), quoted, named, open_speech)
    if not paragraph.is_report:
        return
    tellers, inner = [item.teller for item in heard], [item.said for item in heard]
    for item in dict.fromkeys((*paragraph.said, *tellers, *inner)):
        if opened is not None and broken and overlap(item.content, (opened, paragraph.end)):
            continue  # what follows a mark without a partner may be anybody's
        if (
            item.source
            and is_claim(text, item, paragraph.sentences, [item] if item in inner else paragraph.read)
            and (item in tellers or _outside(item.content, quoted) > 1 - MOSTLY)
        ):
            who = named.get(item, UNNAMED)
            yield Speech(*item.content, SpeechKind.INDIRECT, who.name, who.mention, who.described_as)


def _of_turn(text: str, turn: Turn, end: int, speakers: Speakers) -> Iterator[Speech]:
    """Yield the words of a line of a dialogue that ends at *end*, with the speech inside; none of who has no name."""
    if turn.speaker is None:
        return
    who = speakers.known(turn.speaker, turn.label)
    end -= text[end - 1] in MARKS and text[max(0, turn.label[0] - 1)] in MARKS
    yield Speech(turn.start, end, SpeechKind.DIRECT, who.name, who.mention, who.described_as)
    yield from _inner(text, turn.start, end)


def _are_two(teller: Named, said: Named) -> bool:
    """Tell whether it is another whose words the *teller* hands on."""
    return said.name is not None and said.name != teller.name


def _goes_on(text: str, end: int) -> bool:
    """Tell whether a quotation that is open at the *end* of a paragraph goes on: a mark follows, or nothing."""
    following = text[end : end + 4].lstrip()
    return not following or following[0] in MARKS or following.startswith(DOUBLED)


def _named(paragraph: _Paragraph, speakers: Speakers, marks: Sequence[Span]) -> dict[Attribution, Named]:
    """Return who the source of each attribution is, read sentence by sentence."""
    named: dict[Attribution, Named] = {}
    for sentence in paragraph.sentences:
        speakers.begin(sentence)
        for item in paragraph.said:
            anchor = item.source or item.cue or item.content
            if sentence[0] <= anchor[0] < sentence[1]:
                named[item] = speakers.resolve(item.source, marks)
        for told in paragraph.retold:
            for item in (told.teller, told.said):
                if item.source and sentence[0] <= item.source[0] < sentence[1]:
                    named.setdefault(item, speakers.named(item.source, marks))
        speakers.read(marks)
    return named


def _direct(
    text: str,
    paragraph: _Paragraph,
    quoted: Sequence[Span],
    named: Mapping[Attribution, Named],
    open_speech: Speech | None,
) -> Iterator[Speech]:
    """Yield what stands in quotation marks and is speech, each followed by the speech inside it."""
    previous = Named(open_speech.speaker, open_speech.mention, open_speech.described_as) if open_speech else None
    done = paragraph.start
    for left, right in quoted:
        second = quoted_at_second_hand(text, paragraph.retold, (left, right))
        said = second or introduced_by(paragraph.said, (left, right))
        opened, closed = with_marks(text, left, right)
        continues = previous is not None and not text[done:opened].strip()
        if is_term(text, left, right) or not (said or continues or is_speech(text, left, right)):
            continue
        who = named.get(said, UNNAMED) if said and not _OPEN_INSIDE.search(text, paragraph.start, left) else UNNAMED
        opens_sentence = any(span[0] == opened for span in paragraph.sentences)
        follows = opens_sentence and not _has_sentence(text[done:opened])
        if previous and (continues or follows) and (said is None or said.source is None):
            who = previous
        if (said is None or said.source is None) and who.mention is None:
            who = paragraph.answers[left]
        if who.mention is None and is_title(text, left, right):
            continue
        yield Speech(left, right, SpeechKind.DIRECT, who.name, who.mention, who.described_as)
        yield from _inner(text, left, right)
        previous, done = who, closed


def introduced_by(said: Sequence[Attribution], quoted: Span) -> Attribution | None:
    """Return the attribution whose content shares most with *quoted*, one with a source first.

    Who is named in the quotation does not say it.
    """
    sharing = [
        item
        for item in said
        if _shared(item.content, quoted) > 0 and not (item.source and overlap(item.source, quoted))
    ]
    return max(sharing, key=lambda item: (item.source is not None, _shared(item.content, quoted)), default=None)


def _inner(text: str, start: int, end: int) -> Iterator[Speech]:
    """Yield the speech inside the speech at [start, end): somebody's, but the text does not say plainly whose."""
    for left, right in quotations(text, start, end):
        if is_speech(text, left + 1, right - 1):
            yield Speech(left + 1, right - 1, SpeechKind.DIRECT, None, None)


def _has_sentence(between: str) -> bool:
    """Tell whether a whole sentence of other words stands *between* two quotations."""
    return len(re.findall(r"[.!?](?:\s|$)", between)) > 1


def _shared(one: Span, other: Span) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def _outside(content: Span, direct: Sequence[Span]) -> float:
    """Return the share of *content* that is not in quotation marks."""
    inside = sum(max(0, _shared(content, span)) for span in direct)
    return 1 - inside / (content[1] - content[0])
