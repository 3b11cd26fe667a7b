"""A word or two that no passage holds are not about anything that the corpus has."""

import pytest

from bot.answer import Verdict


@pytest.mark.parametrize("word", ["Hi", "hello", "thanks!", "ok", "Bye", "lol", "weather"])
def test_a_word_that_stands_nowhere_is_answered_by_nothing(engine, word):
    answer = engine.ask(word)
    assert (answer.verdict, answer.quotes) == (Verdict.OFF_CORPUS, ())


@pytest.mark.parametrize(("word", "held"), [("herring", "herring"), ("harbour", "harbor"), ("Putinas", "Putin")])
def test_a_keyword_finds_what_holds_it_also_in_another_spelling(engine, word, held):
    quotes = engine.ask(word).quotes
    assert quotes
    assert all(held in quote.text or held in engine._library.get(quote.article).text for quote in quotes)
