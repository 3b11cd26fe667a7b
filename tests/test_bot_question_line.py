"""A line that only asks answers nothing."""

import pytest

from bot.choose import Read, candidates
from bot.question_line import only_asks
from corpus.read import read_post
from index.passage import Passage, passage_sentences
from index.search import Hit


@pytest.mark.parametrize(
    ("text", "sentence", "asks"),
    [
        ("What is a wrecker?\n\nA wrecker puts out lamps.\n", "What is a wrecker?", True),
        ("What is a wrecker? One puts out lamps.\n", "What is a wrecker?", False),
        ("“Who puts out lamps?”\n\nDavor Kest asked it.\n", "“Who puts out lamps?”", False),
        ("A wrecker puts out lamps.\n", "A wrecker puts out lamps.", False),
    ],
)
def test_which_sentences_only_ask(text, sentence, asks):
    article = read_post(text.encode(), name="post").article
    start = article.text.index(sentence)
    assert only_asks(article, (start, start + len(sentence))) is asks


def test_the_heading_that_asks_the_same_is_no_answer():
    text = "What is a wrecker?\n\nA wrecker puts out lamps.\n"
    article = read_post(text.encode(), name="post").article
    passage = Passage(article.id, 0, len(text) - 1)
    scores = dict(zip(passage_sentences(article, passage), (2.0, 1.0), strict=True))
    read = Read(Hit(passage, 0.8, None, 0.0, 0), article, 2.0, scores)
    fitting = [article.slice(*item.key) for item in candidates("What is a wrecker?", [read]) if item.fits]
    assert fitting == ["A wrecker puts out lamps."]
