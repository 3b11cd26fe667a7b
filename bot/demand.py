"""What a question demands of its answer: a number, a point in time, the people and years it names."""

from __future__ import annotations

import re
from typing import Final

from bot.amounts import amounts_asked, amounts_known
from bot.asking import QUESTION_WORD
from bot.name_runs import may_be_person, names_in
from corpus.months import MONTHS

_COUNT_ASKED: Final = re.compile(r"\bhow many\b|\bwhat (?:number|percent\w*|share)\b", re.IGNORECASE)
_AMOUNT_ASKED: Final = re.compile(
    r"\bhow much (?:money|does|do|did|will|would|is|was|are|were|has|have)\b|"
    r"\bwhat (?:is|was) the (?:price|cost) of\b|"
    r"\bhow (?:tall|high|long|large|big|heavy|far|deep|old|wide) (?:is|are|was|were|does|do|did|will|would|can|has)\b|"
    r"\bwhat (?:does|did|do|will) [\w ’'-]{1,60} cost\b",
    re.IGNORECASE,
)
_MONEY_ASKED: Final = re.compile(
    r"\bhow much\b.{1,80}\b(?:costs?|pay|paid|spend|spent|charge|charged(?= (?:for|to|by|per|in|at)\b|\W*$)|worth|"
    r"earn\w*)\b|\bhow much money\b|"
    r"(?<!\babout the )(?<!\bon the )\b(?:price|cost) of\b|\bwhat (?:does|did|do|will) .{1,60} cost\b",
    re.IGNORECASE,
)
_LIST_ASKED: Final = re.compile(
    r"\b(?:which|what) (?:\d+|two|three|four|five|six|seven|eight|nine|ten|other) (?:\w+ )?(?:countries|states|nations|"
    r"regions|provinces|cities|towns|villages|islands|ports|people|persons|men|women|politicians|ministers|leaders|"
    r"members|parties|companies|banks|papers|newspapers|ships|boats)\b|\bnames of\b",
    re.IGNORECASE,
)
_DAY_ASKED: Final = re.compile(r"\b(?:on )?(?:what|which) (?:date|day)\b", re.IGNORECASE)
_TIME_ASKED: Final = re.compile(
    r"^\W*(?:and )?when\b(?! (?:is|are|does|do)\b)|\b(?:what|which) (?:year|date|day|month)\b|\bsince when\b",
    re.IGNORECASE,
)
_NO_COUNT: Final = re.compile(
    r"\b(?:one of|one another|no one|at one|(?:1[5-9]|20)\d\d(?![\d,])|\d{1,2}(?:st|nd|rd|th))\b", re.IGNORECASE
)
"""Words that look like numbers and count nothing."""
_CURRENCY: Final = r"dollars?|cents?|euros?|pounds?|ro?ubles?|hryvnias?|crowns?"
_UNIT: Final = (
    r"(?:(?:kilo|centi|milli)?met(?:er|re)s?|km|miles?|feet|acres?|hectares?|tons?|tonnes|(?:kilo)?grams?|kg|"
    r"lit(?:er|re)s?|barrels?|knots?|degrees?|(?:mega|kilo|giga)?watts?|"
    rf"{_CURRENCY}|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|percent\w*|per cent)\b"
)
_THINGS_ASKED: Final = re.compile(
    rf"\bhow many (?:more |other |new )?(?!{_UNIT})(?:\w+ )?(?!{_UNIT})\w{{3,}}", re.IGNORECASE
)
_MEASURED: Final = re.compile(rf"(?:[$€£]\d[\d.,]*|\b[\w.,]+[ -](?:million |billion )?{_UNIT}|\d ?%)", re.IGNORECASE)
"""A number with its unit, which counts no things."""
_DURATION_ASKED: Final = re.compile(r"\bhow long\b", re.IGNORECASE)
_DURATION: Final = re.compile(
    r"\b(?:second|minute|hour|day|week|month|year|decade|generation|centur(?:y|ie))s?\b|\b(?:since|until|till)\b",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|"
    r"billions?|trillions?|multi-?\w*illion|dozens?|half|third|quarter|both|none|no|every|all|single|twice|several|few)\b",
    re.IGNORECASE,
)
_MONEY: Final = re.compile(
    rf"[$€£¥₴₽₹]|\b(?:{_CURRENCY}|kron\w+|zloty\w*|francs?|marks|yen|"
    r"yuan|rupees?|pesos?|liras?|litas|won|shekels?|dinars?|rials?|million|billion|trillion|multi-?\w*illion|free|nothing)\b",
    re.IGNORECASE,
)
_LIST: Final = re.compile(
    r"(?:the )?[A-ZÀ-ŽА-ЯЄІЇҐ][\w’'-]+(?: [A-ZÀ-ŽА-ЯЄІЇҐ][\w’'-]+)*,? (?:and|or) (?:the )?[A-ZÀ-ŽА-ЯЄІЇҐ]"
)
_DAY: Final = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|"
    r"jul|aug|sept?|oct|nov|dec)\b\.? \d{1,2}\b|\b\d{1,2} (?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\btoday\b|\byesterday\b",
    re.IGNORECASE,
)
_TIME: Final = re.compile(
    r"\b(?:1[5-9]|20)\d\d|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|week|month|year|decade|century|"
    r"spring|summer|autumn|winter|morning|evening|night|ago|after|before|during|until|since|once|when)s?\b",
    re.IGNORECASE,
)
_NAME: Final = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-ZÀ-ŽА-ЯЄІЇҐ][\w-]{2,}")
_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_WORD: Final = re.compile(r"\w{3,}")
_STEM: Final = 5  # letters by which Russia and Russian, Ukraine and Ukrainian are the same name


