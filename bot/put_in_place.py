"""A few words behind "and": a new side, person, topic, place or time in the place of the old one."""

from __future__ import annotations

import re
from typing import Final

from bot.agreement import put_for
from bot.heard import is_heard
from bot.name_runs import names_in
from bot.other_side import other_side
from bot.party_asked import party_asked
from bot.sides import may_speak
from bot.topic import acting_in, counted, topic_of
from bot.turn import Turn
from corpus.collective import head_of, is_group, is_plural
from corpus.months import MONTHS

_SAID_BY: Final = re.compile(r"^(?:according to|by) ", re.IGNORECASE)
_ABOUT: Final = re.compile(r"^(?:about|on) ", re.IGNORECASE)
_NAMED: Final = re.compile(r"^(?:the )?[A-ZÀ-ŽА-ЯЄІЇҐ]|\bside$")
_SOMEBODYS: Final = re.compile(r"[’']s? [a-z]")
_OTHER_SIDE: Final = re.compile(r"^the other (?:side|party)$", re.IGNORECASE)
_COUNTABLE: Final = re.compile(r"(?:[a-z]+ ){0,2}[a-z]+")
_PLACED: Final = re.compile(r"^(?P<word>of|in|at|under|during|since|before|after|for|from|with) ", re.IGNORECASE)
_NEW_TIME: Final = re.compile(
    rf"^(?:(?:in|on|by|at|around|since|before|after|during|until) )?(?:\w+ )?"
    rf"(?:(?:1[5-9]|20)\d\d|{'|'.join(MONTHS)}|today|now|yesterday|(?:last|this|next) (?:week|month|year))\b",
    re.IGNORECASE,
)
_OLD_TIME: Final = re.compile(r",? \b(?:before|after|since|until|till|during|as of)\b(?: [^\s,]+){1,6}$", re.IGNORECASE)
_OBJECT: Final = re.compile(r" (?:the|an?|his|her|its|their|to)\b")
"""What is done something to, behind a verb: "and the pool?" may be another one as well as another who does it."""
SHORT: Final = 5  # words; more after "and" are a question of their own


def put_in_place(words: str, before: Turn) -> str:
    """Return the last question with *words* in the place of the old side, person, topic, place or time."""
    earlier, party = before.question, party_asked(before.question)
    if party and _OTHER_SIDE.match(words) and (other := other_side(party.name, before)):
        return put_for(party.name, other, earlier)
    said_by, about = _SAID_BY.match(words), _ABOUT.match(words)
    if led := said_by or about:
        words = words[led.end() :]
    if party is not None and (said_by or (not about and _is_party(words, before))):
        return put_for(party.name, words, earlier)
    if party is None and not about and _is_called(words, before):
        return f"{earlier.rstrip('?!. ')}, according to {words}?"
    return _on_the_matter(words, earlier)


def _on_the_matter(words: str, earlier: str) -> str:
    """Put a new time, place or topic in the place of the old one."""
    if _NEW_TIME.match(words) and (time := _OLD_TIME.search(earlier.rstrip("?!. "))):
        return f"{earlier[: time.start()]} {words}?"
    if placed := _PLACED.match(words):
        return _in_the_same_place(words, placed["word"], earlier)
    if topic := topic_of(earlier):
        return earlier[: topic.start("topic")] + words + earlier[topic.end("topic") :]
    if (counting := counted(earlier)) and _COUNTABLE.fullmatch(words) and is_plural(words):
        return earlier.replace(counting["topic"], words, 1)
    return _of_another(words, earlier)


def _of_another(words: str, earlier: str) -> str:
    """Put another thing or name in the place of the one that the question is about."""
    if words.startswith("the ") and (acting := acting_in(earlier)) and not _OBJECT.match(earlier, acting.end()):
        return put_for(acting["topic"], words, earlier)
    if words[:1].isupper() and (old_name := next(names_in(earlier), None)):
        return earlier.replace(old_name, words, 1)
    return _at_the_end(words, earlier)


def _is_party(words: str, before: Turn) -> bool:
    """Tell whether *words* name who speaks rather than what is spoken about, which may be somebody's."""
    is_named = _NAMED.search(words) and not _SOMEBODYS.search(words)
    return may_speak(words) or bool(is_named) or _is_called(words, before)


def _is_called(words: str, before: Turn) -> bool:
    """Tell whether *words* are what somebody is called who speaks in the articles shown: "the director"."""
    head = head_of(words).casefold()
    called = [one for one in before.speakers if is_group(head) or head in {head_of(part).casefold() for part in one}]
    return bool(words.startswith("the ") or _SOMEBODYS.search(words)) and is_heard(words, called)


def _in_the_same_place(words: str, preposition: str, earlier: str) -> str:
    """Put *words*, led by *preposition*, in the place of what the question ends with after the same one."""
    asked = earlier.rstrip("?!. ")
    place = [match.start() for match in re.finditer(rf"\b{preposition} ", asked, re.IGNORECASE)][-1:]
    if place and len(asked[place[0] :].split()) <= SHORT + 1:
        return f"{asked[: place[0]]}{words}{earlier[len(asked) :] or '?'}"
    return _at_the_end(words, earlier)


def _at_the_end(words: str, earlier: str) -> str:
    return f"{earlier.rstrip('?!. ')}, {words}?"
