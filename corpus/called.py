"""What the source of words is called: a person by the fullest name, a group or a body as the text has it."""

from __future__ import annotations

import re
from typing import Final

from corpus.collective import head_phrase, is_body, is_group, is_group_alone
from corpus.joint import is_half_an_office, is_one_body, is_role
from corpus.offices import office_holder
from corpus.people import People
from corpus.titles import NOT_A_PERSON, OFFICE, bare_name

_JOINED: Final = re.compile(r"\band\b")
DETERMINER: Final = re.compile(r"^(?:the|a|an|one|another|this|that|these|those)\b ?", re.IGNORECASE)
OWNED: Final = re.compile(r"^(?:his|her|their|its|our|my|your|whose)\b", re.IGNORECASE)
CAPITALS: Final = re.compile(r"(?:[A-ZÀ-ŽА-ЯЄІЇҐ][\w’'.-]*|de|van|von|der|bin|al|da|del|la|le)(?: |$)")
POSSESSIVE: Final = re.compile(r"^.*[’'](?:s |(?<=s[’']) )")
_INDEFINITE: Final = """
    i we you it they them who which that this these those one some others many several most few both all us me
    everyone everybody someone somebody anyone anybody nobody people neither either each another most none nothing
    part other majority member affected following research
    reports polls estimates results figures data records documents studies statistics surveys headlines rumors rumours
"""
_NOBODY: Final = frozenset(_INDEFINITE.split())
_SPEAKS_HERSELF: Final = frozenset(["I", "We", "You", "They"])
"""Subjects of an interview's answers, behind initials: "MS We did not look"."""
_MEMBERS: Final = re.compile(r" of (?:the )?[\w’'-]+(?: [\w’'-]+)?$")
CAPITALIZED: Final = r"[A-ZÀ-ŽА-ЯЄІЇҐ][\w.-]*"
_OF_A_BODY: Final = re.compile(
    rf" (?:of|on|for) (?:the )?{CAPITALIZED}(?: (?:(?:of|for|on) (?:the )?)?{CAPITALIZED})*"
    rf"(?: and (?:the )?{CAPITALIZED}\b(?: {CAPITALIZED}\b)?(?! {CAPITALIZED}))?"
    r"(?:[’']s (?:office|campaign|administration|government)\b)?"
)
"""What belongs to the name of a body: "of Representatives", "on Presidential Debates"."""
_OF_ITS_BODY: Final = re.compile(
    rf" of (?:the )?{CAPITALIZED}(?: (?:(?:of|for|on) (?:the )?)?{CAPITALIZED})*+"
    rf"(?: and (?:the )?{CAPITALIZED}\b(?: {CAPITALIZED}\b)?(?! {CAPITALIZED}))?+(?![\w’'])"
)
_LIST: Final = re.compile(rf"{CAPITALIZED}(?: {CAPITALIZED})*")
_LISTED: Final = re.compile(rf"{_LIST.pattern}(?:, {_LIST.pattern})+,? and {_LIST.pattern}")
_TWO: Final = re.compile(rf"^ *(?:(?:like|including|such as) )?{_LIST.pattern} and {_LIST.pattern}")
_WHEN: Final = re.compile(
    r" (?:(?:this|last|next) (?:week|month|year|spring|summer|fall|autumn|winter)|"
    r"(?:(?:on|late|early|last|this) )*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?: (?:night|morning|evening|afternoon))?|yesterday|today)$"
)
_ALL_BODIES: Final = re.compile(r"congress|parliament", re.IGNORECASE)
"""Groups that have their capital as a name."""
_OF_THAT_BODY: Final = re.compile(
    r"(?: (?!(?:of|for|from|in|at|who|whom|with|on|to|by|and|or|but|that|which|whose|both|all|each|has|had|said|"
    r"says|late|early|last|this|next|today|yesterday|earlier|later|also|now|then|as|when|\w+(?:ly|ing|ed))\b)"
    r"(?P<last>[a-z][\w-]*))+(?![\w’'])"
)
"""What of a body, named with whose it is, somebody or something is: "Council of Brae officials"."""
_LEFT_OVER: Final = re.compile(r" (?:both|all|each|on|in|at|has|had)$")
"""What stands between a name and its verb, or begins what follows."""
_INFINITIVE: Final = re.compile(rf"(?P<person>{_LIST.pattern}) to [a-z]")
"""What is left of a clause: "Kest to be the envoy" of "who named Kest to be the envoy"."""
_SEVERAL: Final = re.compile(rf"{_LIST.pattern}, (?P<person>{_LIST.pattern}),? and \w")
_SMALL: Final = re.compile(
    r"(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Former|Senior|Several|Some|Many|Most|Few|Local|Other|Current|"
    r"Retired|Unnamed|Various|Numerous|Dozens|Hundreds|Thousands) "
)
_HOLDS_OFFICE: Final = re.compile(OFFICE)
OF_A_STATE: Final = re.compile(rf" of (?:the )?{CAPITALIZED}(?: {CAPITALIZED})*")
_PAPER: Final = "(?:paper|memorandum|draft|proposal|statement|letter|demands?)"
_DOCUMENT: Final = re.compile(
    rf"(?P<owner>{CAPITALIZED})[’']s (?:own )?{_PAPER}\b|"
    rf"(?:The|the|A|a) {_PAPER} (?:that|which) (?P<sender>{CAPITALIZED})(?:[’']s? (?:delegation|government|envoys?))? "
    r"(?:had |has )?(?:handed|sent|submitted|presented|published|released|issued|drafted|wrote|written|put forward)\b"
)
"""What a state's paper says is said by the state."""