def has_what_is_demanded(question: str, sentences: str) -> bool:
    """Tell whether *sentences* hold what is asked for: a number, a sum of money, a list of names, a day, a time.

    A follow-up before the question that it goes back to ("how did they react: How many boats were lost?") asks alone.
    """
    follow_up, colon, _ = question.partition(": ")
    if colon and QUESTION_WORD.match(follow_up):
        question = follow_up
    if _MONEY_ASKED.search(question) and not _MONEY.search(sentences):
        return False
    if _LIST_ASKED.search(question) and not _LIST.search(sentences):
        return False
    if _DURATION_ASKED.search(question) and _DURATION.search(sentences):
        return True
    if _COUNT_ASKED.search(question) or _AMOUNT_ASKED.search(question):
        counting = _MEASURED.sub(" ", sentences) if _THINGS_ASKED.search(question) else sentences
        return bool(_NUMBER.search(_NO_COUNT.sub(" ", counting)))
    if _DAY_ASKED.search(question):
        return bool(_DAY.search(sentences))
    return not _TIME_ASKED.search(question) or bool(_TIME.search(sentences))


def unknown_names(question: str, known: str) -> int:
    """Return how many names, years and amounts of *question* do not occur in *known* (the article and what it cites).

    In a headline every word is written as a name, so that none can be told.
    """
    amounts = amounts_asked(question)
    amounts -= amounts_known(known) if amounts else set()
    known = known.casefold()
    words = _WORD.findall(question)
    is_headline = not question.endswith("?") and sum(word[0].isupper() for word in words) > len(words) / 2
    found = [] if is_headline else [match.group() for match in _NAME.finditer(question)]
    names = {name.casefold()[:_STEM] for name in found if name.lower() not in MONTHS}
    return len(amounts) + sum(name[:_STEM] not in known for name in names | set(_YEAR.findall(question)))


def names_asked(question: str, article: str) -> frozenset[str]:
    """Return the names of the *article* that *question* has, folded and cut to what Russia and Russian share.

    Readers type names in lower case; only the article can tell them from words.
    """
    names = {match.group().casefold()[:_STEM] for match in _NAME.finditer(article)}
    return frozenset({word[:_STEM] for word in _WORD.findall(question.casefold())} & names)


def is_about_others(asked: frozenset[str], words: str) -> bool:
    """Tell whether *words* name none of those *asked* about: a sentence about one party is no answer on another."""
    words = words.casefold()
    return bool(asked) and not any(name in words for name in asked)


def asks_of_strangers(question: str, known: str) -> bool:
    """Tell whether *question* names people in full and *known* has none of their names."""
    known = known.casefold()
    names = [name for name in names_in(question) if len(name.split()) > 1 and may_be_person(name)]
    return bool(names) and not any(word[:_STEM] in known for name in names for word in name.casefold().split())
