import pytest

from bot.choose import widen
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
