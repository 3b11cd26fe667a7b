import pytest

from bot.answer import GroupKind, Verdict
from bot.any_words import asks_for_any_words
from bot.party_asked import party_asked


@pytest.mark.parametrize(
    "question",
    [
        "What did Davor Kest say?",
        "what has Kest said since 2031",
        "Quotes by Davor Kest in March 2031",
        "Did Kest say anything last week?",
        "Davor Kest quotes",
    ],
)
def test_a_question_for_anything_that_somebody_said(question):
    party = party_asked(question)
    assert party is not None
    assert asks_for_any_words(question, party)


@pytest.mark.parametrize("question", ["What did Kest say about the toll?", "Why did Kest say that the sea is free?"])
def test_a_question_with_a_topic_is_none(question):
    assert not asks_for_any_words(question, party_asked(question))


def test_everything_that_somebody_said_answers(engine):
    answer = engine.ask("What did Piet Alder say?")
    assert answer.verdict is Verdict.ANSWERED
    assert len(answer.quotes) > 1
    assert {quote.group for quote in answer.quotes} == {GroupKind.SAID_BY}


def test_only_what_was_said_then_answers(engine):
    answer = engine.ask("What did Piet Alder say in October 2031?")
    assert {quote.chain.source.published[:7] for quote in answer.quotes} == {"2031-10"}
    refused = engine.ask("What did Piet Alder say in October 2030?")
    assert (refused.verdict, refused.quotes) == (Verdict.NOT_STATED, ())
    assert refused.nearest


@pytest.mark.parametrize("who", ["the bishop of Oslo", "Otto Quill"])
def test_who_occurs_nowhere_is_off_corpus(engine, who):
    assert engine.ask(f"What did {who} say?").verdict is Verdict.OFF_CORPUS


def test_what_is_of_the_time_asked_for_comes_first(engine):
    answer = engine.ask("What did Ukraine say about troops in March 2025?")
    assert answer.quotes[0].chain.source.published[:7] == "2025-03"


def test_a_passage_is_read_with_the_day_when_it_appeared(engine):
    answer = engine.ask("What did Alder say about the toll in October 2031?")
    assert [quote.chain.source.published[:7] for quote in answer.quotes][:1] == ["2031-10"]
