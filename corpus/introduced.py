"""Who is introduced in a text: by a title, by a description beside the name, by words that are said to be theirs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from corpus.collective import head_phrase, is_group
from corpus.first_names import GENDERS
from corpus.occupations import OCCUPATION, ROLE
from corpus.offices import office_holder
from corpus.titles import FIRST, GENERATION, MORE, TITLE, WORD, bare_name, may_be_a_person

_TITLED: Final = re.compile(rf"\b(?:{TITLE}[ ])+(?P<name>{WORD}{MORE}{{0,3}})")
_VERB: Final = (
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|said|says|told|tells|announced|paid|named|"
    r"made|took|gave|went|came|won|lost|did|does)"
)
_LEADS: Final = (
    r"who (?:leads|heads|chairs|runs|commands|represents|defends|"
    r"(?:speaks|spoke|signed|acts|acted|negotiates|negotiated|pleads|pleaded) for)"
)
"""What somebody does for others, and so speaks for them."""
_CUT_SHORT: Final = r"(?<!\b[A-Z])(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bGen)(?<!\bSt)"  # before a full stop: no end there
_AGED: Final = r"\d{2}(?:,| years old,)"
_DESCRIBED: Final = re.compile(
    rf"(?P<name>{WORD}{MORE}{{1,3}}),[ ](?:{_AGED}[ ])?"
    rf"(?P<described>(?:an?|the|its|their|(?:M(?:r|rs|s)\.[ ])?[A-Z]\w+[’']s|{_LEADS}|"
    rf"(?:(?!until|now|once|then|later|soon)[a-z-]+[ ]){{0,2}}{ROLE}(?=[ ](?:of|at|for|in|and)\b))[ ]"
    rf"(?:(?!\b{_VERB}\b)[^,;:.?!\n“”\"]){{3,90}})(?:(?=[,;](?! [A-Z]\w+-based))|{_CUT_SHORT}(?=\.))"
)
_BEFORE: Final = re.compile(
    rf"\b(?:(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)[ ]|(?=[Tt]he[ ]|{WORD}(?:[ ]{WORD})?[’']))"
    rf"(?P<described>(?:[Tt]he[ ]|{WORD}(?:[ ]{WORD})?[’']s?[ ])?(?:(?!of\b)[a-z][\w’'-]*[ ]){{0,4}}?{ROLE}"
    rf"(?:[ ](?:of|at|for|in)[ ](?:the[ ])?\w[\w’'-]*(?:[ ][A-Z][\w’'-]*)*)?),[ ]"
    rf"(?:[a-z-]+[ ]){{0,2}}(?P<name>{WORD}{MORE}{{1,3}})(?=[,.;:]|[ ](?:{_VERB}|[a-z]+(?:ed|s))\b)"
)
_SET_OFF: Final = re.compile(
    rf"(?:^|[.!?:][”\"]?[ ]+|\n)(?:(?:And|But|Yet|Then)[ ])?(?:(?:Its|Their|His|Her)[ ]|(?=The[ ]))"
    rf"(?P<described>(?:The[ ])?(?:[a-z][\w’'-]*[ ]){{0,4}}?{OCCUPATION}),[ ](?P<name>{WORD}{MORE}{{1,3}})"
    rf"(?=,[ ](?:{_AGED}|who\b|[a-z]+(?:[ ][a-z]+){{0,3}}[ ]?)|,[ ]{_VERB}\b)"
)
"""What somebody is, at the beginning of a sentence: "The innkeeper, Rosa Pell, has…"."""
_BESIDE: Final = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)[ ](?P<described>(?:[a-z][\w-]*[ ]){{0,3}}?{OCCUPATION})[ ]"
    rf"(?P<name>{WORD}{MORE}{{1,2}})(?![ ]?[’']s|[ ][A-Z])"
)
"""What somebody is, right before the name: "the psychologist Ada Quell"."""
_AGE: Final = re.compile(rf"\b(?P<name>{WORD}{MORE}{{1,3}}), {_AGED} ")
_ONLY_FIRST: Final = re.compile(rf"\b(?:only (?:by )?|by )(?:his|her|their) first name, (?P<name>{WORD})(?=[,.;”\"]|$)")
_SUBJECT: Final = re.compile(
    rf"(?:^|(?<=[.!?”\"] )|(?<=\n))(?P<name>(?P<first>{WORD}){MORE}{{1,2}}) "
    rf"(?:was|is|had|has|sat|stood|shook|laughed|smiled|nodded|shrugged|agreed|disagreed|disagrees|agrees)\b",
    re.MULTILINE,
)
"""Who a sentence is about that tells how somebody is."""
_LED: Final = re.compile(
    r"(?:^|[.!?][”\"]? +|\n)(?:(?:Per|In|On|At|After|Before|By|For|From|With|Under|During|Following|Despite|Since|As|"
    r"When|While|If|Like|Unlike|Against|Because)|\w+(?:ed|ing) (?:with|by|to|about|on|for|of)) [^,.!?\n]*$"
)
"""What has to be followed by a main clause: what ends the sentence behind it is no description."""
_HEAD: Final = re.compile(r"^.*?(?P<last>[\w-]+)(?: (?:of|at|in|on|for|with|from|to|by|that|which|who|near|where)\b|$)")
_THING: Final = re.compile(
    r"(?:county|city|town|village|region|state|province|district|stronghold|nonprofit|company|firm|group|school|"
    r"college|organi[sz]ation|university|agency|website|newspaper|magazine|tank|charity|party|team|club|station|"
    r"network|island|river|country|nation|capital|suburb|neighbou?rhood|ship|vessel|film|book|song|album|show|drug|"
    r"vaccine|hospital|"
    r"museum|center|centre|union|institute|association|subsidiary|brand|maker|publisher)s?",
    re.IGNORECASE,
)
"""Heads of descriptions of what is nobody."""
_MEANT: Final = re.compile(
    rf"(?:^|(?<=[.!?”\"] )|(?<=\n))[“\"«„]?(?P<name>{WORD}{MORE}{{1,3}}) "
    rf"(?!(?:[a-z][\w-]* ){{1,3}}{WORD} {WORD})(?P<next>[a-z][\w’'-]*)[^.!?\n]{{5,300}}[.!?][”\"]? (?:He|She) ",
    re.MULTILINE,
)
"""Who "he" or "she" of the next sentence means."""
_WHO: Final = re.compile(rf"\b(?P<name>(?P<first>{WORD}){MORE}{{1,2}}), who\b")
_AT_THE_END: Final = re.compile(rf"(?:^| )(?P<name>(?:{TITLE} )*{FIRST}{MORE}{{1,4}}(?:{GENERATION})?)$")
_KIND: Final = re.compile(rf"(?:an?|the) (?!{TITLE}\b)[A-Z]")
"""What somebody is, or a body is called: "a Social Liberal", "the Brae Traders"."""
_PARTED: Final = re.compile(r", (?:and )?(?!who|which|that)| (?:and|&) ")
LED_WITHIN: Final = 120  # characters before a name in which its sentence begins
_OWNER: Final = re.compile(rf"{WORD}[’'](?:s\b|(?<=s[’']))")


def introduced_in(text: str, sources: Collection[str]) -> Iterator[str]:
    """Yield the bare names of people whom a title, a description or words of theirs tell from what is nobody."""
    names = [match["name"] for match in _TITLED.finditer(text)]
    names += [match["name"] for match in descriptions(text) if _is_somebody(match)]
    names += [name for name, _ in descriptions_before(text)]
    names += [match["name"] for match in _MEANT.finditer(text) if not is_group(match["next"])]
    names += [match["name"] for pattern in (_AGE, _ONLY_FIRST) for match in pattern.finditer(text)]
    names += [match["name"] for each in (_WHO, _SUBJECT) for match in each.finditer(text) if _has_first_name(match)]
    names += [name for source in sources for name in _of_source(source)]
    yield from (name for name in map(bare_name, names) if may_be_a_person(name))


def descriptions(text: str) -> Iterator[re.Match[str]]:
    """Yield the names with what describes them behind a comma; a main clause behind a name describes nobody."""
    for match in _DESCRIBED.finditer(text):
        is_clause = text[match.end() : match.end() + 1] == "." and _LED.search(
            text, max(0, match.start() - LED_WITHIN), match.start()
        )
        if not is_clause:
            yield match


def descriptions_before(text: str) -> Iterator[tuple[str, str]]:
    """Yield the names in full with what describes them before a comma: "the mayor of Brae, Ivo Brandt"."""
    for pattern in (_BEFORE, _SET_OFF, _BESIDE):
        for match in pattern.finditer(text):
            described = match["described"]
            yield match["name"], described[0].lower() + described[1:] if described.startswith("The ") else described


def _has_first_name(match: re.Match[str]) -> bool:
    return match["first"].lower() in GENDERS


def _is_somebody(described: re.Match[str]) -> bool:
    head = None if described["described"].startswith("who ") else _HEAD.match(described["described"])
    return " " in bare_name(described["name"]) and not (head and _THING.fullmatch(head["last"]))


def _of_source(source: str) -> Iterator[str]:
    """Yield the names in full that a source consists of, ends in, or sets off."""
    source = _OWNER.sub("", source).strip()
    for part in _PARTED.split(source):
        if _KIND.match(part):
            continue
        if named := _AT_THE_END.search(head_phrase(part)):
            yield named["name"]
    if holder := office_holder(source):
        yield holder


def heads_of(sources: Iterable[str]) -> set[str]:
    """Return what the *sources* consist of or begin with: "Pell" of "Pell, who saw it"."""
    return set(map(head_phrase, sources))
