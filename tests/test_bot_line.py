from dataclasses import replace

import pytest

from bot.answer import GroupKind, Speaker
from bot.chain import told_by
from bot.line import also_in
from bot.party import Party
from bot.quote import make_quote
from bot.said_by import is_said_by
from corpus.article import Post
from corpus.blocks import block_sentences
from corpus.read import read_post

BEFORE = "Davor Kest, the League’s envoy, and Ilse Marrow, the minister for shipping, met in Brae on Monday."
LIST = "1. A Title. Harlan, Mira. The Meridian Post. Sep 4, 2031."


def quoted(sentence):
    article = read_post(f"“{BEFORE} {sentence}” [1]\n\n{LIST}\n".encode(), name="post").article
    start = article.text.index(sentence)
    keys = block_sentences(article.text, article.block_at(start))
    key = next(span for span in keys if span[0] <= start < span[1])
    return article, key, make_quote(article, key, key, 1.0)


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        (
            "Kest called it a toll with wings, according to two people who were in the room.",
            "reporting what Davor Kest, according to two people, said",
        ),
        ("Kest opposes any talks, his lawyers said.", "reporting what Davor Kest, according to his lawyers, said"),
        (
            "Kest told the council that Marrow had promised a lamp.",
            "reporting what Ilse Marrow, according to Davor Kest, said",
        ),
        (
            "“Half is not nothing, and the lamps are ours,” Kest told the council, according to the Courier.",
            "Davor Kest, according to the Courier · quoted in Mira Harlan",
        ),
        ("Marrow called it a toll with wings.", "reporting what Ilse Marrow, the minister for shipping, said"),
    ],
)
def test_the_line_says_who_spoke_and_by_whose_word(sentence, line):
    _, _, quote = quoted(sentence)
    assert line in quote.attribution


def test_words_at_second_hand_are_said_by_both_and_by_nobody_else():
    article, key, _ = quoted("Kest told the council that Marrow had promised a lamp.")
    assert [is_said_by(Party(name), article, key) for name in ("Kest", "Marrow", "the Courier")] == [True, True, False]


def test_who_is_not_named_speaks_by_the_articles_own_words_for_him():
    article, key, _ = quoted("An aide to Mr. Kest said Mr. Kest had called the toll a theft.")
    assert told_by(article, key) == Speaker("Davor Kest", "the League’s envoy", "an aide to Mr. Kest")


def test_a_question_for_somebodys_words_shows_them_under_his_name_with_who_tells_them(engine):
    quote = engine.ask("How did Kest mock the wind park?").quotes[0]
    assert quote.group is GroupKind.SAID_BY
    assert "reporting what Davor Kest, according to two people, said" in quote.attribution


def test_the_same_words_elsewhere_are_told_by_what_is_not_told_yet():
    _, _, quote = quoted("“The sea has no owner,” Mr. Kest said.")
    other = replace(
        quote, chain=replace(quote.chain, post=Post(title="Twice", author="Ada Lund", published="2031-09-06"))
    )
    assert also_in(other, quote) == "also quoted in post: “Twice”, Ada Lund, 2031-09-06"
    source = replace(quote.chain.source, publication="The Weir Post")
    elsewhere = replace(other, chain=replace(other.chain, source=source))
    assert "The Weir Post, 2031-09-04 · post: “Twice”" in also_in(elsewhere, quote)


def test_somebody_without_a_name_is_not_the_posts_author():
    text = "A pilot watched the ships. “The channel is too narrow for two ships,” a pilot said. It rained.\n"
    article = read_post(text.encode(), name="post").article
    start = text.index("“")
    key = next(span for span in block_sentences(article.text, article.block_at(start)) if span[0] <= start < span[1])
    quote = make_quote(article, key, key, 1.0)
    assert quote.attribution.startswith("Speaker not named in the article, quoted without a source")
