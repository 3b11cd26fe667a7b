"""Words at second hand: what somebody said by what another says: "Kest called it theft, according to two officials"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.article import Speech
from corpus.attribution import Attribution, overlap
from corpus.quotation import with_marks
from corpus.quoted_as import Quoted
from corpus.saying import CanSpeak, sayings

Span = tuple[int, int]
_TELLS: Final = re.compile(
    r"(?:(?:has|have|had|was|also|then|later|first|who|(?!false|wrong|mistaken|incorrect)\w+ly) )*(?:"
    r"said|says?|saying|told|tells?|telling|"
    r"report(?:s|ed|ing)?|stat(?:es|ed)|writes?|wrote|written|recall(?:s|ed)|reveal(?:s|ed)|testified|confirm(?:s|ed)|add(?:s|ed)|"
    r"not(?:es|ed)|announced?|quot(?:es|ed)|remember(?:s|ed)|disclosed|according to)\b",
    re.IGNORECASE,
)
"""Cues that hand on what another said as it was; who denies, doubts, or alleges it does not."""
_SAYS: Final = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|stat(?:ed?|ing)|t(?:ell|ells|old|elling)|claim\w*|declar\w+|announc\w+|insist\w*|warn\w*|"
    r"threaten\w*|promis\w+|vow\w*|pledg\w+|den(?:y|ies|ied|ying)|admit\w*|demand\w*|urg(?:es?|ed|ing)|call(?:s|ed)?|"
    r"describ\w+|argu(?:es?|ed|ing)|accus\w+|blam\w+|denounc\w+|condemn\w*|critici[sz]\w+|prais\w+|"
    r"dismiss\w*|predict\w*|acknowledg\w+|conced\w+|confirm\w*|stress\w*|emphasi[sz]\w+|reiterat\w+|reaffirm\w*|"
    r"complain\w*|apologi[sz]\w+|mock\w*|rul(?:es?|ed|ing) out|assert\w*|affirm\w*|explain\w*|recommend\w*)$",
    re.IGNORECASE,
)
"""Verbs of saying. What somebody wants or fears by what another says is only the other's word about him."""
_THEIR_OWN: Final = (
    r"(?:aides?|advis[eo]rs?|spokes\w+|lawyers?|attorneys?|agents?|office|staff|campaign|director|chairman|chairwoman|"
    r"chief executive|statements?|letter|memoir|website|account)\b"
)
_OF_THEIRS: Final = re.compile(
    rf"(?:an? statement (?:from|by) )?(?:his|her|its|their) (?:[\w-]+ ){{0,3}}?{_THEIR_OWN}", re.IGNORECASE
)
_OF_WHOM: Final = re.compile(rf"(?:the |an? )?(?:[\w-]+ ){{0,2}}?{_THEIR_OWN} (?:for|to|of|from) ", re.IGNORECASE)
_WISHES: Final = re.compile(
    r"\b(?:want|hop|expect|believ|think|thought|oppos|support|favou?r|fear|regret|prefer|agree|reject)\w*$",
    re.IGNORECASE,
)
"""Verbs of the mind, for which somebody's own people speak."""
_NO_SPEAKER: Final = re.compile(
    r"^(?:s?he|they|it|we|I|you|who|which|that|this)$|s[’'](?: |$)|\b(?:after|before|when|while|because|since)\b",
    re.IGNORECASE,
)
"""Pronouns, which may mean the teller; owners: "Kest’s widely criticized interview"; more than a subject."""
_QUOTES: Final = re.compile(r"\b(?:sa(?:y|ys|id)|stat(?:es|ed)|t(?:ells|old)|call(?:s|ed)|describ\w+|declared?)$")
"""Verbs that marks belong to. In "Marrow said Kest had promised “a lamp without oil”" the words are rather hers."""
_FROM: Final = re.compile(r"according to|report", re.IGNORECASE)
_NOT: Final = re.compile(r"\b(?:not|never|no longer)\b|n[’']t\b")
_TOLD: Final = re.compile(r"\bt(?:old|ells?)\b")
_NOBODY: Final = re.compile(r"(?:no|nobody|none|neither|few)\b", re.IGNORECASE)
_THAT: Final = re.compile(r"that ")
_WHOM_THAT: Final = re.compile(r"(?:(?!that\b)[\w’'-]+ ){0,5}?that ")
"""Behind "told", with whom it was told."""
_AROUND: Final = re.compile(r"[^,;:“”\"]*, (?P<cue>according to) (?P<source>[^,;:“”\"]+?)(?=[.,;]?\s*$|,)")

_UNNAMED_TAG: Final = re.compile(
    r" (?P<said_by>(?:the|an?|his|her|its|their) [^,.;:“”\"]{2,60}?|he|she|they) (?P<says>said|says|added|wrote), "
    r"(?P<cue>according to) (?P<source>[^,;:“”\"]+?)(?=[.,;]?\s*$|,)"
)


@dataclass(frozen=True, slots=True)
class Retold:
    """What somebody *said*, and what the *teller* says: the same with who said it."""

    teller: Attribution
    said: Attribution
    is_tagged: bool = False
    """Who says it stands right behind the marks, so that the words are no others', even if he has no name."""


