import pytest

from corpus.language import UNKNOWN, question_language, text_language


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Чего хочет Россия?", "ru"),
        ("Хто це сказав?", "uk"),
        ("Ko nori Rusija?", "lt"),
        ("Was will Russland?", "de"),
        ("Wo liegt die Hyde Park Day School?", "de"),
        ("Qui a dit cela ?", "fr"),
        ("Czego chce Rosja?", "pl"),
        ("Warum?", "de"),
        ("Was will Kest?", "de"),
        ("Wer ist Kest?", "de"),
        ("Qui est Kest ?", "fr"),
        ("Qu'a dit Kest en mai 2031 ?", "fr"),
        ("Qu’est-ce que Kest a dit ?", "fr"),
        ("¿Quién ganó la Super Bowl?", UNKNOWN),
        ("谁说的？", UNKNOWN),
    ],
)
def test_a_question_in_another_language_is_recognized(question, language):
    assert question_language(question) == language


@pytest.mark.parametrize(
    "question",
    [
        "What does Russia want on army size?",
        "Was the toll paid?",
        "Wiener Kongress",
        "Quick news on Kest",
        "Is Ukraine neutral?",
        "army size",
        "and weapons?",
        "Zelensky NATO",
        "Selenskyj",
        "Budapest memorandum",
        "Varland toll",
        "Davor Kest on the toll",
        "When was Temüjin elected khan of the Mongols?",
        "2024",
    ],
)
def test_names_and_keywords_count_as_english(question):
    assert question_language(question) == "en"


def test_a_text_is_told_by_its_words_and_a_short_one_is_not():
    assert text_language("The port of Brae was closed by the coast guard, and the ships waited there.") == "en"
    assert text_language("Der Hafen von Brae wurde gesperrt, und die Schiffe mussten zwei Tage lang warten.") == "de"
    assert text_language("Порт закрыт, корабли ждали два дня.") == "ru"
    assert text_language("Gdansk, Brae, Tessel") is None