def called(source: str, people: People) -> str | None:
    """Return the name for *source*: a person's fullest, a group's or an institution's as the text calls it, or None."""
    words = _LEFT_OVER.sub("", " ".join(source.split()).strip('"“”,;:∙•▶ ').removeprefix("Both "))
    if name := _called_in_whole(words, people):
        return name
    return None if _is_nobody(words, people) else _called_by_its_head(words, people)


def _called_by_its_head(words: str, people: People) -> str | None:
    head = _WHEN.sub("", head_phrase(words).strip())
    if OWNED.match(head) and (person := person_named(head, people)):
        return person  # "its President Orrin Pell"
    if not head or head.casefold() in _NOBODY or OWNED.match(head):
        return _person_beside(words, people)
    if _JOINED.search(head):
        return _joined(head, people)
    determined = DETERMINER.match(head)
    rest = head[determined.end() :] if determined else head
    if person := person_named(rest, people) or _person_beside(words, people):
        return person
    last = rest.rsplit(maxsplit=1)[-1] if rest else ""
    may_speak = is_group(last) or last[:1].isupper() or (rest[:1].isupper() and NOT_A_PERSON.search(rest))
    return _group(words, head, last) if may_speak and last not in _SPEAKS_HERSELF else None


def _group(words: str, head: str, last: str) -> str | None:
    """Return the name of the group or body that *words* name by their *head*, which ends in the word *last*."""
    is_people = is_group(last) and not is_body(last)
    has_a_body = last[:1].isupper() and not is_people and (NOT_A_PERSON.search(last) or _HOLDS_OFFICE.fullmatch(last))
    of = _OF_A_BODY if has_a_body else _MEMBERS if is_group(last) else None
    is_a_name = is_body(last) and _OF_ITS_BODY.match(words, len(head))  # "Board of Pilots"
    has_its_capital_there = DETERMINER.match(head) or _SMALL.match(head) or (_is_common(head) and not is_a_name)
    if of and (members := of.match(words, len(head)) or _OF_ITS_BODY.match(words, len(head))):
        head += members.group()
        behind = _OF_THAT_BODY.match(words, len(head)) if has_a_body else None
        if behind and not is_group(behind["last"]):
            return None  # "a Department of Defense website"
        head += behind.group() if behind else ""
    return head[0].lower() + head[1:] if has_its_capital_there else head


def _is_nobody(words: str, people: People) -> bool:
    """Tell whether *words* begin with two people, "Kest, Marrow and the pilots", or are left of another clause."""
    begin = _SEVERAL.match(words) or _INFINITIVE.match(words)
    return begin is not None and people.knows(people.full(begin["person"]) or "")


def is_owned_by_one(words: str) -> bool:
    """Tell whether *words* are a person or a group by whose they are, which gives no name: "her insurer"."""
    return bool(OWNED.match(words)) and is_group(words.rsplit(maxsplit=1)[-1])


def _is_common(head: str) -> bool:
    return is_group_alone(head) and not _ALL_BODIES.fullmatch(head)


def _called_in_whole(words: str, people: People) -> str | None:
    """Return the name for *words* that say more than their head: a state's paper, a list, an office before a name."""
    if document := _DOCUMENT.match(words):
        return document["owner"] or document["sender"]
    if _LISTED.fullmatch(words):
        return _LIST.sub(lambda name: people.full(name.group()) or name.group(), words)
    holder = people.full(office_holder(words) or "")
    return holder if holder and people.knows(holder) else None


def _joined(head: str, people: People) -> str | None:
    """Return the name of several speakers, "the ministry and the port", None when one of them could be anybody."""
    parts = [part.strip() for part in _JOINED.split(head)]
    person = person_named(parts[-1], people)
    if person and all(is_role(part) or is_half_an_office(part, parts[-1]) for part in parts[:-1]):
        return person  # "union leader and Deputy Mayor Ilse Marrow"
    if re.match(r"one\b", parts[-1]) and (first := person_named(parts[0], people)):
        return first  # "Chancellor Ilse Marrow and one of those who wrote the law"
    if all(part[:1].isupper() and not DETERMINER.match(part) for part in parts):
        return head
    if is_one_body(head):
        return head[0].lower() + head[1:]
    if any(called(part, people) for part in parts) and all(re.match("the ", part, re.IGNORECASE) for part in parts):
        return head[0].lower() + head[1:]
    return None


def _person_beside(words: str, people: People) -> str | None:
    """Return the person whose name is set off by commas from what they are: "its envoy, Davor Kest"."""
    named = {
        person
        for part in words.split(",")[1:]
        if not _TWO.search(part) and (person := person_named(head_phrase(part).strip(), people))
    }
    return named.pop() if len(named) == 1 else None


def person_named(head: str, people: People) -> str | None:
    """Return the person whose name ends *head*, None when none does."""
    tail = POSSESSIVE.sub("", head)
    parts: list[str] = []
    for word in reversed(tail.split()):
        if not CAPITALS.fullmatch(word + " "):
            break
        parts.insert(0, word)
    name = bare_name(" ".join(parts).rstrip("."))
    if not name or NOT_A_PERSON.search(name):
        return None
    return people.full(name) or (name if " " in name and people.knows(name) else None)
