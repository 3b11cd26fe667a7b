from dataclasses import replace

import pytest

from bot.choose import Candidate, apart
from bot.widen import widen
from corpus.read import read_post


@pytest.mark.parametrize(
    ("key", "quote"),
    [
        (
            "The fleet called this cap a surrender.",
            "The League asked for a cap. The fleet called this cap a surrender.",
        ),
        ("Kest wants it this year.", "Kest wants it this year."),
        ("The fleet rests these days.", "The fleet rests these days."),
    ],
)
def test_a_sentence_brings_along_what_it_leans_back_on(key, quote):
    text = f"The League asked for a cap. {key}\n"
    article = read_post(text.encode(), name="post").article
    start = article.text.index(key)
    span = widen(article, article.block_at(start), (start, start + len(key)), {})
    assert article.slice(*span) == quote


def test_what_two_passages_share_is_one_quote():
    article = read_post(b"A cap was set in June. This cap is a guarantee of peace.\n", name="post").article
    begin, middle, end = 0, article.text.index("This"), article.text.rindex(".") + 1
    cap = Candidate(article, (begin, middle - 1), (begin, middle - 1), 2.0, 2.0, True, 0.8)
    framed = Candidate(article, (begin, end), (middle, end), 1.0, 1.0, True, 0.8)
    assert [(item.key, item.span) for item in apart([cap, framed])] == [(cap.key, (begin, end))]
    far = replace(framed, relevance=-9.0)
    assert apart([cap, far]) == [cap]
    assert apart([cap, replace(framed, span=framed.key)]) == [cap, replace(framed, span=framed.key)]