def retold(
    text: str, said: Sequence[Attribution], sentences: Sequence[Span], marks: Sequence[Span], can_speak: CanSpeak
) -> list[Retold]:
    """Return what comes at second hand in the *sentences* of a paragraph, where *said* is who says what."""
    around = list(_around(text, said, sentences, marks))
    tellers = [item.teller.source for item in around if item.teller.source]
    rest = [item for item in said if item.source and not any(overlap(item.source, teller) for teller in tellers)]
    return [*around, *_inside(text, rest, sentences, marks, can_speak)]


def _inside(
    text: str, said: Sequence[Attribution], sentences: Sequence[Span], marks: Sequence[Span], can_speak: CanSpeak
) -> Iterator[Retold]:
    """Yield what is said by whom a clause begins with that somebody is said to say: "said that Kest had called…"."""
    for item in said:
        if item.source and item.cue and _TELLS.match(text, *item.cue) and not _NOBODY.match(text, *item.source):
            start, end = item.content
            sentence = next((span for span in sentences if span[0] <= start < span[1]), (start, start))
            if not overlap(sentence, item.source):
                continue
            that = (_WHOM_THAT if _TOLD.search(text, *item.cue) else _THAT).match(text, start, end)
            clause = (that.end() if that else start, min(end, sentence[1]))
            for inner in sayings(text, clause, marks, can_speak):
                if inner.source and inner.source[0] == clause[0] and _is_said(text, item.source, inner):
                    yield Retold(item, inner)


def _is_said(text: str, teller: Span, inner: Attribution) -> bool:
    """Tell whether *inner* gives words: its verb is one of saying, or the *teller* is there to speak for its source."""
    if inner.source is None or inner.cue is None or _NOT.search(text, *inner.cue):
        return False
    if _NO_SPEAKER.search(text[slice(*inner.source)]):
        return False
    if _SAYS.search(text, *inner.cue):
        return True
    return bool(_WISHES.search(text, *inner.cue)) and _speaks_for(text, teller, inner.source)


def _speaks_for(text: str, teller: Span, source: Span) -> bool:
    if source[1] <= teller[0] and _OF_THEIRS.match(text, *teller):  # "Kest refuses any talks, his lawyers said"
        return True
    whose = _OF_WHOM.match(text, *teller)
    return whose is not None and text[slice(*source)].rsplit(maxsplit=1)[-1] in text[whose.end() : teller[1]].split()


def _around(
    text: str, said: Sequence[Attribution], sentences: Sequence[Span], marks: Sequence[Span]
) -> Iterator[Retold]:
    """Yield what has its speaker right behind the marks, and behind him who says so: "…," Kest said, according to X."""
    for left, right in marks:
        end = next((span[1] for span in sentences if span[0] <= left < span[1]), left)
        if tag := _UNNAMED_TAG.match(text, right, end):
            item = Attribution(tag.span("said_by"), tag.span("says"), (left + 1, right - 1))
            content = (with_marks(text, *item.content)[0], tag.end("says"))
            yield Retold(Attribution(tag.span("source"), tag.span("cue"), content), item, is_tagged=True)
        for item in said:
            if item.source is None or item.cue is None or item.content != (left + 1, right - 1):
                continue
            told = _AROUND.match(text, max(item.source[1], item.cue[1]), end) if right <= item.source[0] else None
            if told:
                content = (with_marks(text, *item.content)[0], told.start("cue") - 2)
                yield Retold(Attribution(told.span("source"), told.span("cue"), content), item, is_tagged=True)


def told_by(said: Sequence[Attribution], found: Sequence[Quoted]) -> Iterator[Retold]:
    """Yield what is said by whom a paper quotes, with the paper that does."""
    for quoted in found:
        for item in said:
            if quoted.teller and item.source == quoted.source and item.content[0] >= quoted.place[1]:
                yield Retold(Attribution(quoted.teller, quoted.cue, (quoted.source[0], item.content[1])), item)


def quoted_at_second_hand(text: str, found: Sequence[Retold], quoted: Span) -> Attribution | None:
    """Return what of those *found* the words in marks at *quoted* are, None when they are none of it."""
    return next((item.said for item in found if overlap(item.said.content, quoted) and _quotes(text, item)), None)


def _quotes(text: str, item: Retold) -> bool:
    is_handed_on = item.teller.cue and _FROM.match(text, *item.teller.cue)
    return bool(is_handed_on or (item.said.cue and _QUOTES.search(text, *item.said.cue)))


def teller_of(speech: Sequence[Speech], item: Speech) -> Speech | None:
    """Return whose words of *speech* tell that *item* was said, and by whom; None where it is told at first hand."""
    return next((other for other in reversed(speech) if _tells(other, item)), None)


def _tells(other: Speech, item: Speech) -> bool:
    if item.mention is None or other.mention is None or overlap(other.mention, (other.start, other.end)):
        return False
    return all(other.start <= left and right <= other.end for left, right in ((item.start, item.end), item.mention))
