"""An office is asked for by the name of who bears it, where the articles found have one bearer."""

import pytest

from bot.answer import GroupKind
from bot.bearer import asked_by_name
from bot.engine import Engine
from bot.party import Party
from corpus.article import Post
from corpus.library import Library
from corpus.read import analyse
from index.build import build
from index.models import load_encoder, load_reranker

COOP = (
    "Moss Dairy is to be sold, and 200 milkers of Brae do not know to whom. The dairy’s cellars were found empty on "
    "Monday. Nobody had seen the cheese leave.\n"
    "Its chairman, Olaf Tiller, was in the mountains. The bank of Brae had given him until Friday to find a buyer or "
    "300,000 crowns.\n"
    "The chief executive of Moss Dairy, Ada Renn, came to the town hall by noon. Ms. Renn promised the milkers their "
    "wages “down to the last drop,” and said that the cows would stay. Asked who had taken the cheese, she replied "
    "that mice had.\n"
    "The mayor of Brae, Per Holm, called off the fair. The town lives on milk.\n"
)


def read(text):
    return analyse(text, Post())[0]


@pytest.mark.parametrize(
    ("called", "question"),
    [
        ("the chief executive of Moss Dairy", "What did Ada Renn promise?"),
        ("the CEO of Moss Dairy", "What did Ada Renn promise?"),
        ("the mayor", None),
        ("Moss Dairy", None),
        ("Ada Renn", None),
    ],
)
def test_an_office_is_put_by_the_name_of_its_bearer(called, question):
    found = asked_by_name(f"What did {called} promise?", Party(called), [read(COOP)])
    assert found == (question and (question, Party("Ada Renn")))


def test_of_two_bearers_neither_is_asked_for():
    other = read("“I stay,” said Sten Arvid, the chief executive of Moss Dairy.\n")
    called = "the chief executive of Moss Dairy"
    assert asked_by_name(f"What did {called} promise?", Party(called), [read(COOP), other]) is None


def test_words_of_hers_answer_a_question_for_the_ceo(tmp_path):
    library = Library(tmp_path / "library")
    library.add(read(COOP))
    build(library, tmp_path / "index", load_encoder, lambda *_: None)
    engine = Engine(library, tmp_path / "index", load_encoder(), load_reranker())
    answer = engine.ask("What explanation did the CEO of Moss Dairy give?")
    assert answer.understood_as == "What explanation did Ada Renn give?"
    assert answer.party == "Ada Renn"
    assert {quote.group for quote in answer.quotes} == {GroupKind.SAID_BY}
