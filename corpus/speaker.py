"""From a source as the text has it ("he", "Mr. Charap", "Russian officials") to the name a reader is shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corpus.collective import head_phrase, is_group, is_group_alone, is_plural
from corpus.people import People, office_holder
from corpus.titles import NOT_A_PERSON, OFFICE, OPENING, TITLE, bare_name

Span = tuple[int, int]
_PRONOUN: Final = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_BODY: Final = frozenset(["it", "they"])  # a body or a group: the source of the sentence before
_JOINED: Final = re.compile(r"\b(?:and|&)\b")
_DETERMINER: Final = re.compile(r"^(?:the|a|an|one|another|this|that|these|those)\b ?", re.IGNORECASE)
_OWNED: Final = re.compile(r"^(?:his|her|their|its|our|my|your|whose)\b", re.IGNORECASE)
_CAPITALS: Final = re.compile(r"(?:[A-ZÀ-ŽА-ЯЄІЇҐ][\w’'.-]*|de|van|von|der|bin|al|da|del|la|le)(?: |$)")
_POSSESSIVE: Final = re.compile(r"^.*[’'](?:s |(?<=s[’']) )")
_INDEFINITE: Final = """
    i we you it they them who which that this these those one some others many several most few both all us me
    everyone everybody someone somebody anyone anybody nobody people neither either each another most none nothing
    reports polls estimates results figures data records documents studies statistics surveys headlines rumors rumours
"""
_NOBODY: Final = frozenset(_INDEFINITE.split())
_OWNER: Final = re.compile(r"[’']s$|(?<=s)[’']$")
_MEMBERS: Final = re.compile(r" of (?:the )?[\w’'-]+(?: [\w’'-]+)?$")
_CAPITALIZED: Final = r"[A-ZÀ-ŽА-ЯЄІЇҐ][\w.-]*"
_OF_A_BODY: Final = re.compile(
    rf" (?:of|on|for) (?:the )?{_CAPITALIZED}(?: (?:(?:of|for|on) (?:the )?)?{_CAPITALIZED})*"
    rf"(?: and (?:the )?{_CAPITALIZED}\b(?: {_CAPITALIZED}\b)?(?! {_CAPITALIZED}))?"
)
"""What belongs to the name of a body: "of Representatives", "on Presidential Debates"."""
_OF_ITS_BODY: Final = re.compile(_OF_A_BODY.pattern.replace("of|on|for", "of", 1) + r"\b(?![’'])")
_LIST: Final = re.compile(rf"{_CAPITALIZED}(?: {_CAPITALIZED})*")
_LISTED: Final = re.compile(rf"{_LIST.pattern}(?:, {_LIST.pattern})+,? and {_LIST.pattern}")
_TWO: Final = re.compile(rf"^ *(?:(?:like|including|such as) )?{_LIST.pattern} and {_LIST.pattern}")
_WHEN: Final = re.compile(
    r" (?:(?:this|last|next) (?:week|month|year|spring|summer|fall|autumn|winter)|"
    r"(?:(?:on|late|early|last|this) )*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?: (?:night|morning|evening|afternoon))?|yesterday|today)$"
)
_ALL_BODIES: Final = re.compile(r"congress|parliament", re.IGNORECASE)
"""Groups that have their capital as a name."""
_ROLE_BESIDE: Final = re.compile(r"(?:[\w’'-]+ )*[a-z][\w-]*[^\Ws]")
_EACH: Final = re.compile(r" (?:both|all|each)$")
_SMALL: Final = re.compile(
    r"(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Former|Senior|Several|Some|Many|Most|Few|Local|Other|Current|"
    r"Retired|Unnamed|Various|Numerous|Dozens|Hundreds|Thousands) "
)
_OFFICE: Final = re.compile(rf"(?:{OFFICE} )+")
_OFFICE_OF_A_STATE: Final = re.compile(rf"(?!{OPENING})(?:(?!{TITLE} ){_CAPITALIZED} )+(?:{OFFICE} )+")
_OFFICE_OF: Final = re.compile(rf"(?:{_CAPITALIZED} )*{OFFICE} (?:of|to|for|from) (?:the )?(?:{_CAPITALIZED} )+")
_OF_A_STATE: Final = re.compile(rf" of (?:the )?{_CAPITALIZED}(?: {_CAPITALIZED})*")
_BEFORE_WHO: Final = re.compile(
    rf"(?<!of )(?<!for )(?<!with )(?P<name>(?:{_CAPITALIZED} )*{_CAPITALIZED})(?:{_OF_A_STATE.pattern})?"
    r"(?:, (?:an?|the|its|his|her|their|[A-Z]\w+[’']s) [^,.;:“”\"]{2,90})?, ?$"
)
LONGEST_NAME: Final = 160  # characters, with what is said of who bears it
_DOCUMENT: Final = re.compile(
    r"(?P<owner>[A-ZÀ-ŽА-ЯЄІЇҐ][\w-]+)[’']s (?:own )?(?:paper|memorandum|draft|proposal|statement|letter|demands?)\b"
)
"""What a state's paper says is said by the state."""


