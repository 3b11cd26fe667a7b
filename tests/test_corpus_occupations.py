"""Who is somebody by what they are."""

import pytest
from conftest import direct

from corpus.article import Post
from corpus.read import analyse


def described(text):
    article, _ = analyse(text, Post())
    return [(speech.speaker, speech.described_as) for speech in article.speech]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The night guard, Hamir Sorrel, 63, saw it. “She waved, so I waved,” he said.", "Hamir Sorrel"),
        ("The innkeeper, Rosul Walch, has run the house for years. “We are full,” she said.", "Rosul Walch"),
        ("I asked the psychologist Fenla Drood, who objects. “The tide is late,” she told me.", "Fenla Drood"),
        ("Peter Vorn was less cheerful. “The ships will not come back,” he said.", "Peter Vorn"),
        ("A driver who gave only his first name, Jorun, came. “My son asks me what to learn,” he said.", "Jorun"),
    ],
)  # fmt: skip
def test_who_is_introduced_by_a_trade_an_age_or_a_first_name_alone_is_who_speaks_next(text, name):
    assert [item.speaker for item in direct(text)] == [name]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The economist Ruta Ekdal said that prices would fall.", "economist"),
        ("Ms. Ruta Lindvall, 71, a retired music teacher, said that she was glad.", "a retired music teacher"),
        ("Brae chancellor Ruta Sorrel said that the school was open.", "Brae chancellor"),
        ("QRU women’s basketball star Ruta Sorrel said that she was glad.", "QRU women’s basketball star"),
        ("Former senator Ruta Sorrel said that the school was open.", "former senator"),
        ("“It is art and has always been,” Sorrel, the artist, said. Ms. Ruta Sorrel laughed.", "the artist"),
        ("The retired innkeeper, Ruta Walch, has a cold. “We are all full,” Ms. Walch said.", "the retired innkeeper"),
    ],
)  # fmt: skip
def test_who_is_described_by_a_trade_is_known_by_it(text, said):
    assert described(text)[0][1] == said


def test_a_chairwoman_is_not_he():
    text = (
        "Its chairwoman, Professor Hadwy Moor, asked him how many there were. “None at all,” he replied after a pause."
    )
    assert [item.speaker for item in direct(text)] == [None]
