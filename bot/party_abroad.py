"""Whose words a question in German, French, Polish, Lithuanian, Russian or Ukrainian asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_CAPITAL: Final = "A-ZÀ-ÖØ-ÞĄĆČĖĘĮŁŚŠŪŲŹŻŽА-ЯЁЄІЇҐ"
_NAME: Final = rf"(?P<party>[{_CAPITAL}][\w’-]+(?: [{_CAPITAL}][\w’-]+){{0,2}})"
_ARTICLE: Final = r"(?:(?:la|le|les|der|die|das|den) |l[’'])?"

_SPEAKS: Final = {
    "ru": "сказал[аи]?|говорит|говорят|говорил[аи]?|хочет|хотят|хотел[аи]?|требует|требуют|требовал[аи]?|"
    "потребовал[аи]?|думает|думают|думал[аи]?|считает|считают|заявил[аи]?|заявляет|ответил[аи]?|предложил[аи]?|"
    "предлагает|предлагают|обещал[аи]?|пообещал[аи]?|назвал[аи]?|называет|называют|утверждает|утверждал[аи]?|"
    "объяснил[аи]?|объясняет|ожидает|боится|предупредил[аи]?|отрицает|отверг(?:ла|ли)?|написал[аи]?|пишет",
    "uk": "сказа(?:в|ла|ли)|каже|кажуть|казав|говорить|говорив|хоче|хочуть|хоті(?:в|ла|ли)|вимагає|вимагають|вимагав|"
    "думає|вважає|вважають|вважав|заяви(?:в|ла|ли)|відпові(?:в|ла|ли)|пропонує|пропонують|запропонува(?:в|ла|ли)|"
    "обіцяв|пообіця(?:в|ла|ли)|назва(?:в|ла|ли)|називає|називають|стверджує|поясни(?:в|ла|ли)|пояснює|боїться|"
    "попереди(?:в|ла|ли)|заперечує|відкину(?:в|ла|ли)|написа(?:в|ла|ли)|пише",
    "lt": "pasakė|sakė|sako|sakydavo|nori|norėjo|reikalauja|reikalavo|pareikalavo|mano|teigia|teigė|atsakė|siūlo|"
    "siūlė|pasiūlė|žada|žadėjo|pažadėjo|vadina|vadino|pavadino|aiškina|paaiškino|pareiškė|galvoja|bijo|tikisi|"
    "įspėjo|neigia|atmetė|rašo|rašė|parašė",
    "de": "sagt|sagen|sagte|sagten|will|wollen|wollte|wollten|fordert|fordern|forderte|verlangt|verlangen|verlangte|"
    "denkt|denken|meint|meinte|glaubt|glaubte|behauptet|behauptete|antwortet|antwortete|verspricht|versprach|nennt|"
    "nannte|erklärt|erklärte|fürchtet|warnt|warnte|schreibt|schrieb|erwartet|bestreitet|verglich|vergleicht",
    "fr": "dit|disent|disait|déclar[eé]|veut|veulent|voulait|demande|demandent|demandait|exige|exigent|pense|pensent|"
    "croit|croient|affirme|répond|répondu|propose|proposé|promet|promis|appelle|appellent|appelé|explique|expliqué|"
    "craint|craignent|refuse|refusé|écrit|espère|attend|reproche",
    "pl": "powiedział[ai]?|powiedzieli|mówi|mówią|mówił[ai]?|chce|chcą|chciał[ai]?|żąda|żądają|żądał[ai]?|uważa|"
    "uważają|myśli|myślą|twierdzi|twierdzą|twierdził[ai]?|odpowiedział[ai]?|proponuje|zaproponował[ai]?|obiecał[ai]?|"
    "nazwał[ai]?|nazywa|nazywają|wyjaśnił[ai]?|oświadczył[ai]?|napisał[ai]?|pisze|obawia|boi|ostrzegł[ai]?|odrzucił[ai]?",
}
_SAID: Final = (
    "gesagt|gefordert|verlangt|geantwortet|versprochen|genannt|erklärt|vorgeschlagen|gemeint|behauptet|geschrieben|"
    "gewarnt|abgelehnt|gewollt|verglichen|zugegeben"
)
_ACCORDING: Final = {
    "ru": "по словам|по мнению|согласно|позиция|требования|условия|точка зрения|с точки зрения",
    "uk": "за словами|на думку|згідно з|позиція|вимоги|умови|з погляду",
    "lt": "pasak|anot",
    "de": "laut|nach Ansicht von|nach Meinung von|Haltung von|Forderungen von",
    "fr": "selon|d[’']après|(?:la )?position d[e’'](?: la)?|exigences d[e’'](?: la)?",
    "pl": "według|zdaniem|stanowisko|żądania|warunki",
}


def _patterns(language: str) -> Iterator[re.Pattern[str]]:
    speaks, according = _SPEAKS[language], _ACCORDING[language]
    yield re.compile(rf"\b(?i:{according}) ?{_ARTICLE}{_NAME}")
    if language == "de":
        yield re.compile(rf"\b(?i:hat|haben|hatte) {_ARTICLE}{_NAME}\b.*\b(?:{_SAID})\b")
    yield re.compile(rf"(?<=[^\W\d_][ ,]){_NAME} (?:[^\W\d_]+ )?(?:a-t-(?:il|elle) )?(?i:{speaks})\b")
    yield re.compile(rf"\b(?i:{speaks})(?:-(?:il|elle|ils|elles))? {_ARTICLE}{_NAME}")


_ASKS: Final = {language: tuple(_patterns(language)) for language in _SPEAKS}


def party_named(question: str, language: str) -> str | None:
    """Return the party whose words *question* asks for, as the question writes it; None when it asks for nobody's."""
    found = (pattern.search(question) for pattern in _ASKS.get(language, ()))
    return next((match["party"] for match in found if match), None)