@dataclass(frozen=True, slots=True)
class Named:
    """A speaker: name (None when the text gives none), place of the mention, description beside the name."""

    name: str | None
    mention: Span | None
    described_as: str | None = None


UNNAMED: Final = Named(None, None)


class Speakers:
    """Resolves the sources of one text; sentences have to be read in their order."""

    def __init__(self, text: str, people: People) -> None:
        self._text, self._people = text, people
        self._meant: str | None = None  # whom "he" or "she" would mean; None when it could be several people
        self._body: str | None = None  # what "it" or "they" would mean in this sentence
        self._spoke: list[str] = []  # the bodies and groups that say something in this sentence
        self._voices: set[str] = set()  # everybody who says something in this sentence
        self._gender: dict[str, str] = {}  # as a pronoun in the sentence of a name told
        self._described: dict[str, str] = {}  # what stands before a name and a comma: "its envoy, Davor Kest"

    def can_speak(self, words: str) -> bool:
        """Tell whether *words*, a source, get a name, or could get one from the sentence before."""
        return words.casefold() in _PRONOUN or words.casefold() in _BODY or called(words, self._people) is not None

    def resolve(self, source: Span | None, marks: Sequence[Span]) -> Named:
        """Return who *source* is; *marks* are the quotations around, whose words name nobody for outside."""
        if source is None:
            return UNNAMED
        words = _OWNER.sub("", self._text[source[0] : source[1]])
        gender = _PRONOUN.get(words.casefold())
        if words.casefold() in _BODY:
            name = self._body if words.casefold() == "it" or is_plural(self._body or "") else None
        elif gender:
            name = self._pronoun(source, gender, marks)
        elif words.startswith("who"):
            name = self._related(source[0])
        else:
            name = called(words, self._people)
            if name is not None and self._is_a_common_noun(name):
                name = None
        if name is not None:
            self._remember(name, is_person=bool(gender) or self._people.knows(name))
        if name and (described := _described_before(words, name)):
            self._described.setdefault(name, described)
        return Named(name, source, (self._people.described(name) or self._described.get(name)) if name else None)

    def _remember(self, name: str, *, is_person: bool) -> None:
        """Take note that *name* says something in this sentence."""
        self._voices.add(name)
        if is_person:
            self._meant = name
            return
        self._spoke.append(name)
        if _CAPITALS.match(name):  # perhaps somebody whom the text does not introduce
            self._meant = None

    def _is_a_common_noun(self, name: str) -> bool:
        """Tell whether *name* is one word that has its capital only because it begins a sentence: "Polls say…"."""
        if not re.fullmatch(r"[A-Z][a-z]+", name) or self._people.knows(name):
            return False
        is_common = re.search(rf"\b{name.lower()}\b", self._text)
        return bool(is_common) and not re.search(rf"[a-z,;] {name}\b", self._text)

    def _related(self, start: int) -> str | None:
        """Return the person whose name stands before the relative clause at *start*, set off by a comma."""
        before = self._text[max(0, start - LONGEST_NAME) : start]
        named = _BEFORE_WHO.search(before)
        return _person(named["name"], self._people) if named else None

    def _pronoun(self, at: Span, gender: str, marks: Sequence[Span]) -> str | None:
        start = max(self._text.rfind(". ", 0, at[0]), self._text.rfind("\n", 0, at[0])) + 1
        before = {
            mention.name
            for mention in self._people.mentions(self._text, start, at[0])
            if not any(left < mention.start < right for left, right in marks)
        }
        fitting = {name for name in before if self._gender_of(name) in {gender, None}}
        if len(fitting) == 1 and len(before) == 1:
            self._gender.setdefault(min(fitting), gender)
        name = self._meant if not before else fitting.pop() if len(fitting) == 1 else None
        return name if name and self._gender_of(name) in {gender, None} else None

    def _gender_of(self, name: str) -> str | None:
        return self._people.gender(name) or self._gender.get(name)

    def read(self, sentence: Span, marks: Sequence[Span]) -> None:
        """Take note of whom a pronoun in the next sentence would mean: who alone spoke, or else is named."""
        self._body, self._spoke = (self._spoke[0] if len(set(self._spoke)) == 1 else None), []
        voices, self._voices = self._voices, set()
        if len(voices) == 1 and self._people.knows(voice := voices.pop()):
            self._meant = voice
            return
        mentions = [
            mention
            for mention in self._people.mentions(self._text, *sentence)
            if not any(left < mention.start < right for left, right in marks)
        ]
        if not mentions:
            if self._people.may_name_others(self._text, *sentence):
                self._meant = None
            return
        names = {mention.name for mention in mentions}
        alone = len(names) == 1 and not self._people.may_name_others(self._text, *sentence)
        begins = " " not in self._text[sentence[0] : mentions[0].start].rstrip()
        if alone or begins:
            self._meant = mentions[0].name
        elif self._meant not in names or self._people.may_name_others(self._text, *sentence):
            self._meant = None


