"""People whom a question names and an article does not know at all."""

import pytest

from bot.choose import Read, candidates
from bot.demand import asks_of_strangers
from corpus.read import read_post
from index.passage import Passage
from index.search import Hit

TEXT = "Ilse Marrow went to the school on Skerrow.\n"


@pytest.mark.parametrize(
    ("question", "strange"),
    [
        ("Which school did Orrin Pell go to?", True),
        ("Which school did Orrin Pell and Davor Kest go to?", True),
        ("Which school did Ilse Pell go to?", False),
        ("Did Orrin Pell go to school with Ilse Marrow?", False),
        ("Which school did Pell go to?", False),
        ("Which school did the Ostrin League build?", False),
    ],
)
def test_of_whom_a_question_asks_that_an_article_does_not_know(question, strange):
    assert asks_of_strangers(question, TEXT) is strange


@pytest.mark.parametrize(("who", "fits"), [("Orrin Pell", False), ("Ilse Marrow", True)])
def test_an_article_that_does_not_know_somebody_answers_nothing_on_them(who, fits):
    article = read_post(TEXT.encode(), name="post").article
    key = (0, len(TEXT) - 1)
    read = Read(Hit(Passage(article.id, *key), 0.8, None, 0.0, 0), article, 9.0, {key: 1.0})
    assert [item.fits for item in candidates(f"Which school did {who} go to?", [read])] == [fits]
