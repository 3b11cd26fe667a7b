"""Who is heard in the articles that quotes were taken from: who speaks there, as what, and for which side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from bot.office import speaks_for_a_state, watches
from bot.party import Party
from bot.sides import state_led_by
from corpus.article import Article
from corpus.people import People

_NAME: Final = r"[A-ZÀ-ŽА-ЯЄІЇҐ][\w-]*(?: [A-ZÀ-ŽА-ЯЄІЇҐ][\w-]*)*"
_SIDE: Final = rf"(?P<side>the [\w-]+|(?:the )?{_NAME})"
_BELONGS: Final = (
    r"(?:leads?|led|heads?|chairs?|runs?|represents?|advises|advised|defends?|(?:speaks?|spoke|works?|pleads?|argues?|"
    r"negotiates?) for)"
)
_BESIDE: Final = rf"\b%s,? (?:who (?P<does>{_BELONGS} [^,.;:!?“”\n]+)|(?P<of>(?:of|for) (?:the )?{_NAME}))"
"""What stands behind a name and tells for whom its bearer speaks: "Maren Toft, who leads the League’s legal team"."""
_OWNER: Final = re.compile(rf"^(?:{_BELONGS} |of |for )?{_SIDE}[’']s? ")
_IS_FOR: Final = re.compile(rf"^(?:{_BELONGS}|of|for) ")
_OFFICE_OF: Final = re.compile(rf"^(?:.* (?:of|for)|{_BELONGS}|of|for) {_SIDE}$")


@dataclass(frozen=True, slots=True)
class Heard:
    """Who is heard in some articles; plain fields, so that a conversation that keeps them can be stored."""

    speakers: tuple[tuple[str, str], ...] = ()
    """Who speaks, each with what is said of them beside the name, or with nothing; one may stand there repeatedly.

    Who has no name there stands by what the article calls them.
    """
    sides: tuple[str, ...] = ()
    """Bodies, groups and states that speak or that somebody speaks for, with their article: "the League"."""
    men: tuple[str, ...] = ()
    """Last names of those with whose name the articles say "Mr."."""
    women: tuple[str, ...] = ()


def heard_in(articles: Iterable[Article]) -> Heard:
    """Return who is heard in *articles*."""
    speakers: dict[tuple[str, str], None] = {}
    sides: dict[str, None] = {}
    genders: dict[str, set[str]] = {"m": set(), "f": set()}
    for article in articles:
        named = dict.fromkeys(item.speaker for item in article.speech if item.speaker)
        people = People(article.text, named)
        described = {(item.speaker, item.described_as or "") for item in article.speech if item.speaker}
        for name in named:
            is_person = people.full(name) is not None
            said = [words for speaker, words in sorted(described) if speaker == name]
            said += _beside(name, article.text) if is_person else ()
            speakers |= dict.fromkeys((name, words) for words in said)
            sides |= dict.fromkeys(filter(None, [state_led_by(name), *map(_spoken_for, said)]) if is_person else [name])
        speakers |= dict.fromkeys((words, "") for words in _unnamed(article))
        for mention in people.mentions(article.text, 0, len(article.text)):
            if gender := people.gender(mention.name):
                genders[gender].add(mention.name.split()[-1])
    men, women = genders["m"] - genders["f"], genders["f"] - genders["m"]
    return Heard(tuple(speakers), tuple(sides), tuple(sorted(men)), tuple(sorted(women)))


def is_heard(words: str, speakers: Iterable[tuple[str, str]]) -> bool:
    """Tell whether one of *speakers* is, or speaks for, whom *words* name."""
    party = Party(words)
    return any(party.speaks_as(name, described_as or None, "") for name, described_as in speakers)


def _unnamed(article: Article) -> Iterator[str]:
    """Yield what *article* calls those who speak there without a name: "the printer"."""
    called = (article.slice(*item.mention) for item in article.speech if item.mention and not item.speaker)
    yield from (words[0].lower() + words[1:] for words in called if words[:4].lower() == "the ")


def _beside(name: str, text: str) -> Iterator[str]:
    for match in re.finditer(_BESIDE % re.escape(name.rsplit(maxsplit=1)[-1]), text):
        yield match["does"] or match["of"]


def _spoken_for(described_as: str) -> str | None:
    """Return the side for which somebody *described_as* this speaks: "Varland’s advocate", "envoy of the League"."""
    if watches(described_as):
        return None
    side = _OWNER.match(described_as)
    if side is None and (speaks_for_a_state(described_as) or _IS_FOR.match(described_as)):
        side = _OFFICE_OF.match(described_as)
    return side["side"] if side else None
