"""Words that tell a time in German, French, Russian, Ukrainian, Lithuanian and Polish, each as a pattern."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

YEAR: Final = r"(?:19|20)\d\d"


@dataclass(frozen=True, slots=True)
class TimeWords:
    """How one language leads to times, and how it names those that are seen from today."""

    at: str
    since: str
    until: str
    between: str
    and_: str
    part: str
    """What may stand before the time itself: "since the beginning of"."""
    year: str
    """A year that is no number of things: "2031 roku", not "2000 statków"."""
    last: str
    """The one before this: "last week"."""
    recent: str
    """Up to today: "the past week"."""
    this: str
    units: Mapping[str, str]
    days: Mapping[str, str]
    """What needs no number and no unit, by what it is in English."""
    alone: str = r"(?!)"
    """A month that tells a time without a word before it."""


def _year_before(word: str, and_: str) -> str:
    return rf"{YEAR}(?=(?: (?:{and_}) {YEAR})?(?:-\w+)? (?:{word})\b)"


TIME_WORDS: Final[Mapping[str, TimeWords]] = {
    "de": TimeWords(
        at="im|in|während|anfang|mitte|ende|monat",
        since="seit|ab|nach",
        until="bis|vor",
        between="zwischen|von|vom",
        and_="und|bis|bis zum",
        part="dem|der|zum|im|jahr|monat|anfang|mitte|ende",
        year=rf"(?:(?<=jahr )|(?<=jahre )|(?<=jahres )){YEAR}|{YEAR}(?! (?-i:[A-ZÄÖÜ\d]))",
        last=r"(?:letzt|vorig|vergangen)\w*",
        recent="(?!)",
        this=r"dies\w*",
        units={"week": r"woche\w*", "month": r"monat\w*", "year": r"jahr\w*", "day": r"tag\w*"},
        days={"yesterday": "gestern", "today": "heute"},
    ),
    "fr": TimeWords(
        at="en|au mois de|au mois d’|début|mi-|fin|courant",
        since="depuis|après|dès|à partir de",
        until="avant|jusqu’en|jusqu’au",
        between="entre|de|du",
        and_="et|à|au|et le",
        part="le|la|début|fin|mois de|l’année",
        year=rf"(?:(?<=en )|(?<=et )|(?<=dès )|(?<=avant )|(?<=après )|(?<=entre )|(?<=depuis )|(?<=année )){YEAR}",
        last=r"derni(?:er|ère)s?|passée?s?",
        recent="(?!)",
        this="ce|cet|cette",
        units={"week": "semaines?", "month": "mois", "year": "ans?|années?", "day": "jours?"},
        days={"yesterday": "hier", "today": "aujourd’hui"},
    ),
    "ru": TimeWords(
        at="в|во|начале|середине|конце|течение",
        since="с|со|после",
        until="до|перед|к|по",
        between="между|с|со|от",
        and_="и|до|по",
        part="начала|середины|конца",
        year=_year_before(r"год\w*|г", "и|до|по"),
        last=r"прошл\w+|минувш\w+",
        recent=r"последн\w+",
        this=r"эт(?:от|ого|ом|ой|у)|нынешн\w+|текущ\w+",
        units={"week": r"недел\w+", "month": r"месяц\w*", "year": r"год\w*|лет", "day": r"день|дн\w+"},
        days={"yesterday": "вчера", "today": "сегодня"},
    ),
    "uk": TimeWords(
        at="у|в|на початку|наприкінці|всередині|протягом",
        since="з|із|зі|від|після",
        until="до|перед",
        between="між|з|із|від",
        and_="і|й|та|до|по",
        part="початку|середини|кінця",
        year=_year_before(r"рок\w*|рік|році|р", "і|й|та|до|по"),
        last=r"минул\w+",
        recent=r"останн\w+",
        this="цей|цього|цьому|цим|цю|цієї|цій",
        units={"week": r"тиж\w+", "month": r"місяц\w+", "year": r"рок\w+|рік|році", "day": r"день|дн\w+"},
        days={"yesterday": "[ув]чора", "today": "сьогодні", "last year": "торік", "this year": "цьогоріч"},
    ),
    "lt": TimeWords(
        at="per",
        since="nuo|po",
        until="iki|prieš",
        between="tarp|nuo",
        and_="ir|iki",
        part="pradžios|vidurio|pabaigos",
        year=_year_before(r"m|met\w+", "ir|iki"),
        last=r"praėjus\w+|praeit\w+",
        recent=r"paskutin\w+|pastar\w+",
        this="šį|šią|šio|šios|šiuo|šiais",
        units={"week": r"savai\w+", "month": r"mėnes\w+", "year": r"met\w+", "day": r"dien\w+"},
        days={"yesterday": "vakar", "today": "šiandien", "last year": "pernai", "this year": "šiemet"},
        alone=r"(?!kov|balan)\w+[įę]|\w+ mėn\w*",  # "kovą" is a fight and "balandį" a pigeon too
    ),
    "pl": TimeWords(
        at="w|we|na początku|pod koniec|w połowie",
        since="od|po",
        until="do|przed",
        between="między|pomiędzy|od",
        and_="a|i|do",
        part="początku|połowy|końca",
        year=_year_before(r"rok\w*|r", "a|i|do"),
        last=r"zeszł\w+|ubiegł\w+|minion\w+",
        recent=r"ostatni\w*",
        this=r"tym|tego|ten|bieżąc\w+",
        units={"week": r"tydzień|tygodni\w*", "month": r"miesi\w+", "year": r"rok\w*|lat\w*", "day": r"dzień|dni\w*"},
        days={"yesterday": "wczoraj", "today": "dziś|dzisiaj"},
    ),
}
