"""From a source as the text has it ("he", "Mr. Charap", "Russian officials") to the name a reader is shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.beside import described_beside
from corpus.called import CAPITALIZED, CAPITALS, OF_A_STATE, called, is_owned_by_one, person_named
from corpus.collective import head_phrase, is_plural
from corpus.epithet import Epithets
from corpus.interview import Interview
from corpus.occupations import PERSON
from corpus.people import People
from corpus.pronoun import GENDERS_OF, Pronouns
from corpus.titles import surname

Span = tuple[int, int]
_BODY: Final = frozenset(["it", "they"])  # a body or a group: the source of the sentence before
_OWNER: Final = re.compile(r"[’']s$|(?<=s)[’']$")
_ONESELF: Final = re.compile(r" (?:him|her|them|it)sel(?:f|ves)$")
_UNNAMED_PERSON: Final = re.compile(rf"(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother) (?:[\w’'-]+ ){{0,3}}?{PERSON}")
_SAYS: Final = re.compile(r"[.,;]|$| (?:said|says|added|announced|told|has|had|is|was|did|declined)\b")
"""What follows a name that ends as owners do: "said Sotheby's."."""
_BEFORE_WHO: Final = re.compile(
    rf"(?<!of )(?<!for )(?<!with )(?P<name>(?:{CAPITALIZED} )*{CAPITALIZED})(?:{OF_A_STATE.pattern})?"
    r"(?:, (?:an?|the|its|his|her|their|[A-Z]\w+[’']s) [^,.;:“”\"]{2,90})?, ?$"
)
_COMMON: Final = frozenset(
    ["former", "retired", "senior", "acting", "veteran", "longtime", "local", "assistant", "deputy", "fellow"]
)
"""Words before what somebody is that have a capital where they begin a sentence."""
_PREPOSITION: Final = 3  # letters of a longest one behind an office: "President of Brae"
LONGEST_NAME: Final = 160  # characters, with what is said of who bears it


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
        self._pronouns = Pronouns(text, people)
        self._interview = Interview(text, people)
        self._epithets = Epithets(text, people)
        self._body: str | None = None  # what "it" or "they" would mean in this sentence
        self._spoke: list[str] = []  # the bodies and groups that say something in this sentence
        self._voices: set[str] = set()  # who says something in this sentence, "" for a person without a name
        self._described: dict[str, str] = {}  # what stands before a name and a comma: "its envoy, Davor Kest"

    def can_speak(self, words: str) -> bool:
        """Tell whether *words*, a source, get a name, could get one from the sentence before, or are somebody's."""
        is_pronoun = words.casefold() in GENDERS_OF or words.casefold() in _BODY
        return is_pronoun or is_owned_by_one(words) or called(words, self._people) is not None

    def resolve(self, source: Span | None, marks: Sequence[Span]) -> Named:
        """Return who *source* is, and take note that it says something; *marks* as in :meth:`named`."""
        who = self.named(source, marks)
        if source and who.name is not None:
            words = self._words(source)
            is_pronoun = words.casefold() in GENDERS_OF
            self._remember(who.name, is_person=is_pronoun or self._people.knows(who.name))
            if described := described_beside(words, who.name):
                if who.name not in self._described:
                    self._described[who.name] = self._in_a_sentence(described, source)
                return replace(who, described_as=who.described_as or self._described[who.name])
        elif source and _UNNAMED_PERSON.fullmatch(head_phrase(self._words(source)).strip()):
            self._voices.add("")
        return who

    def _in_a_sentence(self, described: str, source: Span) -> str:
        """Return what begins the *source* as it stands within a sentence: "former senator"."""
        first, *rest = described.split()
        goes_on_small = (
            bool(rest)
            and rest[0].islower()
            and len(rest[0]) > _PREPOSITION
            and re.search(rf"\b{re.escape(first.lower())}\b", self._text)
        )
        is_common = first.lower() in _COMMON or goes_on_small
        begins = self._text.startswith(described, source[0])
        return described[0].lower() + described[1:] if begins and is_common else described

    def named(self, source: Span | None, marks: Sequence[Span]) -> Named:
        """Return who *source* is; *marks* are the quotations around, whose words name nobody for outside."""
        if source is None:
            return UNNAMED
        words = self._words(source)
        gender = GENDERS_OF.get(words.casefold())
        if words.casefold() in _BODY:
            name = self._body if words.casefold() == "it" or is_plural(self._body or "") else None
        elif gender:
            name = self._pronouns.meant(source, gender, marks)
        elif words.startswith("who"):
            name = self._related(source[0])
        elif name := self._epithets.meant(words, source[0]):
            self._described.setdefault(name, words[0].lower() + words[1:])
        elif not (name := self._people.with_title(words)):
            name = called(words, self._people)
            if name is not None and self._is_a_common_noun(name):
                name = None
            elif name is not None and self._people.surnames.is_doubtful(words, name, source[0]):
                name = surname(name)
        return Named(name, source, (self._people.described(name) or self._described.get(name)) if name else None)

    def answers(self, quoted: int) -> Named:
        """Return who answers in the quotation that begins behind its mark at *quoted*, where that is certain."""
        who = self._interview.answers(quoted)
        return self.known(who.name, (who.start, who.end)) if who else UNNAMED

    def known(self, name: str, mention: Span) -> Named:
        """Return the person with this full *name* as the speaker who is named at *mention*."""
        return Named(name, mention, self._people.described(name))

    def _words(self, source: Span) -> str:
        words = _ONESELF.sub("", self._text[slice(*source)])
        return words if _SAYS.match(self._text, source[1]) else _OWNER.sub("", words)

    def _remember(self, name: str, *, is_person: bool) -> None:
        """Take note that *name* says something in this sentence."""
        self._voices.add(name)
        if is_person:
            self._pronouns.spoke(name)
            return
        self._spoke.append(name)
        if CAPITALS.match(name):  # perhaps somebody whom the text does not introduce
            self._pronouns.spoke(None)

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
        return person_named(named["name"], self._people) if named else None

    def begin(self, sentence: Span) -> None:
        """Take note that *sentence* is read next."""
        self._pronouns.begin(sentence)

    def read(self, marks: Sequence[Span]) -> None:
        """Take note of what "it", "they", "he" and "she" would mean after the sentence that was begun."""
        self._body, self._spoke = (self._spoke[0] if len(set(self._spoke)) == 1 else None), []
        voices, self._voices = self._voices, set()
        self._pronouns.read(voices, marks)
