"""Questions in other languages for anything that somebody said: "Was sagte Kest?", "что сказал Кест в мае?"."""

from __future__ import annotations

import re
from typing import Final

from bot.party import Party
from bot.time_abroad import without_time
from bot.time_words import TIME_WORDS

_SMALL: Final = {
    "de": "was|hat|haben|hatte|sagte?n?|gesagt|meinte?n?|erklärte?n?|erklärt|äußerte|geäußert|denkt|schrieb|"
    "geschrieben|zitate?|worte|aussagen|von|die|der|das|den|alles|zuletzt|eigentlich|genau",
    "fr": "qu|que|quoi|qu’est-ce|est-ce|a|ont|avait|dit|disent|disait|déclaré|affirmé|expliqué|écrit|pense|citations?|"
    "paroles|mots|de|du|la|le|les|l|d|il|elle|t|récemment|au",
    "ru": "что|какие|сказал[аи]?|говорит|говорят|говорил[аи]?|заявил[аи]?|заявляет|думает|написал[аи]?|слова|цитаты|"
    "высказывания|заявления|недавно|именно|вообще|за|на",
    "uk": "що|які|сказа(?:в|ла|ли)|каже|кажуть|каза(?:в|ла|ли)|говорить|говори(?:в|ла|ли)|заяви(?:в|ла|ли)|думає|"
    "написа(?:в|ла|ли)|слова|цитати|висловлювання|заяви|нещодавно|саме|за|на",
    "lt": "ką|kas|kokie|pasakė|sakė|sako|sakydavo|kalbėjo|kalba|pareiškė|teigė|mano|rašė|parašė|žodžiai|citatos|"
    "pareiškimai|neseniai",
    "pl": "co|jakie|powiedział[ai]?|powiedzieli|mówi|mówią|mówił[ai]?|oświadczył[ai]?|myśli|napisał[ai]?|słowa|cytaty|"
    "wypowiedzi|oświadczenia|ostatnio|dokładnie",
}
"""Words, by language, that say nothing of what somebody's words are to be about."""


def asks_for_any_words_abroad(question: str, party: Party) -> bool:
    """Tell whether *question* asks for words of *party* and names nothing that they are to be about but a time."""
    words = TIME_WORDS.get(party.language)
    if words is None:
        return False
    # phrases come before words that begin them
    times = (words.since, words.until, words.between, words.at, words.and_, words.part)
    small = "|".join([*times, words.last, words.recent, words.this, words.units["year"], _SMALL[party.language]])
    left = without_time(question, party.language).replace(party.name, " ").replace("'", "’")
    return not re.search(r"\w", re.sub(rf"(?<!\w)(?:{small})(?!\w)", " ", left, flags=re.IGNORECASE))
