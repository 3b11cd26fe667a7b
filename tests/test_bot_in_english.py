"""Questions in another language in rough English, with the names as passages near to them have them."""

import pytest

from bot.in_english import in_english

NEAR = ["Davor Kest told the Brae Courier that the ferry to Skerrow would sail.", "“No,” said Ilse Marrow."]


def read(question, language):
    found = in_english(question, language, NEAR)
    return found.question if found else None


@pytest.mark.parametrize(
    ("language", "question", "english"),
    [
        ("pl", "Co Davor Kest powiedział o promie?", "what Davor Kest said about ferry?"),
        ("lt", "Ką Kestas pasakė apie keltą?", "what Kest said about ferry?"),
        ("ru", "Что Кест сказал о пароме?", "what Kest said about ferry?"),
        ("uk", "Що сказала Ільзе Марров?", "what said Ilse Marrow?"),
        ("de", "Was sagte Ilse Marrow über die Fähre?", "what said Ilse Marrow about the ferry?"),
    ],
)
def test_names_are_written_as_the_passages_have_them(language, question, english):
    assert read(question, language) == english


def test_a_word_that_opens_the_question_is_no_name_for_its_capital_letter():
    assert in_english("Kaip plaukia keltas?", "lt", ["Kaip Brae sailed."]).question.startswith("how ")


def test_a_question_of_which_too_few_words_are_known_is_not_read():
    assert read("Xyrkel wobatz fnorp grulimant?", "de") is None
    assert read("Hvem sagde det?", "da") is None


def test_the_english_of_a_name_in_the_question():
    assert in_english("Ką Davoras Kestas pasakė?", "lt", NEAR).of("Davoras Kestas") == "Davor Kest"
