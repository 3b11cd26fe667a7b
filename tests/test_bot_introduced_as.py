"""Who is called by an office that the article tells beside the name, and nowhere near the words."""

import pytest

from bot.answer import GroupKind
from bot.by_speaker import grouped
from bot.choose import Candidate
from bot.introduced_as import is_introduced
from bot.party import Party
from corpus.read import read_post


@pytest.mark.parametrize(
    ("called", "text", "is_he"),
    [
        ("the Brae police chief", "Brae Police Chief Davor Kest left.", True),
        ("the Brae police chief", "Davor Kest, Brae police chief, left.", True),
        ("Brae’s police chief", "The Brae police chief, Davor Kest, left.", True),
        ("the police chief of Brae", "Brae police chief Davor Kest left.", True),
        ("the chancellor of Brae", "The chancellor of Brae, Davor Kest, left.", True),
        ("the Varland minister", "Varlander minister Davor Kest Monday told them to go.", True),
        ("the sculptor", "It is by Davor Kest, the sculptor, who laughed.", True),
        ("the sculptor", "The sculptor, Davor Kest, met Ilse Marrow, the sculptor, at home.", False),
        ("the mayor", "Brae mayor Davor Kest left.", False),
        ("the Brae police chief", "Former Brae police chief Davor Kest left.", False),
        ("the Brae police chief", "Ostrin police chief Davor Kest left.", False),
        ("the Brae police chief", "Brae police chief Ilse Marrow met Davor Kest.", False),
        ("the Brae head", "Brae headmaster Davor Kest left.", False),
        ("Mayor Kest", "Mayor Kest Davor Kest left.", False),
    ],
)
def test_whom_an_article_introduces_so(called, text, is_he):
    assert is_introduced(called, "Davor Kest", text) is is_he
    assert not is_introduced(called, "Kest", text)


def test_words_of_whom_the_article_introduces_elsewhere_are_the_partys():
    text = "Brae Police Chief Davor Kest left on Monday.\n\n“Nobody was hurt,” Kest said. “It was a calm night.”\n"
    article = read_post(text.encode(), name="post").article
    start = article.text.index("“Nobody")
    key = (start, article.text.index("“It"))
    ((_, group),) = grouped([Candidate(article, key, key, 1.0, 1.0, True, 0.8)], Party("the Brae police chief"))
    assert group is GroupKind.SAID_BY


@pytest.mark.parametrize(
    ("called", "text"),
    [
        ("Moss Dairy's director", "The director of Moss Dairy, Ada Renn, came late."),
        ("moss dairy’s director", "Ada Renn, director of the Moss Dairy, came late."),
        ("the director of Moss Dairy", "Moss Dairy’s director, Ada Renn, came late."),
    ],
)
def test_an_owner_stands_before_or_behind_the_office(called, text):
    assert is_introduced(called, "Ada Renn", text)


def test_another_dairys_director_is_not_meant():
    assert not is_introduced("Moss Dairy's director", "Ada Renn", "The director of Brae Dairy, Ada Renn, came late.")
