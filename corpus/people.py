"""People that an article names: where, and by which full name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

TITLE: Final = (
    r"(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Adm|Col|Sir|Lord|Lady|President|Prime\ Minister|Foreign\ Minister|"
    r"Defen[cs]e\ Minister|Minister|Chancellor|Secretary|Ambassador|General|Admiral|Colonel|Senator|Professor|"
    r"Envoy|Spokeswoman|Spokesman|Marshal|Premier|King|Queen|Pope)\.?"
)
_WORD: Final = r"[A-ZÀ-ŽА-ЯЄІЇҐ][\w’'-]*[\w]"
_MORE: Final = rf"(?:[ ](?:[A-Z]\.|(?:de|van|von|der|bin|al|da|del)[ ]{_WORD}|{_WORD}))"
NAME: Final = rf"(?:(?:{TITLE})[ ])*{_WORD}{_MORE}{{0,3}}"
SAID: Final = (
    r"(?:said|says|told|tells|added|adds|wrote|writes|argued|argues|asked|asks|warned|warns|stated|states|noted|notes|"
    r"insisted|insists|explained|explains|replied|replies|declared|declares|announced|claimed|claims|acknowledged|"
    r"admitted|admits|conceded|concluded|recalled|remarked|responded|answered|tweeted|complained|cautioned|"
    r"promised|vowed|suggested|predicted|stressed|emphasi[sz]ed|observed|commented|testified|posted)"
)
OWN_WORDS: Final = (
    rf"(?:[ ]of[ ](?:the[ ])?{NAME})?[ ][a-z]+[ ](?:his|her)[ ](?:speech|address|statement|letter|remarks|interview)\b"
)
_NOT_A_PERSON: Final = re.compile(
    r"\b(?:Union|Ministry|Minister|Times|Corporation|Party|Council|Committee|Court|University|Army|House|Department|"
    r"States|Kingdom|Republic|League|Agency|Bank|Institute|Office|Senate|Congress|Parliament|Association|Company|"
    r"Group|Police|Force|Forces|Alliance|Herald|Post|News|Journal|Tribune|Gazette|Courier|Chronicle|Federation|"
    r"Commission|Organization|Service|Center|Centre|Association|Kremlin|Board|Authority|Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Saturday|Sunday|The|This|That|These|It|He|She|They|We|But|And|In|On|At|One|Another|Both|What|"
    r"Officials|Analysts|Experts|Critics)\b"
)
_TITLED: Final = re.compile(rf"\b(?:{TITLE}[ ])+(?P<name>{_WORD}{_MORE}{{0,3}})")
_SPEAKING: Final = re.compile(
    rf"\b{SAID}[ ](?P<after>{_WORD}{_MORE}{{1,3}})"
    rf"|(?P<before>{_WORD}{_MORE}{{1,3}})(?:,[^,.“”\"]{{3,80}},|,)?[ ](?:has[ ]|have[ ])?{SAID}\b"
)
_GIVING: Final = re.compile(rf"(?P<name>{_WORD}{_MORE}{{1,3}}){OWN_WORDS}")
_DESCRIBED: Final = re.compile(
    rf"(?P<name>{_WORD}{_MORE}{{1,3}}),[ ]"
    r"(?P<described>(?:an?|the|its|their|director|head|president|[A-Z]\w+[’']s)[ ][^,;:.“”\"]{3,90})"
)
_FULL_NAME: Final = re.compile(rf"\b{_WORD}{_MORE}{{1,2}}")
_LEADING_TITLE: Final = re.compile(rf"^(?:{TITLE}[ ]+)+")
_POSSESSIVE: Final = re.compile(r"[’']s?$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a person is named."""

    start: int
    end: int
    name: str
    """The fullest name that the article gives this person."""


class People:
    """The people of one text; found by titles, by verbs of speech and by descriptions beside a name."""

    def __init__(self, text: str) -> None:
        found: dict[str, str] = {}
        for name in _candidates(text):
            last = name.split()[-1]
            if len(name) > len(found.get(last, "")):
                found[last] = name
        self._full = found
        self._described: dict[str, str] = {}
        for match in _DESCRIBED.finditer(text):
            self._described.setdefault(_bare(match["name"]).split()[-1], match["described"].strip())
        names = "|".join(sorted(map(re.escape, found), key=len, reverse=True))
        self._pattern = re.compile(rf"(?:\b{_WORD}[ ](?:[A-Z]\.[ ])?)?\b(?P<last>{names})\b") if names else None

    def full(self, name: str) -> str | None:
        """Return the fullest name for *name*, None when it is no person that the text knows."""
        bare = _bare(name)
        return self._full.get(bare.split()[-1]) if bare else None

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
            not _NOT_A_PERSON.search(match.group()) and self.full(match.group()) is None
            for match in _FULL_NAME.finditer(text, start, end)
        )


def _candidates(text: str) -> list[str]:
    names = [match["name"] for match in _TITLED.finditer(text)]
    names += [match["after"] or match["before"] for match in _SPEAKING.finditer(text)]
    names += [match["name"] for match in _GIVING.finditer(text)]
    names += [match["name"] for match in _DESCRIBED.finditer(text)]
    bare = [_bare(name) for name in names]
    surnames = {name.split()[-1] for name in bare if name and not _NOT_A_PERSON.search(name)}
    # A name that was found by its surname may stand in full elsewhere without any sign beside it.
    for match in _FULL_NAME.finditer(text):
        name = _bare(match.group())
        if name and name.split()[-1] in surnames and len(name.split()) > 1:
            bare.append(name)
    return [name for name in bare if name and not _NOT_A_PERSON.search(name)]


def _bare(name: str) -> str:
    name = _LEADING_TITLE.sub("", name)
    return _POSSESSIVE.sub("", name)
