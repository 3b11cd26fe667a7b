"""Rough English for the words of a question in another language."""

import pytest

from bot.glossary import FOLDER, glossary

LANGUAGES = ("de", "fr", "lt", "pl", "ru", "uk")


def english(language, question):
    return [gloss.english for gloss in glossary(language).glosses(question)]


@pytest.mark.parametrize(
    ("language", "question", "glosses"),
    [
        ("de", "Wer bezahlt die Lampe?", ["who", "paid", "the", "lamp"]),
        ("pl", "Ile statków?", ["how many", "ships"]),
        ("ru", "Сколько ещё кораблей?", ["how many more", "ships"]),
        ("de", "Wie viele Brücken?", ["how many", "bridges"]),
        ("fr", "L’île a-t-elle un port ?", ["", "island", "has", "a", "port"]),
        ("lt", "Kas sudegė 2031 metais?", ["who", "burned down", "2031", "years"]),
    ],
)
def test_words_and_expressions_have_their_english(language, question, glosses):
    assert english(language, question) == glosses


def test_a_compound_is_read_by_its_parts():
    assert english("de", "Fischereihafen") == ["fishing port"]


def test_marks_on_letters_may_be_left_out():
    assert english("pl", "glosow") == english("pl", "głosów") != [None]


def test_what_it_does_not_know_has_no_english():
    assert english("de", "Skerrow") == [None]
    assert glossary("en") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_reads(language):
    from importlib.resources import files

    for number, line in enumerate(files("bot").joinpath(FOLDER, f"{language}.txt").read_text("utf-8").splitlines(), 1):
        forms, separator, gloss = line.partition(" =")
        assert line.startswith("#") or not line or (separator and forms.split() and forms == forms.lower()), number
        assert gloss.isascii() or "’" in gloss, number
