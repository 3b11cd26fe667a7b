"""Follow-up questions made whole by rules, from the reader's own words of the questions before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from enum import Enum
from typing import Final

from bot.answer import Answer
from bot.asking import QUESTION_WORD
from bot.name_runs import may_be_person, most_named, names_in
from bot.open_question import asks_who_judges, is_open, on_the_matter
from bot.person_meant import named_in_answer
from bot.put_in_place import SHORT, put_in_place
from bot.reference import with_names
from bot.topic import topic_of
from bot.turn import Turn

__all__ = ["Asks", "Turn", "asks_for", "made_whole", "turn_after", "turn_of"]

_AND: Final = re.compile(
    r"^(?:and|but|so|ok|okay|then)\b[ ,]*(?:(?:what|how) about )?|^(?:what|how) about ", re.IGNORECASE
)
_BARE: Final = re.compile(
    r"^(?P<word>why(?: not)?|since when|when|where|how|who|how (?:many|much|long|often|so|far)|"
    r"by how (?:much|many)|for how long|(?:by|with|for|to|from|against) whom)"
    r"(?: exactly| is (?:that|this|it)| was (?:that|this|it)| so| though)?$",
    re.IGNORECASE,
)
_CIRCUMSTANCE: Final = re.compile(r"(?:why|since when|when|where|how)", re.IGNORECASE)
_WHETHER: Final = re.compile(
    rf"^(?:{_CIRCUMSTANCE.pattern} )?"
    r"(?P<asked>(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should)\b.*)",
    re.IGNORECASE,
)
_MORE: Final = re.compile(
    r"^(?:please )?(?:(?:what|who|where|anything|anyone|something) else|more|(?:tell|show|give) me more|go on|continue|"
    r"(?:is|are|was|were) there (?:anything (?:else|more)|more)|(?:any|anything|what) more)"
    r"(?: (?:is|was))?(?: (?:interesting|important|notable|significant))?(?: i should know| should i know)?"
    r"(?: (?:about|on|in) (?:this|that|it|him|her|them|the article|this article))?(?: please)?$",
    re.IGNORECASE,
)
_POINTS_BACK: Final = re.compile(
    r"\b(?:is|was|did|does|do|after|before|since|by|of|with|to|for|on|in|from|like|against|than) "
    r"(?:that|this|these|those|it|them)$|^(?:is|was|were|are|did|does|has|have) (?:that|this|these|those)\b|\bthere$|"
    r"\bof (?:them|these|those)\b|^how (?:long|often|much) (?:did|does|do|is|was) it\b(?! take)",
    re.IGNORECASE,
)
_WHO_SAYS_SO: Final = re.compile(
    r"^(?:who (?:says|said|claims|claimed|states|stated|reports|reported|told (?:you|us))(?: (?:so|that|this|it))?|"
    r"says who|according to whom?|(?:who[’']?se|what) words (?:is|are|was|were) (?:that|this|these|those|they)|"
    r"whose words|who is (?:saying|claiming) (?:so|that|this|it)|"
    r"(?:what|who)(?: i|[’'])s (?:the|your) source(?: (?:of|for) (?:that|this|it))?)$",
    re.IGNORECASE,
)
_THAT: Final = re.compile(r"\b(?P<about>on|about|of|to|for|with) (?:that|this|it|these|those)$", re.IGNORECASE)
_CASE_AND_MARKS: Final = re.compile(r"[\W_]+")
EARLIER: Final = 8  # questions that are remembered
SHOWN: Final = 30  # quotes of earlier answers that are remembered


class Asks(Enum):
    """What a question in a conversation wants of the quotes that were shown."""

    AGAIN = "again"
    """It was asked before: nothing but the same answer."""
    SOURCE = "source"
    """Whose words the quotes shown are, which these tell themselves."""
    WHY = "why"
    """Something about the matter of the quotes shown, which may stand in them."""
    MORE = "more"
    """Other quotes on the same question."""
    FURTHER = "further"
    """Something else, or it leaves that open."""


def asks_for(question: str, before: Turn) -> Asks:
    """Tell what *question*, as typed, wants of the quotes shown."""
    rest = _AND.sub("", question.strip().rstrip("?!. "))
    if _MORE.match(rest):
        return Asks.MORE
    if _WHO_SAYS_SO.match(rest):
        return Asks.SOURCE
    if _BARE.match(rest):
        return Asks.WHY
    asked = {_folded(earlier) for earlier in (before.question, *before.earlier)}
    return Asks.AGAIN if _folded(question) in asked else Asks.FURTHER


def _folded(question: str) -> str:
    return _CASE_AND_MARKS.sub(" ", question).strip().casefold()


def turn_of(answer: Answer) -> Turn:
    """Return what a follow-up to *answer* can lean on."""
    first = answer.quotes[0] if answer.quotes else None
    speaker = (first.chain.speaker or first.reported) if first else None
    teller = speaker.according_to if speaker else None
    meant = teller if teller and may_be_person(teller) else speaker.name if speaker else None
    shown = {quote.id: quote.text for quote in answer.quotes}
    key = first.text[first.key[0] - first.start : first.key[1] - first.start] if first else ""
    before = answer.before
    return replace(
        turn_after(before, answer.whole_question, shown, meant),
        answered=named_in_answer(key, answer.whole_question),
        men=before.men if before else (),
        women=before.women if before else (),
    )


def turn_after(before: Turn | None, question: str, shown: Mapping[str, str], speaker: str | None) -> Turn:
    """Return the turn of *question* (made whole) for which quotes were *shown*: their words by their ids."""
    return Turn(
        question=question,
        speaker=speaker,
        earlier=(*before.earlier, before.question)[-EARLIER:] if before else (),
        names=most_named(shown.values()),
        shown=tuple(shown),
        shown_before=(*before.shown_before, *before.shown)[-SHOWN:] if before else (),
    )


def made_whole(question: str, before: Turn) -> str:
    """Return *question* with what it leaves out taken from *before*; a question of its own comes back as it is."""
    words = question.strip().rstrip("?!. ")
    rest = _AND.sub("", words)
    if _MORE.match(rest) or _WHO_SAYS_SO.match(rest):
        return before.question
    if bare := _BARE.match(rest):
        return _with_bare(bare["word"], _without_bare(before.question))
    if rest != words and not QUESTION_WORD.match(rest) and 0 < len(rest.split()) <= SHORT:
        return put_in_place(with_names(rest, before), before)
    return _completed(rest, question.strip()[len(words) :].strip() or "?", before) or question


def _completed(asked: str, ending: str, before: Turn) -> str | None:
    """Return what is *asked* with its pronouns and its matter named; None where it names them itself."""
    earlier = _without_bare(before.question)
    whole = with_names(_with_topic(asked, before), before)
    topic = topic_of(earlier)
    if is_open(whole) or (asks_who_judges(asked) and topic and topic["topic"] not in whole):
        return on_the_matter(whole, earlier, before)
    if whole != asked:
        return whole + ending
    return f"{whole}: {earlier}" if _POINTS_BACK.search(asked) and next(names_in(asked), None) is None else None


def _with_bare(word: str, earlier: str) -> str:
    """Ask with *word* for what *earlier* asks: when Kest resigned, where that was whether or why he did."""
    whether = _WHETHER.match(earlier) if _CIRCUMSTANCE.fullmatch(word) else None
    if whether is None:
        return f"{word}: {earlier}"
    asked = whether["asked"]
    return f"{word} {asked[0].lower()}{asked[1:]}"


def _without_bare(question: str) -> str:
    """Return *question* without what earlier follow-ups put before it, as in "why: "."""
    word, colon, asked = question.partition(": ")
    if colon and (_BARE.match(word) or _POINTS_BACK.search(word) or is_open(word)):
        return _without_bare(asked)
    return question


def _with_topic(words: str, before: Turn) -> str:
    topic = topic_of(before.question)
    return _THAT.sub(lambda match: f"{match['about']} {topic['topic']}", words) if topic else words
