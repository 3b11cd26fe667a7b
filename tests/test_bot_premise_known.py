"""What happened of which a whole article knows nothing."""

import pytest

from bot.choose import Read, candidates
from bot.premise import is_light, takes_for_granted
from corpus.read import read_post
from index.passage import Passage
from index.search import Hit

TEXT = "The Brae council met in June.\n\nThe lock was built of stone.\n"


@pytest.mark.parametrize(
    ("question", "granted"),
    [
        ("Why did she resign?", True),
        ("and when didn't they sail?", True),
        ("What limit did she propose?", False),
        ("How many boats did she lose?", False),
    ],
)
def test_which_questions_take_for_granted_that_it_happened(question, granted):
    assert takes_for_granted(question) is granted


def test_light_verbs_say_little():
    assert is_light("give")
    assert not is_light("abolish")


def _relevance(question):
    article = read_post(TEXT.encode(), name="post").article
    key = (0, TEXT.index("\n"))
    read = Read(Hit(Passage(article.id, *key), 0.8, None, 0.0, 0), article, 2.0, {key: 1.0})
    return next(iter(candidates(question, [read]))).relevance


def test_an_event_that_all_of_the_article_does_not_know_costs_more():
    assert _relevance("When did the council meet?") > _relevance("When did the council build the lock?")
    assert _relevance("When did the council build the lock?") > _relevance("When did the council drown?")
    assert _relevance("When did the council give up?") == _relevance("When did the council build the lock?")
