"""People that an article names: where, and by which full name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_COURTESIES: Final = "Mr|Mrs|Ms|Dr|Prof|Sir|Lord|Lady"
OFFICE: Final = (
    r"(?:Gen|Sen|Rep|Gov|Adm|Col|President|Prime\ Minister|Foreign\ Minister|"
    r"Defen[cs]e\ Minister|Minister|Chancellor|Secretary|Ambassador|General|Admiral|Colonel|Senator|Professor|"
    r"Republican|Democrat|Democratic|Envoy|Spokeswoman|Spokesman|Marshal|Premier|King|Queen|Pope|Speaker|"
    r"Leader|Congressman|Congresswoman|Mayor|Justice|Judge|Chairman|"
    r"Chairwoman|Director|Attorney\ General|Nominee|Representative|Governor|Chief|Reps|Sens|Lt|Sgt|Maj|Capt|Rev)\.?"
)
TITLE: Final = rf"(?:(?:{_COURTESIES})\.?|{OFFICE})"
_WORD: Final = r"[A-ZÀ-ŽА-ЯЄІЇҐ][\w’'-]*[\w]"
_MORE: Final = rf"(?:[ ](?:[A-Z]\.|(?:de|van|von|der|bin|al|da|del)[ ]{_WORD}|{_WORD}))"
NAME: Final = rf"(?:(?:{TITLE})[ ])*{_WORD}{_MORE}{{0,3}}"
NOT_A_PERSON: Final = re.compile(
    r"\b(?:Union|Ministry|Minister|Times|Corporation|Party|Council|Committee|Court|University|Army|House|Department|"
    r"States|Kingdom|Republic|League|Agency|Bank|Institute|Office|Senate|Congress|Parliament|Association|Company|"
    r"Group|Police|Force|Forces|Alliance|Herald|Post|News|Journal|Tribune|Gazette|Courier|Chronicle|Federation|"
    r"Commission|Organization|Service|Center|Centre|Association|Kremlin|Board|Authority|Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Saturday|Sunday|January|February|July|September|October|November|December|"
    r"The|This|That|These|It|He|She|They|We|But|And|In|On|At|One|Another|Both|What|"
    r"Officials|Analysts|Experts|Critics)\b"
)
_TITLED: Final = re.compile(rf"\b(?:{TITLE}[ ])+(?P<name>{_WORD}{_MORE}{{0,3}})")
OPENING: Final = (
    r"(?:What|When|Where|Why|How|Who|Whom|Whose|Which|As|If|While|Though|Although|Because|Since|Once|But|And|Or|So|Yet|"
    r"Then|Now|That|This|These|Those|In|On|At|To|For|From|By|With|After|Before|Like|Unlike|Both|Even|Only|Also|Can|"
    r"Could|Did|Does|Is|Was|Has|Had|Will|Would|Should|Until|Among|Under|Despite|Without|Meanwhile|However|Still) "
)
"""Words that begin a sentence and no name."""
_VERB: Final = r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|said|says|told|tells)"
_CUT_SHORT: Final = r"(?<!\b[A-Z])(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bGen)(?<!\bSt)"  # before a full stop: no end there
_DESCRIBED: Final = re.compile(
    rf"(?P<name>{_WORD}{_MORE}{{1,3}}),[ ]"
    r"(?P<described>(?:an?|the|its|their|director|head|president|[A-Z]\w+[’']s)[ ]"
    rf"(?:(?!\b{_VERB}\b)[^,;:.“”\"]){{3,90}})(?:(?=[,;])|{_CUT_SHORT}(?=\.))"
)
_MEANT: Final = re.compile(
    rf"(?:^|(?<=[.!?”\"] )|(?<=\n))[“\"«„]?(?P<name>{_WORD}{_MORE}{{1,3}}) "
    r"[a-z][^.!?\n]{5,300}[.!?][”\"]? (?:He|She) ",
    re.MULTILINE,
)
"""Who "he" or "she" of the next sentence means."""
_FULL_NAME: Final = re.compile(rf"\b{_WORD}{_MORE}{{1,2}}")
_GENDER: Final = {"Mr": "m", "Sir": "m", "Lord": "m", "King": "m", "Mrs": "f", "Ms": "f", "Lady": "f", "Queen": "f"}
_GENDERED: Final = re.compile(rf"\b(?P<title>{'|'.join(_GENDER)})\.? (?:{_WORD} )?(?P<last>{_WORD})")
_OWNER: Final = re.compile(rf"{_WORD}[’'](?:s\b|(?<=s[’']))")
_TITLE_INSIDE: Final = re.compile(rf"^(?:.*[ ])?(?:{TITLE}[ ]+)")
_OPENS: Final = re.compile(OPENING)
_POSSESSIVE: Final = re.compile(r"[’']s?$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a person is named."""

    start: int
    end: int
    name: str
    """The fullest name that the article gives this person."""


