import pytest

from bot.who_says import is_told, statement_asked
from corpus.article import Post
from corpus.read import analyse


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("Who said that the sea has no owner?", "the sea has no owner"),
        ("who thinks a strait without lamps is a graveyard", "a strait without lamps is a graveyard"),
        ("Who has called the toll illegal?", "the toll illegal"),
        ("Which minister told the council that the lock leaks?", "the council that the lock leaks"),
        ("Who succeeded Marrow?", None),
        ("What did Marrow say about the sea?", None),
        ("Who said so?", None),
    ],
)
def test_what_is_said_is_told_from_who_says_it(question, statement):
    assert statement_asked(question) == statement


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who thinks a strait without lamps is a graveyard?", "a strait without lights was a graveyard"),
        ("Who told the newspaper that nobody may sell the strait?", "nobody may sell it"),
        ("Who said a fisherman can't wait for principles?", "A fisherman cannot wait for a principle"),
    ],
)
def test_the_sentence_is_shown_that_says_it_rather_than_one_that_names_somebody(engine, question, words):
    first = engine.ask(question).quotes[0]
    assert words in first.text
    assert first.chain.speaker or first.reported


@pytest.mark.parametrize(("who", "tells"), [("Not everybody", False), ("Nobody", False), ("Ada Renn", True)])
def test_that_not_everybody_thinks_so_tells_nobody_who_does(who, tells):
    article = analyse(f"{who} believes that the cows will stay.\n", Post())[0]
    assert is_told(article, (0, len(article.text) - 1)) is tells
