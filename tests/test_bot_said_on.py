import pytest

from bot.choose import Candidate
from bot.party import Party
from bot.said_on import SAID_ON, said_on
from bot.topic_viewed import topic_viewed
from bot.words_asked import asked_for
from corpus.read import read_post


@pytest.mark.parametrize(
    ("sentence", "topic", "relevance"),
    [
        ("Davor Kest said that the League would keep its seabed.", "the seabed", SAID_ON),
        ("Davor Kest said that the League would keep its seabed.", "the League's seabeds", SAID_ON),
        ("Davor Kest said that the League would keep its seabed.", "the price of the seabed", -2.0),
        ("Anselm Roth said that the League would keep its seabed.", "the seabed", -2.0),
        ("Davor Kest bought a map of the seabed.", "the seabed", -2.0),
        ("Davor Kest said that the League would keep its seabed.", "him", -2.0),
    ],
)
def test_words_of_whom_the_question_asks_for_answer_where_they_hold_its_topic(sentence, topic, relevance):
    article = read_post(f"{sentence}\n".encode(), name="post").article
    span = 0, len(sentence)
    (found,) = said_on(topic, Party("Kest"), [Candidate(article, span, span, -1.0, -2.0, True, 0.8)])
    assert found.relevance == relevance
    assert found.place == -1.0 + relevance + 2.0


def test_what_is_surer_stays_so():
    article = read_post(b"Davor Kest said that the seabed was his.\n", name="post").article
    item = Candidate(article, (0, 39), (0, 39), 3.0, 2.5, True, 0.8)
    assert said_on("the seabed", Party("Kest"), [item]) == [item]


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("What did Davor Kest stress about the seabed?", "the seabed"),
        ("What else did Davor Kest point out regarding the seabed?", None),
        ("Davor Kest's statement on the seabed", "the seabed"),
        ("What did Davor Kest learn about the seabed?", None),
        ("What did Davor Kest pay on the seabed?", None),
    ],
)
def test_a_topic_is_asked_in_many_words(question, topic):
    assert topic_viewed(question, asked_for(question)) == topic


def test_an_answer_that_the_models_doubt_is_shown(engine):
    quote, *_ = engine.ask("What did Svyrydenko stress about the subsoil?").quotes
    assert "ownership of its subsoil" in quote.text