class People:
    """The people of one text; found by titles, by descriptions beside a name, and by being the *sources* of words."""

    def __init__(self, text: str, sources: Iterable[str] = ()) -> None:
        found: dict[str, str] = {}
        for name in _candidates(text, sources):
            last = name.split()[-1]
            if len(name) > len(found.get(last, "")):
                found[last] = name
        self._full = found
        self._described: dict[str, str] = {}
        for match in _DESCRIBED.finditer(text):
            name = bare_name(match["name"])
            if not NOT_A_PERSON.search(name):
                self._described.setdefault(name.split()[-1], match["described"].strip())
        self._gender = {match["last"]: _GENDER[match["title"]] for match in _GENDERED.finditer(text)}
        names = "|".join(sorted(map(re.escape, found), key=len, reverse=True))
        self._pattern = re.compile(rf"(?:\b{_WORD}[ ](?:[A-Z]\.[ ])?)?\b(?P<last>{names})\b") if names else None

    def full(self, name: str) -> str | None:
        """Return the fullest name for *name*, None when it is no person that the text knows."""
        bare = bare_name(name)
        return self._full.get(bare.split()[-1]) if bare else None

    def knows(self, name: str) -> bool:
        """Tell whether *name* is the fullest name of a person of the text."""
        return name in self._full.values()

    def gender(self, name: str) -> str | None:
        """Return "m" or "f" as the titles before the name tell, None when none does."""
        return self._gender.get(name.rsplit(maxsplit=1)[-1])

    def described(self, name: str) -> str | None:
        """Return the text's own words that follow *name* after a comma, None when it never describes the person."""
        return self._described.get(name.rsplit(maxsplit=1)[-1])

    def mentions(self, text: str, start: int, end: int) -> list[Mention]:
        """Return the people named in text[start:end], in order."""
        if self._pattern is None:
            return []
        return [
            Mention(match.start(), match.end(), self._full[match["last"]])
            for match in self._pattern.finditer(text, start, end)
        ]

    def may_name_others(self, text: str, start: int, end: int) -> bool:
        """Tell whether text[start:end] holds what looks like the full name of somebody not known here."""
        return any(
            not NOT_A_PERSON.search(match.group()) and self.full(match.group()) is None
            for match in _FULL_NAME.finditer(text, start, end)
        )


def _candidates(text: str, sources: Iterable[str]) -> list[str]:
    names = [match["name"] for match in _TITLED.finditer(text)]
    names += [match["name"] for pattern in (_DESCRIBED, _MEANT) for match in pattern.finditer(text)]
    names += [match.group() for source in sources for match in _FULL_NAME.finditer(_OWNER.sub("", source))]
    bare = [bare_name(name) for name in names]
    surnames = {name.split()[-1] for name in bare if name and not NOT_A_PERSON.search(name)}
    # A name that was found by its surname may stand in full elsewhere without any sign beside it.
    for match in _FULL_NAME.finditer(text):
        name = bare_name(match.group())
        if name and name.split()[-1] in surnames and len(name.split()) > 1:
            bare.append(name)
    return [name for name in bare if name and not NOT_A_PERSON.search(name)]


def bare_name(name: str) -> str:
    """Return *name* without what begins a sentence or the titles before it, and a possessive ending after it."""
    name = _TITLE_INSIDE.sub("", _OPENS.sub("", name))
    return _POSSESSIVE.sub("", name)