def called(source: str, people: People) -> str | None:
    """Return the name for *source*: a person's fullest, a group's or an institution's as the text calls it, or None."""
    words = _EACH.sub("", " ".join(source.split()).strip('"“”,;: ').removeprefix("Both "))
    if name := _called_in_whole(words, people):
        return name
    head = _WHEN.sub("", head_phrase(words).strip())
    if not head or head.casefold() in _NOBODY or _OWNED.match(head):
        return _person_beside(words, people)
    if _JOINED.search(head):
        return _joined(head, people)
    determined = _DETERMINER.match(head)
    rest = head[determined.end() :] if determined else head
    if person := _person(rest, people) or _person_beside(words, people):
        return person
    last = rest.rsplit(maxsplit=1)[-1] if rest else ""
    if not (is_group(last) or last[:1].isupper() or (rest[:1].isupper() and NOT_A_PERSON.search(rest))):
        return None
    of = _OF_A_BODY if last[:1].isupper() and NOT_A_PERSON.search(last) else _MEMBERS if is_group(last) else None
    opens_a_sentence = determined or _is_common(head) or _SMALL.match(head)  # has its capital, if any, from there
    if of and (members := of.match(words, len(head)) or _OF_ITS_BODY.match(words, len(head))):
        head += members.group()
    return head[0].lower() + head[1:] if opens_a_sentence else head


def _is_common(head: str) -> bool:
    return is_group_alone(head) and not _ALL_BODIES.fullmatch(head)


def _called_in_whole(words: str, people: People) -> str | None:
    """Return the name for *words* that say more than their head: a state's paper, a list, an office before a name."""
    if document := _DOCUMENT.match(words):
        return document["owner"]
    if _LISTED.fullmatch(words):
        return _LIST.sub(lambda name: people.full(name.group()) or name.group(), words)
    holder = people.full(office_holder(words) or "")
    return holder if holder and people.knows(holder) else None


def _joined(head: str, people: People) -> str | None:
    """Return the name of several speakers, "the ministry and the port", None when one of them could be anybody."""
    parts = [part.strip() for part in _JOINED.split(head)]
    if all(_ROLE_BESIDE.fullmatch(part) and not is_group(part) for part in parts[:-1]) and (
        person := _person(parts[-1], people)
    ):
        return person  # "union leader and Deputy Mayor Ilse Marrow"
    if all(part[:1].isupper() and not _DETERMINER.match(part) for part in parts):
        return head
    if any(called(part, people) for part in parts) and all(re.match("the ", part, re.IGNORECASE) for part in parts):
        return head[0].lower() + head[1:]
    return None


def _person_beside(words: str, people: People) -> str | None:
    """Return the person whose name is set off by commas from what they are: "its envoy, Davor Kest"."""
    named = {
        person
        for part in words.split(",")[1:]
        if not _TWO.search(part) and (person := _person(head_phrase(part).strip(), people))
    }
    return named.pop() if len(named) == 1 else None


def _described_before(words: str, name: str) -> str | None:
    """Return what a source says of a person beside the *name*: "Prime Minister of Italy", "envoy" of "its envoy"."""
    before, _, after = _DETERMINER.sub("", words).partition(name)
    if _OFFICE_OF_A_STATE.fullmatch(before) or _OFFICE_OF.fullmatch(before):
        return before.strip()
    if _OFFICE.fullmatch(before) and (state := _OF_A_STATE.match(after)):
        return before + state.group().strip()
    described, comma, rest = words.partition(", ")
    begins = _DETERMINER.match(described) or _OWNED.match(described)
    if not (comma and begins and name.rsplit(maxsplit=1)[-1] in rest):
        return None
    described = _OWNED.sub("", described).strip()
    return described[:1].lower() + described[1:] if described else None


def _person(head: str, people: People) -> str | None:
    """Return the person whose name ends *head*, None when none does."""
    tail = _POSSESSIVE.sub("", head)
    parts: list[str] = []
    for word in reversed(tail.split()):
        if not _CAPITALS.fullmatch(word + " "):
            break
        parts.insert(0, word)
    name = bare_name(" ".join(parts).rstrip("."))
    if not name or NOT_A_PERSON.search(name):
        return None
    return people.full(name) or (name if " " in name and people.knows(name) else None)
