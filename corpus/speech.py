"""Who says what: direct speech in quotation marks and indirect speech, each with its speaker where one is named.

Sources, cues and contents come from the tagger, quotation marks from the text itself. A text that is not English is
read by its marks alone, and nobody in it gets a name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.article import QUOTABLE, Block, Speech, SpeechKind, Voice
from corpus.attribution import Attribution, attributions, completed, overlap
from corpus.blocks import block_sentences, quotable_span
from corpus.language import is_english
from corpus.people import People
from corpus.quotation import MARKS, quotations, unclosed
from corpus.saying import sayings
from corpus.speaker import UNNAMED, Named, Speakers
from corpus.tagger import Tagged, load_tagger
from corpus.tags import tags, with_tags

Span = tuple[int, int]
SHORTEST: Final = 4  # words; fewer in marks are rather a term than speech, unless somebody is said to say them
CLAUSE: Final = 5  # words; less about which somebody is said to speak, without marks, is a topic and no claim
TERM: Final = 2  # words; no more, in marks and after a determiner, are a term that the writer keeps at a distance
_DETERMINED: Final = re.compile(
    r"\b(?:the|an?|its|his|her|their|this|that|these|those|so-called|as)[ ]$", re.IGNORECASE
)
_TITLES_FOLLOW: Final = re.compile(
    r"\b(?:called|titled|entitled|dubbed|nicknamed(?: the)?|named|known as|headlined|slogan|song|album|single|"
    r"film|movie|book|novel|series|show|video|episode|article|essay|poem|play|painting|exhibition|podcast|"
    r"game|report|column)[ ,]+$",
    re.IGNORECASE,
)
_TITLE_CASE: Final = re.compile(
    r"(?:(?:[A-ZÀ-Ž0-9][\w’'.-]*|a|an|and|as|at|by|for|from|in|into|of|on|or|the|to|vs|with|&)[ ,.:!?]*)+"
)
"""Words as titles of works have them: all but the small ones begin with a capital."""
TITLE_WITHIN: Final = 16  # characters before a title in which it is announced
_TOPIC: Final = re.compile(
    r"\b(?:sp(?:o|ea)k\w*|talk\w*|comment\w*|wr(?:ote|it)\w*|testif\w+|discuss\w*|know\w*|knew|read\w*|learn\w*|"
    r"hear\w*)\b(?! of\b)|\b(?:ask\w*|told|tell\w*|question\w*)(?: \w+){0,3} about\b",
    re.IGNORECASE,
)
"""Cues that have a topic as often as a claim."""
_OPEN_INSIDE: Final = re.compile(r"(?<!\w)‘(?:[^’]|’\w)*\Z")
"""Somebody's words in single marks, not closed yet: what is in double marks there is again another's."""
_UNSAID: Final = re.compile(
    r"\b(?:(?:forg[eo]t|fail|omit|neglect)\w* to \w+(?: \w+)?|(?:ignor|overlook)\w*|"
    r"(?:declin|refus)\w+ (?:\w+ly )?to (?:comment|answer|speak|discuss|respond|say|elaborate|talk|disclose|confirm)|"
    r"(?:not|n[’']t)(?: \w+ly)? (?:respond|reply|return)(?: to)?(?: \w+){0,2} "
    r"(?:requests?|calls?|e-?mails?|messages?|questions?)|"
    r"(?:not|never|\w+n[’']t)(?: \w+){0,3}? (?:say|said|saying|mention(?:ed)?|tell|told|add(?:ed)?|note[ds]?|"
    r"disclosed?|specify|specified|offer(?:ed)?|released?|list(?:ed)?|answer(?:ed)?|respond(?:ed)?|discuss(?:ed)?|confirm|"
    r"provided?|elaborated?|identify|identified)|"
    r"(?:will|shall|may|might|could|should|must)(?: not| never)?(?: \w+ly| well| also| even)?(?: have)? \w+)$",
    re.IGNORECASE,
)
"""What somebody is said not to have said, or not to have said yet, is told by who writes so."""
_DECLINED: Final = re.compile(r"(?:declin|refus)\w+(?: \w+ly)?$", re.IGNORECASE)
_NOTHING: Final = re.compile(
    r"(?:nothing|little|not much)\b(?: \w+)? (?:about|of|on)\b|"
    r"(?P<declined>to (?:comment|answer|speak|discuss|respond|say|elaborate|talk|disclose|confirm|name|identify)\b)"
)
"""No words: "nothing about it", and "to comment on it" where somebody declined."""
_ACT: Final = re.compile(
    r"(?:(?:has|have|had|is|are|was|were|been|also|later|\w+ly) )*"
    r"(?:sign(?:s|ed|ing)?|pass(?:es|ed|ing)?|adopt\w*|enact\w*|ratif\w+|fil(?:es|ed|ing)|arrest\w*|sentenc\w+|convict\w*|grant(?:s|ed|ing)?|cast(?:s|ing)?|pick(?:s|ed|ing)?|"
    r"appoint\w*|nominat\w+|withdr[ae]w\w*|upgrad\w+|launch\w*|outlaw\w*|released|publish(?:ed|es)|elect(?:s|ed|ing)?|hijack\w*|"
    r"fir(?:ed|es|ing)|hir(?:ed|es|ing)|seiz\w+|detain\w*|issu(?:es|ed|ing)|wr(?:ote|ites?|itten)\b.* into)\b",
    re.IGNORECASE,
)
"""What is done with a pen or by force is not said."""
_SAYS_TOO: Final = re.compile(r"\b(?:say|stat|claim|argu|ask|describ|urg|warn|call|demand|accus|declar)\w*")
_OPENS_A_QUOTATION: Final = re.compile(r"[“\"«„]")
NEGATION_WITHIN: Final = 25  # characters before a cue in which its negation stands
_RELATIVE: Final = re.compile(r"(?:which|whom|whose)\b", re.IGNORECASE)
MOSTLY: Final = 0.8  # share of a content in quotation marks from which nothing of it counts as indirect
_ENDS_INSIDE: Final = (".", ",", "!", "?", "…")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    start: int
    end: int
    sentences: tuple[Span, ...]
    said: list[Attribution]
    read: list[Attribution]
    """What rules alone read; nothing in what the author of a post says about what the post quotes."""


def find_speech(text: str, blocks: Iterable[Block]) -> tuple[Speech, ...]:
    """Return the speech in the quotable *blocks* of *text*, by position; speech inside speech follows the outer one."""
    quotable = [block for block in blocks if block.voice in QUOTABLE]
    english = is_english(text)
    tagged = [load_tagger().tag(text, *quotable_span(text, block)) if english else [] for block in quotable]
    sources = [text[item.start : item.end] for items in tagged for item in items if item.role == "source"]
    speakers = Speakers(text, People(text, sources))
    found: list[Speech] = []
    quotes_press = any(block.voice is Voice.PRESS for block in quotable)
    for block, items in zip(quotable, tagged, strict=True):
        open_speech: Speech | None = None
        voice: Named | None = None
        is_report = english and (block.voice is Voice.PRESS or not quotes_press)
        for paragraph in _paragraphs(text, block, items, speakers, is_report=is_report):
            speech = list(_of_paragraph(text, paragraph, speakers, open_speech))
            if voice and _is_all_quoted(text, paragraph, speech):
                speech = [
                    replace(item, speaker=voice.name, mention=voice.mention, described_as=voice.described_as)
                    for item in speech
                ]
            voice = _voice(text, paragraph, speech)
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
        yield _Paragraph(left, right, own, with_tags(completed(there, read), tags(text, marks)), read)


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
    yield from _direct(text, paragraph, quoted, named, open_speech)
    for item in paragraph.said:
        if opened is not None and broken and overlap(item.content, (opened, paragraph.end)):
            continue  # what follows a mark without a partner may be anybody's
        if item.source and _is_claim(text, item, paragraph) and _outside(item.content, quoted) > 1 - MOSTLY:
            who = named.get(item, UNNAMED)
            yield Speech(*item.content, SpeechKind.INDIRECT, who.name, who.mention, who.described_as)


def _voice(text: str, paragraph: _Paragraph, speech: Sequence[Speech]) -> Named | None:
    """Return whose words go on in a paragraph that is nothing but a quotation: *paragraph* is words and their tag."""
    direct = [item for item in speech if item.kind is SpeechKind.DIRECT]
    if not direct or text[paragraph.start] not in MARKS or len({item.speaker for item in speech}) != 1:
        return None
    ends = re.fullmatch(r"[^.!?]*[.!?]?\W*", text[direct[-1].end : paragraph.end])
    last = direct[-1]
    return Named(last.speaker, last.mention, last.described_as) if ends and last.speaker else None


def _is_all_quoted(text: str, paragraph: _Paragraph, speech: Sequence[Speech]) -> bool:
    """Tell whether *paragraph* is one quotation that names no speaker and is set nowhere else, as in a box."""
    if len(speech) != 1 or speech[0].mention is not None or speech[0].kind is not SpeechKind.DIRECT:
        return False
    start, end = speech[0].start, speech[0].end
    words = text[start:end].strip(" .,!?…").casefold()
    return start == paragraph.start + 1 and paragraph.end <= end + 1 and text.casefold().count(words) == 1


def _goes_on(text: str, end: int) -> bool:
    """Tell whether a quotation that is open at the *end* of a paragraph goes on: a mark follows, or nothing."""
    following = text[end : end + 4].lstrip()
    return not following or following[0] in MARKS


def _is_claim(text: str, item: Attribution, paragraph: _Paragraph) -> bool:
    if _is_unsaid(text, item) or _in_another_sentence(text, item, paragraph):
        return False
    if len(text[slice(*item.content)].split()) >= CLAUSE:
        return True
    if item.cue is None or not any(overlap(item.content, other.content) for other in paragraph.read):
        return False
    topic = _TOPIC.search(text, item.cue[0], max(item.cue[1], item.content[1]))
    return topic is None or topic.start() >= item.cue[1]


def _is_unsaid(text: str, item: Attribution) -> bool:
    """Tell whether *item* is no words of its source: a relative clause, what was not said, what was done."""
    if _RELATIVE.match(text, item.content[0]):  # "in the words with which his predecessor had offered it"
        return True
    if item.cue is None:
        return False
    nothing = _NOTHING.match(text, item.content[0])
    if nothing and (not nothing["declined"] or _DECLINED.search(text, *item.cue)):
        return True
    is_act = _ACT.match(text, *item.cue) and not _SAYS_TOO.search(text, *item.cue)
    is_denied = _UNSAID.search(text, max(0, item.cue[0] - NEGATION_WITHIN), item.cue[1])
    return bool(is_denied or (is_act and not _OPENS_A_QUOTATION.match(text, item.content[0])))


def _in_another_sentence(text: str, item: Attribution, paragraph: _Paragraph) -> bool:
    """Tell whether the source of *item* stands in a sentence that its content has no part of.

    Words in two apostrophes, which count as no marks, may follow their source.
    """
    at = item.source[0] if item.source else item.content[0]
    quoted = "''" in text[max(0, item.content[0] - 2) : item.content[0] + 2]
    return not quoted and any(
        span[0] <= at < span[1] and not overlap(span, item.content) for span in paragraph.sentences
    )


def _named(paragraph: _Paragraph, speakers: Speakers, marks: Sequence[Span]) -> dict[Attribution, Named]:
    """Return who the source of each attribution is, read sentence by sentence."""
    named: dict[Attribution, Named] = {}
    for sentence in paragraph.sentences:
        for item in paragraph.said:
            anchor = item.source or item.cue or item.content
            if sentence[0] <= anchor[0] < sentence[1]:
                named[item] = speakers.resolve(item.source, marks)
        speakers.read(sentence, marks)
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
        said = _introduced_by(paragraph.said, (left, right))
        continues = previous is not None and not text[done:left].strip(' \n“”"«»„')
        if _is_term(text, left, right) or not (said or continues or _is_speech(text, left, right)):
            continue
        who = named.get(said, UNNAMED) if said and not _OPEN_INSIDE.search(text, paragraph.start, left) else UNNAMED
        opens_sentence = any(span[0] == left - 1 for span in paragraph.sentences)
        follows = opens_sentence and not _has_sentence(text[done:left])
        if previous and (continues or follows) and (said is None or said.source is None):
            who = previous
        if who.mention is None and _is_title(text, left, right):
            continue
        yield Speech(left, right, SpeechKind.DIRECT, who.name, who.mention, who.described_as)
        yield from _inner(text, left, right)
        previous, done = who, right + 1


def _introduced_by(said: Sequence[Attribution], quoted: Span) -> Attribution | None:
    """Return the attribution whose content shares most with *quoted*, one with a source first."""
    sharing = [item for item in said if _shared(item.content, quoted) > 0]
    return max(sharing, key=lambda item: (item.source is not None, _shared(item.content, quoted)), default=None)


def _inner(text: str, start: int, end: int) -> Iterator[Speech]:
    """Yield the speech inside the speech at [start, end): somebody's, but the text does not say plainly whose."""
    for left, right in quotations(text, start, end):
        if _is_speech(text, left + 1, right - 1):
            yield Speech(left + 1, right - 1, SpeechKind.DIRECT, None, None)


