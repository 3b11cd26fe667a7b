"""Follow-up questions made whole by rules, from the reader's own words of the questions before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from typing import Final

from bot.answer import Answer
from bot.asking import QUESTION_WORD
from bot.party_asked import party_asked
from bot.reference import most_named, names_in, other_side, topic_of, with_names
from bot.sides import may_speak
from bot.turn import Turn
from corpus.months import MONTHS

__all__ = ["Asks", "Turn", "asks_for", "made_whole", "turn_after", "turn_of"]

_AND: Final = re.compile(
    r"^(?:and|but|so|ok|okay|then)\b[ ,]*(?:(?:what|how) about )?|^(?:what|how) about ", re.IGNORECASE
)
_BARE: Final = re.compile(
    r"^(?P<word>why(?: not)?|since when|when|where|how|who(?:se words)?|how (?:many|much|long|often|so))"
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
_OPEN: Final = re.compile(  # somebody's words are asked for, and on what is left out
    r"^(?:what|how) (?!else\b).*\b(?:say|says|said|think|thinks|answer|answered|reply|replied|respond|propose|demand)"
    r"(?: (?:to|about|on) (?:that|this|it))?$",
    re.IGNORECASE,
)
_THAT: Final = re.compile(r"\b(?P<about>on|about|of|to|for|with) (?:that|this|it|these|those)$", re.IGNORECASE)
_SAID_BY: Final = re.compile(r"^(?:according to|by) ", re.IGNORECASE)
_ABOUT: Final = re.compile(r"^(?:about|on) ", re.IGNORECASE)
_NAMED: Final = re.compile(r"^(?:the )?[A-ZÀ-ŽА-ЯЄІЇҐ]|\bside$")
_OTHER_SIDE: Final = re.compile(r"^the other (?:side|party)$", re.IGNORECASE)
_PLACED: Final = re.compile(r"^(?P<word>of|in|at|under|during|since|before|after|for|from|with) ", re.IGNORECASE)
_NEW_TIME: Final = re.compile(
    rf"^(?:(?:in|on|by|at|around|since|before|after|during|until) )?(?:\w+ )?"
    rf"(?:(?:1[5-9]|20)\d\d|{'|'.join(MONTHS)}|today|now|yesterday|(?:last|this|next) (?:week|month|year))\b",
    re.IGNORECASE,
)
_OLD_TIME: Final = re.compile(r",? \b(?:before|after|since|until|till|during|as of)\b(?: [^\s,]+){1,6}$", re.IGNORECASE)
_CASE_AND_MARKS: Final = re.compile(r"[\W_]+")
SHORT: Final = 5  # words; more after "and" are a question of their own
EARLIER: Final = 8  # questions that are remembered
SHOWN: Final = 30  # quotes of earlier answers that are remembered


class Asks(Enum):
    """What a question in a conversation wants of the quotes that were shown."""

    AGAIN = "again"
    """It was asked before: nothing but the same answer."""
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
    shown = {quote.id: quote.text for quote in answer.quotes}
    return turn_after(answer.before, answer.whole_question, shown, speaker.name if speaker else None)


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
    if _MORE.match(rest):
        return before.question
    if bare := _BARE.match(rest):
        return _with_bare(bare["word"], _without_bare(before.question))
    if rest != words and not QUESTION_WORD.match(rest) and 0 < len(rest.split()) <= SHORT:
        return _put_in_place(_named_side(rest, before), before.question)
    whole = with_names(_with_topic(rest, before), before)
    if whole != rest and not _OPEN.match(whole):
        return whole + (question.strip()[len(words) :].strip() or "?")
    if _OPEN.match(whole) or (_POINTS_BACK.search(rest) and next(names_in(rest), None) is None):
        return f"{whole}: {_without_bare(before.question)}"
    return question


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
    if colon and (_BARE.match(word) or _POINTS_BACK.search(word) or _OPEN.match(word)):
        return _without_bare(asked)
    return question


def _named_side(words: str, before: Turn) -> str:
    """Return the name of the side that *words* call the other one, where the quotes shown have it."""
    party = party_asked(before.question) if _OTHER_SIDE.match(words) else None
    return (other_side(party.name, before) if party else None) or words


def _put_in_place(words: str, earlier: str) -> str:
    """Put a new side, person, topic, place or time in the place of the old one."""
    party, topic = party_asked(earlier), topic_of(earlier)
    said_by, about = _SAID_BY.match(words), _ABOUT.match(words)
    if led := said_by or about:
        words = words[led.end() :]
    if party is not None and (said_by or (not about and (may_speak(words) or _NAMED.search(words)))):
        return earlier.replace(party.name, words, 1)
    if _NEW_TIME.match(words) and (time := _OLD_TIME.search(earlier.rstrip("?!. "))):
        return f"{earlier[: time.start()]} {words}?"
    if placed := _PLACED.match(words):
        return _in_the_same_place(words, placed["word"], earlier)
    if topic:
        return earlier[: topic.start("topic")] + words + earlier[topic.end("topic") :]
    if words[:1].isupper() and (old_name := next(names_in(earlier), None)):
        return earlier.replace(old_name, words, 1)
    return _at_the_end(words, earlier)


def _in_the_same_place(words: str, preposition: str, earlier: str) -> str:
    """Put *words*, led by *preposition*, in the place of what the question ends with after the same one."""
    asked = earlier.rstrip("?!. ")
    place = [match.start() for match in re.finditer(rf"\b{preposition} ", asked, re.IGNORECASE)][-1:]
    if place and len(asked[place[0] :].split()) <= SHORT + 1:
        return f"{asked[: place[0]]}{words}{earlier[len(asked) :] or '?'}"
    return _at_the_end(words, earlier)


def _at_the_end(words: str, earlier: str) -> str:
    return f"{earlier.rstrip('?!. ')}, {words}?"


def _with_topic(words: str, before: Turn) -> str:
    topic = topic_of(before.question)
    return _THAT.sub(lambda match: f"{match['about']} {topic['topic']}", words) if topic else words
