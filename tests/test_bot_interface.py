import re
from collections import Counter
from importlib.resources import files
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from bot import refusal, texts
from bot.interface import NATIVE, interface, language_of

OTHERS = [code for code in NATIVE if code != "en"]


def all_texts():
    for module in (texts, refusal):
        for name, value in vars(module).items():
            if (
                not name.isupper()
                or name == "IN_GROUPS"
                or (module is refusal and name not in {"REFUSALS", "NOT_READ"})
            ):
                continue
            yield from value.values() if isinstance(value, dict) else [value]


def catalog(code):
    with files("bot").joinpath("locale", code, "LC_MESSAGES", "quoth.po").open("rb") as source:
        return read_po(source, locale=code, abort_invalid=True)


def names(text):
    return Counter(name for _, name, _, _ in Formatter().parse(text) if name)


@pytest.mark.parametrize("code", OTHERS)
def test_every_text_is_there_with_its_places_and_nothing_else(code):
    entries = {message.id: message.string for message in catalog(code) if message.id}
    assert set(entries) == set(all_texts())
    for english, translated in entries.items():
        forms = translated if isinstance(translated, tuple) else (translated,)
        assert len(forms) == (3 if isinstance(english, tuple) else 1)
        for form in forms:
            assert form.strip() == form != ""
            assert names(form) == names(english if isinstance(english, str) else english[1])
            assert re.findall(r"/[a-z]+", form) == re.findall(r"/[a-z]+", english if isinstance(english, str) else "")


@pytest.mark.parametrize("code", NATIVE)
def test_texts_fit_where_telegram_shows_them(code):
    say = interface(code).say
    assert all(len(say(text)) <= 256 for text in (*texts.COMMANDS.values(), *texts.ADMIN_COMMANDS.values()))
    assert len(say(texts.DESCRIPTION)) <= 512
    assert len(say(texts.SHORT_DESCRIPTION)) <= 120
    alerts = (texts.THANKS, texts.NOT_YOURS, texts.EXPIRED, texts.NO_MORE, texts.GONE, texts.BUSY, texts.BROKEN)
    assert all(len(say(text)) <= 200 for text in alerts)
    assert all(len(say(text)) <= 64 for text in (texts.NOTHING_INLINE, texts.INLINE_HINT))


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("en", ["1 judgment", "2 judgments", "5 judgments", "21 judgments"]),
        ("lt", ["1 įvertinimas", "2 įvertinimai", "5 įvertinimai", "21 įvertinimas"]),
        ("ru", ["1 оценка", "2 оценки", "5 оценок", "21 оценка"]),
        ("uk", ["1 оцінка", "2 оцінки", "5 оцінок", "21 оцінка"]),
    ],
)
def test_numbers_take_their_form(code, forms):
    assert [interface(code).count(texts.FORGOT_FEEDBACK, number) for number in (1, 2, 5, 21)] == forms


@pytest.mark.parametrize(("tag", "code"), [("lt", "lt"), ("uk-UA", "uk"), ("RU", "ru"), ("de", "en"), (None, "en")])
def test_the_language_follows_the_tag(tag, code):
    assert language_of(tag) == code
