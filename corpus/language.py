"""Which language a question or a text is in, as far as it matters: English, another one, or too short to tell."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lingua import LanguageDetector

ENGLISH: Final = "en"
UNKNOWN: Final = "und"
"""ISO 639-2 for a language that is not English and that we don't know by name."""
_KNOWN: Final = ("EN", "DE", "FR", "PL", "LT", "RU", "UK")
"""What the detector chooses from: each language more costs memory, and short questions get harder to tell."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_ENGLISH_START: Final = frozenset(
    ["what", "who", "whom", "whose", "when", "where", "why", "which", "how", "does", "did"]
)
_OPENINGS: Final = {
    code: re.compile(rf"(?:{words})(?!\w)", re.IGNORECASE)
    for code, words in {
        "de": "wer|wem|wann|warum|wieso|weshalb|wie|wohin|woher|welche[rsnm]?|was (?:will|wollen|sagt|sagen|hat|ist)",
        "fr": "qui|quand|pourquoi|quel(?:le)?s?|combien|où|qu[’']\\w+",
        "pl": "kto|kogo|komu|kiedy|gdzie|dlaczego",
        "lt": "kas|ką|kada|kur|kiek|kodėl|kaip",
    }.items()
}
"""What opens a question in one language only."""
_ONLY_ENGLISH: Final = frozenset(["the", "of", "and", "with", "about", "did", "does", "said", "says"])
"""No words of the other languages that are known here."""
_ENGLISH: Final = re.compile(
    r"\b(?:the|of|and|to|that|is|for|with|from|by|it|its|he|she|his|her|they|their|said|says|have|has|had|were|been|"
    r"but|not|who|which|what|would|will|this|there)\b",
    re.IGNORECASE,
)
_ENGLISH_SHARE: Final = 0.12  # share of those words from which a text is English; other languages stay below .05
_TEXT: Final = 12  # words from which on a text can be told by itself
_READ: Final = 200  # words of a text that are looked at
_SHORT: Final = 4  # words beside names below which the detector has to be surer
_ENGLISH_IF: Final = 0.5
_ENGLISH_IF_SHORT: Final = 0.4
_SURE: Final = 0.5
_SURE_OF_A_WORD: Final = 0.8


def question_language(question: str) -> str:
    """Return the ISO 639-1 code of the language of *question*, or ``UNKNOWN``.

    Names alone and keywords that could be anything count as English, the language that the corpus is taken to have.
    """
    words = _WORD.findall(question)
    if not words or words[0].lower() in _ENGLISH_START:
        return ENGLISH
    if _is_in_another_script(words):
        return _best(" ".join(words)) or UNKNOWN
    if opened := next((code for code, opening in _OPENINGS.items() if opening.match(" ".join(words))), None):
        return opened
    if not _ONLY_ENGLISH.isdisjoint(words):
        return ENGLISH
    plain = [word for place, word in enumerate(words) if place == 0 or word[0].islower()]
    likely = _likely(words, plain)
    best = max(likely, key=lambda code: likely[code])
    if not _is_foreign(question, plain, best, likely):
        return ENGLISH
    return best if best != ENGLISH and likely[best] >= _SURE else UNKNOWN


def text_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of *text*, or ``UNKNOWN``; None when it is too short to tell."""
    words = _WORD.findall(text)[:_READ]
    if _is_in_another_script(words):
        return _best(" ".join(words)) or UNKNOWN
    if len(words) < _TEXT:
        return None
    if is_english(text):
        return ENGLISH
    return _best(" ".join(words)) or UNKNOWN


def is_english(text: str) -> bool:
    """Tell whether *text* has the share of small words that only English has."""
    words = re.findall(r"\w+", text)
    return len(_ENGLISH.findall(text)) >= _ENGLISH_SHARE * len(words)


def _is_foreign(question: str, plain: list[str], best: str, likely: dict[str, float]) -> bool:
    if "¿" in question or any(word[0].islower() and not word.replace("’", "").isascii() for word in plain):
        return True  # names are not among these words
    if len(plain) >= _SHORT:
        return likely[ENGLISH] < _ENGLISH_IF
    sure = _SURE if len(plain) > 1 else _SURE_OF_A_WORD
    return best != ENGLISH and likely[best] >= sure and likely[ENGLISH] < _ENGLISH_IF_SHORT


def _is_in_another_script(words: list[str]) -> bool:
    letters = "".join(words)
    return 2 * sum(not unicodedata.name(letter, "").startswith("LATIN") for letter in letters) > len(letters)


def _likely(words: list[str], plain: list[str]) -> dict[str, float]:
    """Return the probability of each language, the mean of that with names and that without."""
    # Names mislead in English questions, capitals help in German ones.
    with_names, without = _confidence(" ".join(words)), _confidence(" ".join(plain))
    return {code: (with_names[code] + without[code]) / 2 for code in with_names}


def _best(text: str) -> str | None:
    found = _detector().detect_language_of(text)
    return found.iso_code_639_1.name.lower() if found else None


def _confidence(text: str) -> dict[str, float]:
    values = _detector().compute_language_confidence_values(text)
    return {item.language.iso_code_639_1.name.lower(): item.value for item in values}


@cache
def _detector() -> LanguageDetector:
    """Load the detector: two seconds and 170 MB, so only for what the rules above leave open."""
    from lingua import IsoCode639_1, LanguageDetectorBuilder

    codes = [IsoCode639_1.from_str(code) for code in _KNOWN]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes).build()
