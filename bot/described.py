"""Speakers whom an article does not name, by what it says that they are: "a retired officer", "her insurer"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from bot.chain import main_speech
from bot.name_runs import may_be_person, names_in
from bot.sides import stems_of
from corpus.article import Article, Speech
from corpus.collective import head_of, head_phrase

_DETERMINER: Final = re.compile(
    r"^(?:(?P<one>an?|another|one)|the|this|that|its|his|her|their)\b ?(?P<rest>.*)$", re.IGNORECASE
)
_OWNED: Final = re.compile(r"^(?:its|his|her|their)\b", re.IGNORECASE)
_OWNER: Final = re.compile(r"^(?P<owner>.+?)(?:[’']s|(?<=s)[’']) (?P<rest>.+)$")
_PRONOUN: Final = re.compile(r"(?:he|she)$", re.IGNORECASE)
_BEFORE_WHO: Final = re.compile(
    r"(?<!of )(?<!to )(?<!in )(?<!by )(?<!for )(?<!with )(?<!from )"
    r"\b(?:an?|the|another|one) (?:[\w’'-]+ ){0,4}?[\w’'-]+(?=,? $)",
    re.IGNORECASE,
)
_NEXT_SENTENCE: Final = re.compile(r"[^.!?\n]*[.!?][”\"]? (?:he|she)$", re.IGNORECASE)
_ONE: Final = r"\b(?:an?|another|one) (?:[\w’'-]+ ){0,3}?%s\b(?: (?:who|of|in|at|from|with|for)\b[^,.;“”]*)?"
_LONGEST: Final = 60  # characters of a description before "who"
_SMALL: Final = frozenset(["of", "in", "at", "for", "from", "with", "to", "who", "that", "the", "a", "an", "and", "on"])


@dataclass(frozen=True, slots=True)
class Described:
    """Somebody by what they are."""

    head: str
    """The word for it, in small letters: "officer"."""
    words: frozenset[str]
    """All that is said of them, in small letters."""
    owner: str | None
    """Whose they are, None where that is not said: "the keeper" of "the keeper’s insurer"."""
    place: int | None = None
    """Where a text speaks of them first, None where it takes it that they are known: two officers differ in it."""

    def fits(self, other: Described) -> bool:
        """Tell whether *other* may be meant by this description, which says no more of them."""
        is_owned = self.owner is None or (other.owner is not None and stems_of(self.owner) <= stems_of(other.owner))
        return self.head == other.head and self.words <= other.words and is_owned


def is_described(called: str, article: Article, key: tuple[int, int]) -> bool:
    """Tell whether one without a name says the sentence at *key* who in *article* alone can be *called* so."""
    asked = description(called)
    speaking = described_speakers(article, key) if asked else frozenset()
    if asked is None or not speaking:
        return False
    fitting = {who for item in article.speech if (who := _speaker(article, item)) and asked.fits(who)}
    return len(fitting) == 1 and speaking == fitting


def described_speakers(article: Article, key: tuple[int, int]) -> frozenset[Described | None]:
    """Return who says the sentence at *key* where none of them is named, with None for whom nothing is said of."""
    said = main_speech(article, key)
    return frozenset() if any(item.speaker for item in said) else frozenset(_speaker(article, item) for item in said)


def description(words: str, place: int | None = None) -> Described | None:
    """Return what *words* say that somebody is, None where they are a name."""
    determined = _DETERMINER.match(words)
    rest = determined["rest"] if determined else words
    owned = _OWNER.match(head_phrase(rest))
    owner, rest = (owned["owner"], rest[owned.start("rest") :]) if owned else (None, rest)
    head = head_of(rest)
    if not head.islower():
        return None
    told = frozenset(re.findall(r"[\w’'-]+", rest.casefold())) - _SMALL
    return Described(head, told, owner, place if determined and determined["one"] else None)


def _speaker(article: Article, said: Speech) -> Described | None:
    """Return what *article* says that the speaker of *said* is, None where it says nothing."""
    if said.speaker:
        return description(said.described_as.casefold()) if said.described_as else None
    if said.mention is None:
        return None
    words = article.slice(*said.mention)
    if words == "who":
        return _before_who(article, said.mention[0])
    if _PRONOUN.match(words):
        return _spoke_before(article, said)
    who = description(words, said.mention[0])
    if who and _OWNED.match(words):
        return replace(who, owner=_heard_before(article, said))
    return _introduced(article, who, said.mention[0]) or who if who and who.place is None else who


def _before_who(article: Article, end: int) -> Described | None:
    before = _BEFORE_WHO.search(article.text, max(0, end - _LONGEST), end)
    return description(before.group(), before.start()) if before else None


def _introduced(article: Article, who: Described, before: int) -> Described | None:
    """Return *who* as *article* introduces them: the officer as "a retired officer"; None where that may be two."""
    block = article.block_at(before)
    one = re.compile(_ONE % re.escape(who.head), re.IGNORECASE)
    found = [description(match.group(), match.start()) for match in one.finditer(article.text, block.start, before)]
    same = [it for it in found if it and it.head == who.head]
    return same[0] if len(same) == 1 else None


def _spoke_before(article: Article, said: Speech) -> Described | None:
    """Return who spoke in the sentence before *said*, in which "she" does, and was told there as "a midwife"."""
    mentions = [item for item in article.speech if item.mention and said.mention and item.mention < said.mention]
    last = max(mentions, key=lambda item: item.mention or (0, 0), default=None)
    if last is None or last.mention is None or said.mention is None or last.speaker:
        return None
    who = description(article.slice(*last.mention), last.mention[0])
    between = article.slice(last.mention[0], said.mention[1])
    is_alone = _NEXT_SENTENCE.fullmatch(between) and not any(map(may_be_person, names_in(f". {between}")))
    return who if who and who.place is not None and is_alone else None


def _heard_before(article: Article, said: Speech) -> str | None:
    """Return who was named as a speaker just before *said*, with what they are; None where nobody was."""
    earlier = [item for item in article.speech if item.speaker and item.start < said.start]
    near = [item for item in earlier if article.block_at(item.start) == article.block_at(said.start)]
    return f"{near[-1].speaker} {near[-1].described_as or ''}".strip() if near else None
