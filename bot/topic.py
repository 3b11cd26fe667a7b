"""What a question is about, where its words tell."""

from __future__ import annotations

import re
from typing import Final

from bot.party_asked import VERB
from corpus.collective import is_plural

_TOPIC: Final = re.compile(r"\b(?:on|about|regarding|concerning) (?P<topic>[^?]+?)\W*$", re.IGNORECASE)
_SUBJECT: Final = re.compile(
    r"^(?:when|where|why|how|by whom) (?:was|were|is|are) (?P<topic>(?:the|an?) [^?]+?) "
    r"(?:\w{2,}ed|built|made|sold|held|born|sent|written|given|taken|found|lost|won|sunk|shot|hit|paid)\b",
    re.IGNORECASE,
)
_ACTS: Final = re.compile(
    r"^(?:when|where|why|what|which|how)\b[^?]*? (?:will|would|did|do|does|has|can|could|should|must) "
    r"(?P<topic>the(?: [a-z’-]+)+?(?: (?:of|in|at|on) (?:the )?(?-i:[A-Z])[\w-]+)*) [a-z]+"
    r"(?= (?:the|an?|his|her|its|their|to|for|by|from|with|into|out|up|down|off|before|after|since|"
    r"(?:of|in|at|on) (?:(?!(?:the )?(?-i:[A-Z]))|[\w-]+[’']s))\b|\W*$)",
    re.IGNORECASE,
)
_ONE_THING: Final = (
    r"(?!(?:the|it|he|she|they|we|you|i|that|this|there|what|who|anyone|anybody|an?)\b)(?-i:[a-z])[\w’-]+"
)
_WHETHER: Final = re.compile(
    rf"^(?:and )?(?:(?:is|was) (?P<called>(?:the )?{_ONE_THING}) [a-z]+|"
    rf"(?:does|did|will|would|can|could|has) (?P<does>(?:the )?{_ONE_THING}) "
    r"(?:[a-z]+ly )?[a-z]+)\W*$",
    re.IGNORECASE,
)
_JUDGED: Final = re.compile(
    rf"^(?:and )?who (?:else )?(?:{VERB.pattern})(?: (?:with|to|against|for|of))? (?P<topic>(?:the|an?) [^?]+?)\W*$",
    re.IGNORECASE,
)
_DONE_TO: Final = re.compile(
    r"^(?:and )?who (?:else )?(?:(?:has|have|had|will|would|can|could) )?[a-z]+(?: (?:for|to|with|against|at|on))? "
    r"(?:the|an?) (?P<topic>[^?,]+?)\W*$",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    r"^(?:and )?how many (?!(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|times)\b)"
    r"(?P<topic>(?:[a-z’-]+ ){0,2}?[a-z’-]+) (?:(?:are|were)(?: there)?(?P<being>(?: [^?]+?)?)|(?P<did>(?:came|come|"
    r"went|go|lost|fell|\w{2,}ed)\b[^?]*?)|(?:do|does|did|has|have|had|will|would|can|could|should|must)\b[^?]*)\W*$",
    re.IGNORECASE,
)


def topic_of(question: str) -> re.Match[str] | None:
    """Return where *question* says what it is about, as the group ``topic``."""
    return _TOPIC.search(question)


def happened_to(question: str) -> re.Match[str] | None:
    """Return what *question* says that something was done to ("When was the toll raised?"), as the group ``topic``."""
    return _SUBJECT.match(question)


def acting_in(question: str) -> re.Match[str] | None:
    """Return what *question* says that does something ("When will the new bridge open?"), as the group ``topic``."""
    return _ACTS.match(question)


def whether_of(question: str) -> str | None:
    """Return of what *question* asks whether it does or is something: "the strike" of "Did the strike succeed?"."""
    found = _WHETHER.match(question)
    return (found["called"] or found["does"]) if found else None


def done_to(question: str) -> re.Match[str] | None:
    """Return to what *question* asks who does something ("Who stole the bell?"), without article, as ``topic``."""
    return _DONE_TO.match(question)


def counted(question: str) -> re.Match[str] | None:
    """Return what *question* counts, as the group ``topic``: "cases" of "How many cases are there in Brae?"."""
    found = _COUNTED.match(question)
    return found if found and is_plural(found["topic"]) else None


def counted_in(question: str) -> str | None:
    """Return whom or what *question* counts, and which of them: "the cases in Brae"."""
    found = counted(question)
    if found is None:
        return None
    return f"the {found['topic']}{found['being'] or ''}{f' that {did}' if (did := found['did']) else ''}"


def matter_of(question: str) -> str | None:
    """Return what somebody speaks on, or judges, in *question*; None where it does not tell."""
    found = topic_of(question) or _JUDGED.match(question)
    return found["topic"] if found else None
