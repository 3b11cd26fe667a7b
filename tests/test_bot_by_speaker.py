import pytest

from bot.answer import GroupKind
from bot.by_speaker import party_of
from bot.groups import groups


@pytest.mark.parametrize(
    ("question", "party"),
    [
        ("Will Tusk send Polish soldiers?", "Tusk"),
        ("How many boats did the harbor office count?", "the harbor office"),
        ("How large was Ukraine's army before the full-scale invasion?", None),
        ("How many ships pass the strait each year?", None),
    ],
)
def test_the_subject_of_a_question_who_speaks_in_its_answer_is_the_party(engine, question, party):
    answer = engine.ask(question)
    assert answer.party == party
    assert {quote.group for quote in answer.quotes[:1]} == {GroupKind.SAID_BY if party else None}


def test_a_subject_that_does_not_speak_is_no_party(engine):
    assert party_of("Will Tusk send Polish soldiers?", engine.explain("Who leads the crews?").weighed.chosen) is None


def test_quotes_stand_under_the_heading_of_who_speaks(engine):
    answer = engine.ask("What did the minister for shipping offer?")
    shown = [quote for group in groups(answer) for quote in group.quotes]
    assert sorted(quote.id for quote in shown) == sorted(quote.id for quote in answer.quotes)
    assert all(group.kind is quote.group for group in groups(answer) for quote in group.quotes)