def _is_speech(text: str, start: int, end: int) -> bool:
    words = text[start:end]
    return len(words.split()) >= SHORTEST and words.endswith(_ENDS_INSIDE)


def _is_term(text: str, start: int, end: int) -> bool:
    words = text[start:end]
    before = text[max(0, start - TITLE_WITHIN) : start - 1]
    if _TITLES_FOLLOW.search(before) and _TITLE_CASE.fullmatch(words):
        return True
    few = len(words.split()) <= TERM and not words.endswith(_ENDS_INSIDE)
    return few and bool(_DETERMINED.search(before))


def _is_title(text: str, start: int, end: int) -> bool:
    """Tell whether the words are written as the title of a work: "Calm Is the Sea,"."""
    words = text[start:end]
    return _TITLE_CASE.fullmatch(words) is not None and not words.endswith(("!", "?"))


def _has_sentence(between: str) -> bool:
    """Tell whether a whole sentence of other words stands *between* two quotations."""
    return len(re.findall(r"[.!?](?:\s|$)", between)) > 1


def _shared(one: Span, other: Span) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def _outside(content: Span, direct: Sequence[Span]) -> float:
    """Return the share of *content* that is not in quotation marks."""
    inside = sum(max(0, _shared(content, span)) for span in direct)
    return 1 - inside / (content[1] - content[0])
