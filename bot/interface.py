"""The languages of the interface: gettext catalogs, read from their ``.po`` files when a language is first used.

There is no compile step that could be forgotten. Quotes never pass through here; the terminal and ``--json`` stay
English.
"""

from __future__ import annotations

import gettext
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Final

NATIVE: Final = {"en": "English", "lt": "Lietuvių", "ru": "Русский", "uk": "Українська"}
"""Languages by ISO 639-1 code, each in its own words."""


class Interface:
    """One language of the interface."""

    def __init__(self, code: str, translations: gettext.NullTranslations) -> None:
        self.code = code
        self._translations = translations

    def say(self, text: str, **values: object) -> str:
        """Return *text* (English, from ``bot.texts``) in this language, its ``{names}`` filled in from *values*."""
        found = self._translations.gettext(text)
        return found.format(**values) if values else found

    def count(self, forms: tuple[str, str], number: int) -> str:
        """Return the form (English one and many) that goes with ``{number}``."""
        return self._translations.ngettext(*forms, number).format(number=number)


def language_of(code: str | None) -> str:
    """Return the language nearest to an IETF tag such as ``lt`` or ``pt-br``; English where there is none."""
    language = (code or "").split("-")[0].casefold()
    return language if language in NATIVE else "en"


@cache
def interface(code: str) -> Interface:
    """Return the interface in the language *code*, one of ``NATIVE``."""
    if code == "en":
        return ENGLISH
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    path = files("bot").joinpath("locale", code, "LC_MESSAGES", "quoth.po")
    with path.open("rb") as source:
        catalog = read_po(source, locale=code, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return Interface(code, gettext.GNUTranslations(compiled))


ENGLISH: Final = Interface("en", gettext.NullTranslations())
