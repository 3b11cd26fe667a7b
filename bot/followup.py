"""Follow-up questions made whole by rules, from the reader's own words of the question before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bot.answer import Answer
from bot.party import is_side, party_asked

_AND: Final = re.compile(
    r"^(?:and|but|so|ok|okay|then)\b[ ,]*(?:(?:what|how) about )?|^(?:what|how) about ", re.IGNORECASE
)
_QUESTION_WORD: Final = re.compile(
    r"^(?:who|what|when|where|why|which|how|whom|whose|did|does|do|is|are|was|were|has|have|had|can|could|will|would|"
    r"should|since)\b",
    re.IGNORECASE,
)
_BARE: Final = re.compile(
    r"^(?P<word>why(?: not)?|since when|when|where|how|who(?:se words)?|how (?:many|much|long))"
    r"(?: exactly| is that| was that| so)?$",
    re.IGNORECASE,
)
_PERSON: Final = re.compile(r"\b(?:he|she|him|they|them)\b", re.IGNORECASE)
_OWNER: Final = re.compile(r"\b(?:his|her|their)\b", re.IGNORECASE)
_THAT: Final = re.compile(r"\b(?P<about>on|about|of|to|for|with) (?:that|this|it|these|those)$", re.IGNORECASE)
_TOPIC: Final = re.compile(r"\b(?:on|about|regarding|concerning) (?P<topic>[^?]+?)\W*$", re.IGNORECASE)
_NAME: Final = re.compile(r"(?<!^)(?<![.!?] )\b[A-ZÀ-ŽА-ЯЄІЇҐ][\w-]+")
SHORT: Final = 5  # words; more after "and" are a question of their own


@dataclass(frozen=True, slots=True)
class Turn:
    """What is remembered of the question before."""

    question: str
    """Made whole."""
    speaker: str | None
    """Who speaks in the first quote shown."""


def turn_of(answer: Answer) -> Turn:
    """Return what a follow-up to *answer* can lean on."""
    first = answer.quotes[0] if answer.quotes else None
    speaker = (first.chain.speaker or first.reported) if first else None
    return Turn(answer.whole_question, speaker.name if speaker else None)


def made_whole(question: str, before: Turn) -> str:
    """Return *question* with what it leaves out taken from *before*; a question of its own comes back as it is."""
    words = question.strip().rstrip("?!. ")
    rest = _AND.sub("", words)
    if bare := _BARE.match(rest):
        return f"{bare['word']}: {before.question}"
    if rest != words and not _QUESTION_WORD.match(rest) and 0 < len(rest.split()) <= SHORT:
        return _put_in_place(rest, before.question)
    whole = _with_topic(rest if _NAME.search(rest) else _with_person(rest, before), before)
    return f"{whole}?" if whole != rest else question


def _put_in_place(words: str, earlier: str) -> str:
    """Put a new side, person or topic in the place of the old one."""
    party = party_asked(earlier)
    if party is not None and (is_side(words) or words[:1].isupper()):
        return earlier.replace(party.name, words, 1)
    if topic := _TOPIC.search(earlier):
        return earlier[: topic.start("topic")] + re.sub(r"^(?:on|about) ", "", words) + earlier[topic.end("topic") :]
    return f"{earlier.rstrip('?!. ')}, {words}?"


def _with_person(words: str, before: Turn) -> str:
    party = party_asked(before.question)
    who = party.name if party else before.speaker
    if who is None:
        return words
    return _OWNER.sub(f"{who}’s", _PERSON.sub(who, words, count=1), count=1)


def _with_topic(words: str, before: Turn) -> str:
    topic = _TOPIC.search(before.question)
    return _THAT.sub(lambda match: f"{match['about']} {topic['topic']}", words) if topic else words
