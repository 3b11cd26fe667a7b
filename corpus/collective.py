"""What groups and bodies are called, and the word that tells what a phrase names: the head of "crew of the trawler"."""

from __future__ import annotations

import re
from typing import Final

_BODIES: Final = """
    police government governments ministry ministries army military court courts guard navy fleet crew crews team teams
    board parliament council commission committee administration opposition alliance agency agencies campaign company
    companies union unions league party coalition department authority authorities association federation senate
    congress panel (?<!in)jury embassy regulator consortium delegation delegations offices? bureau sides parties
    brotherhood
"""
_PEOPLE: Final = """
    officials? analysts experts critics diplomats lawmakers legislators negotiators mediators aides allies leaders
    advisers advisors opponents supporters proponents advocates activists scholars scientists researchers economists
    historians lawyers attorneys prosecutors investigators judges voters residents citizens witnesses soldiers troops
    commanders generals officers politicians ministers envoys delegates commentators observers journalists reporters
    editors writers executives managers owners workers employees farmers fishermen pilots engineers doctors nurses
    teachers students parents families spokesmen spokeswomen spokespeople representatives senators members
    conservatives liberals progressives separatists rebels insurgents nationalists shipowners strikers keepers captains
    mayors refugees islanders villagers neighbou?rs countries states powers men women people sources insiders
    strategists pollsters organi[sz]ers? protesters marchers demonstrators rescuers sailors drivers traders bankers
    administrators regulators physicians biologists astronomers meteorologists forecasters detectives deputies troopers
    firefighters paramedics employers retailers homeowners landlords tenants customers jurors
    investors builders insurers? publishers? authors
"""
KIN: Final = r"brother|sister|husband|wife|father|mother|son|daughter|cousin|uncle|aunt|nephew|niece|widow|widower|twin"
"""What somebody's kin is called: alternatives of a regular expression."""
_BODY: Final = re.compile(rf"(?:{'|'.join(_BODIES.split())})$", re.IGNORECASE)
_GROUP: Final = re.compile(rf"(?:{'|'.join((*_BODIES.split(), *_PEOPLE.split()))})$", re.IGNORECASE)
_HEAD_ENDS: Final = re.compile(
    r",| \(| - | (?:of|for|from|in|inside|outside|within|at|who|whom|with|on|to|by|about|near|familiar|"
    r"whose|that|among|close|like|such|including|representing|during|conducted|commissioned)\b| [—–] |$"
)
_PLURAL: Final = re.compile(r"(?:s|\bpolice|\bpeople|men)$|\band\b", re.IGNORECASE)


def is_body(word: str) -> bool:
    """Tell whether *word* ends in what a body is called that speaks as one: "government", "coastguard"."""
    return bool(_BODY.search(word))


def is_group(word: str) -> bool:
    """Tell whether *word* ends in what a group of people or a body is called: "officials", "government"."""
    return bool(_GROUP.search(word))


def is_group_alone(words: str) -> bool:
    """Tell whether *words* are what a group or a body is called and nothing else."""
    return bool(_GROUP.fullmatch(words))


def is_plural(words: str) -> bool:
    """Tell whether *words* name several: they end as plurals do, or name two."""
    return bool(_PLURAL.search(head_phrase(words)))


def head_phrase(words: str) -> str:
    """Return *words* up to what is only said of the head: "the crew" of "the crew of the trawler"."""
    end = _HEAD_ENDS.search(words)
    return words[: end.start()] if end else words


def head_of(words: str) -> str:
    """Return the word that tells what *words* name: "crew" for "the crew of the trawler"; empty where none does."""
    return (head_phrase(words).split() or [""])[-1]
