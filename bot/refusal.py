"""What a reader is told beside the quotes: one text for every face."""

from __future__ import annotations

import re
from typing import Final

from bot.answer import Answer, GroupKind, Verdict
from bot.groups import Group
from bot.interface import ENGLISH, Interface
from bot.texts import (
    EXACT,
    EXACT_IN,
    HELP_NOT_STATED,
    HELP_OFF_CORPUS,
    HELP_ONLY_COMMENTARY,
    HELP_UNAVAILABLE,
    NO_WORDS,
    NO_WORDS_OF,
    NOT_EXACT,
    NOT_THERE,
    OTHERS,
    SAID_ABOUT,
    SAID_BY,
    SAID_IN_COMMENT,
)
from bot.who import Whose
from corpus.language import ENGLISH as READ

REFUSALS: Final = {
    Verdict.OFF_CORPUS: "Nothing in the corpus is about this.",
    Verdict.NOT_STATED: "The corpus speaks about this, but what you ask is not stated in it.",
    Verdict.ONLY_COMMENTARY: (
        "Only the post’s author comments on this; the words of those you ask about are not in the corpus."
    ),
    Verdict.UNAVAILABLE: "There is no index to ask.",
}
NOT_READ: Final = "I can’t read questions in this language here. Please ask in English."
"""To a question in another language when there is no model for it."""
_WHAT_HELPS: Final = {
    Verdict.OFF_CORPUS: HELP_OFF_CORPUS,
    Verdict.NOT_STATED: HELP_NOT_STATED,
    Verdict.ONLY_COMMENTARY: HELP_ONLY_COMMENTARY,
    Verdict.UNAVAILABLE: HELP_UNAVAILABLE,
}
_ARTICLE: Final = re.compile(r"^(?:The|An?)(?= )")
_VERSUS: Final = re.compile(r" (?:vs\.?|versus) ", re.IGNORECASE)
_HEADINGS: Final = {
    GroupKind.SAID_BY: SAID_BY,
    GroupKind.SAID_ABOUT: SAID_ABOUT,
    GroupKind.COMMENT: SAID_IN_COMMENT,
}


def refusal(answer: Answer, interface: Interface = ENGLISH) -> str:
    """Return one line on why *answer* refuses."""
    return interface.say(NOT_READ if _is_unread(answer) else REFUSALS[answer.verdict])


def what_helps(answer: Answer, interface: Interface = ENGLISH) -> str | None:
    """Return what a reader can do after a refusal, None where the refusal says it."""
    return None if _is_unread(answer) else interface.say(_WHAT_HELPS[answer.verdict])


def _is_unread(answer: Answer) -> bool:
    return answer.verdict is Verdict.UNAVAILABLE and answer.language != READ


def heading(group: Group, interface: Interface = ENGLISH) -> str | None:
    """Return the line above the quotes of *group*, None where they need none."""
    if group.kind is None:
        return None
    is_on_others = group.kind is GroupKind.SAID_ABOUT and not group.names_party
    text = OTHERS if is_on_others else _HEADINGS[group.kind]
    party = _VERSUS.sub(" and ", group.party or "")
    words = interface.say(text, party=_ARTICLE.sub(lambda word: word.group().lower(), party))
    if group.silent:
        return interface.say(NO_WORDS_OF, heading=words, party=", ".join(group.silent))
    return words if group.quotes else interface.say(NO_WORDS, heading=words)


def verdict_on(found: Whose, interface: Interface = ENGLISH) -> str:
    """Return one line on what is known of a sentence."""
    if not found.places:
        return interface.say(NOT_THERE)
    if not found.exact:
        return interface.say(NOT_EXACT)
    places = len(found.places)
    return interface.say(EXACT) if places == 1 else interface.count(EXACT_IN, places)
