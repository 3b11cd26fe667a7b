"""A party to a dispute: a person, an institution or a side, and who speaks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.folded_names import fold
from bot.heads import heads, leads
from bot.introduced_as import is_introduced
from bot.office import speaks_for, speaks_for_a_name, speaks_for_a_state, watches
from bot.office_told import may_be_two, openings_before
from bot.offices_in_short import written
from bot.short_name import is_short_for
from bot.sides import is_state, same_side, state_in_english, stems_of
from corpus.collective import head_of, is_body, is_plural
from corpus.first_names import GENDERS
from corpus.language import ENGLISH
from corpus.titles import NOT_A_PERSON, TITLES, bare_name

_CAPITALIZED: Final = r"[A-ZÀ-ŽА-ЯЄІЇҐ](?:[\w.-]|[’'](?!s\b))*"
_NAMED: Final = re.compile(
    rf"(?:the )?(?:(?!(?:of|for|in|at|from|to)\b)[a-z]+ ){{0,2}}(?P<name>{_CAPITALIZED}(?: {_CAPITALIZED})*)(?: \w+ly)?"
)
"""A name, with or without what its bearer is: "the biologist Orrin Pell", "President Trump", "the Ostrin League"."""
_TITLED: Final = re.compile(rf"(?:the )?(?P<title>{'|'.join(TITLES)})\b")
_SOMEBODYS: Final = re.compile(r"(?P<whose>.+?)[’']s? (?P<what>.+)")


@dataclass(frozen=True, slots=True)
class Party:
    """Whom a question asks about."""

    name: str
    """As the question has it."""
    language: str = ENGLISH
    """What the question is in; the articles' names are English."""

    def speaks_as(self, name: str, described_as: str | None, around: str) -> bool:
        """Tell whether a speaker called *name* is, or by the description speaks for, this party.

        In a text that speaks of a ferry *around* it, "the crews" are "the ferry crews".
        """
        if self.language != ENGLISH and fold(self.name.split()[-1]) in {fold(word) for word in name.split()}:
            return True
        forms = (replace(self, name=form) for form in written(self.name))
        return any(form._is(name, described_as, around) for form in forms)  # noqa: SLF001 - its own

    def _is(self, name: str, described_as: str | None, around: str) -> bool:
        words = stems_of(" ".join(self._who_is_spoken_for(name, described_as or "")))
        is_alias = any(alias <= words for alias in self._aliases())
        owner = (described_as or "").rpartition("’s ")[0]
        is_shorter = any(self._is_short(called, around) for called in (name, described_as, owner) if called)
        holds = self._holds(described_as, around) and not self._is_anothers(name, described_as, around)
        is_somebodys = holds or self._is_somebodys(described_as)
        is_own = is_alias or self._bears(name, around) or is_somebodys or heads(self.name, described_as)
        is_shorter = is_shorter or is_short_for(self.name, name, described_as, around)
        is_told = is_introduced(self.name, name, around) or self._calls_its_own(name, described_as, around)
        return is_own or is_shorter or is_told or leads(self.name, name, around)

    def _who_is_spoken_for(self, name: str, described_as: str) -> tuple[str, str]:
        own = self._in_english()
        if is_state(own) and not watches(own):
            return speaks_for(name), speaks_for_a_state(described_as)
        is_name_alone = all(word[0].isupper() for word in self.name.split())
        return name, (speaks_for_a_name if is_name_alone else speaks_for)(described_as)

    def is_named_in(self, words: str) -> bool:
        """Tell whether *words* name this party, or its side."""
        last = self.name.split()[-1]
        is_surname = last[:1].isupper() and re.search(rf"\b{re.escape(last)}\b", words)
        return bool(is_surname) or any(alias <= stems_of(words) for alias in self._aliases())

    def wrote(self, author: str | None, publication: str | None) -> bool:
        """Tell whether this party is the *author* of a text or the *publication* that printed it."""
        own = _core(self.name)
        surname = author.split()[-1].casefold() if author and " " in author else None
        return own in {_core(name) for name in (author, publication) if name} | {surname}

    def _bears(self, name: str, around: str) -> bool:
        """Tell whether *name* is this party's, in full or by its last word: Hanne Solberg is Admiral Solberg.

        Where the text *around* names Joe Biden, "Mr. Biden" is not Hunter Biden.
        """
        own, given = self._own_name(), [word for word in name.split() if word[0].isupper()]
        if not own or not given or own[-1] != given[-1] or self._has_anothers_title(given, around):
            return False
        if len(given) > 1 or len(own) == 1:
            return set(own) <= set(given)
        return bool(NOT_A_PERSON.search(self.name)) or _first_names(own[-1], around) <= {own[0]}

    def _has_anothers_title(self, given: Sequence[str], around: str) -> bool:
        """Tell whether this party's title, "Mr.", is not of who has the *given* name in the text *around*."""
        titled = _TITLED.match(self.name)
        if titled is None:
            return False
        gender = TITLES[titled["title"]]
        others = "|".join(title for title, other in TITLES.items() if other != gender)
        may_be_two = len(given) == 1 and re.search(rf"\b(?:{others})\.? {re.escape(given[-1])}\b", around)
        return bool(may_be_two) or GENDERS.get(given[0].lower(), gender) != gender

    def _own_name(self) -> list[str]:
        """Return the words of this party's name without titles; a body keeps all of its name."""
        name = self.name.removeprefix("the ").title() if self.name.islower() else self.name
        named = _NAMED.fullmatch(name)
        if named is None:
            return []
        return (named["name"] if NOT_A_PERSON.search(named["name"]) else bare_name(named["name"])).split()

    def _is_short(self, called: str, around: str) -> bool:
        """Tell whether this party is *called* so where the text *around* it tells the rest.

        It does not tell whose: of two states at odds both have an army.
        """
        own, short = stems_of(self.name), stems_of(called)
        whose = stems_of(" ".join(re.findall(_CAPITALIZED, self.name)))
        is_shorter = short < own and whose <= short and _head(self.name) == _head(called)
        return is_shorter and own <= short | stems_of(around)

    def _holds(self, described_as: str | None, around: str) -> bool:
        """Tell whether *described_as* is this party's office alone, whose the text *around* does not say beside it."""
        if described_as is None:
            return False
        office, *of_whom = re.split(r" (?:of|for) (?:the )?", self.name)
        is_told = not of_whom or of_whom[0][:1].isupper()  # which minister "of agriculture" is
        whole = " ".join(word for word in office.split() if word[0].islower())
        return is_told and stems_of(described_as) == stems_of(whole) and not may_be_two(described_as, around)

    def _is_anothers(self, name: str, described_as: str | None, around: str) -> bool:
        """Tell whether the text *around* has "its leader" behind a sentence on another, and not whose this is."""
        whose = stems_of(self.name) - stems_of(described_as or "")
        told = described_as and any(openings_before(name, described_as, around, several=True))
        return bool(told) and not is_state(self.name) and not whose <= stems_of(around)

    def _is_somebodys(self, described_as: str | None) -> bool:
        """Tell whether *described_as* says the same of this party: "Ms. Somby’s uncle" of "Berit Somby’s uncle"."""
        own, told = _SOMEBODYS.fullmatch(self.name), _SOMEBODYS.fullmatch(described_as or "")
        if own is None or told is None or stems_of(own["what"]) != stems_of(told["what"]):
            return False
        return bare_name(told["whose"]).split()[-1:] == own["whose"].split()[-1:]

    def _calls_its_own(self, name: str, described_as: str | None, around: str) -> bool:
        """Tell whether *name* is "its envoy" behind a sentence of the paragraph that opens with this party.

        So is the League’s envoy, behind one that opens with the League.
        """
        own = _SOMEBODYS.fullmatch(self.name)
        described_as = described_as or (own["what"] if own else None)
        if described_as is None:
            return False
        owners = list(self._aliases()) if speaks_for_a_state(described_as) else []
        called, office = stems_of(self.name), stems_of(described_as)
        is_office = office < called
        several = is_office or self._may_be_they()
        openings = [stems_of(opening) for opening in openings_before(name, described_as, around, several=several)]
        return any(owner <= opening for owner in [*owners, *([called - office] * is_office)] for opening in openings)

    def _may_be_they(self) -> bool:
        """Tell whether "their" may mean this party, which it does not where that is one: "the teacher"."""
        head = head_of(self.name)
        return not head.islower() or is_plural(head) or is_body(head)

    def _aliases(self) -> Iterator[set[str]]:
        """Yield the stems of what this party may be called; never none."""
        own = stems_of(self._in_english())
        if own:
            yield own
        yield from same_side(own)

    def _in_english(self) -> str:
        if self.language == ENGLISH:
            return self.name
        return state_in_english(self.name, self.language) or self.name


def _first_names(surname: str, text: str) -> set[str]:
    """Return the first names that bearers of *surname* have in *text*."""
    found = (bare_name(name).split() for name in re.findall(rf"\b{_CAPITALIZED} {re.escape(surname)}\b", text))
    return {name[0] for name in found if len(name) > 1}


def _core(name: str) -> str:
    return re.sub(r"^the |\(.*?\)|[’']s?$", "", name.casefold()).strip()


def _head(words: str) -> str:
    return re.split(r" (?:of|for) ", words)[0].split()[-1]
