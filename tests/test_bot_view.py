import pytest

from bot.answer import GroupKind, Verdict
from bot.topic_viewed import topic_viewed
from bot.words_asked import asked_for
from corpus.article import Voice


def topic(question):
    return topic_viewed(question, asked_for(question))


@pytest.mark.parametrize(
    ("question", "viewed"),
    [
        ("What does Jonas Vell think of the talks in Alaska?", "the talks in Alaska"),
        ("what does Petra Coyle say about the wind park", "the wind park"),
        ("Jonas Vell's opinion on security guarantees", "security guarantees"),
        ("What is the view of Ada Brink on neutrality?", "neutrality"),
        ("How does Ada Brink judge the Budapest memorandum?", "the Budapest memorandum"),
        ("Rolf Anders on the fire", "the fire"),
        ("What does the author of the post make of the strike?", "the strike"),
        ("What does Lena Marsh say about how the letter was found?", None),
        ("Why does Lena Marsh take the bus?", None),
        ("How many boats did the blogger count in Ostrin?", None),
        ("What happened to the toll?", None),
    ],
)
def test_what_somebodys_view_is_asked_on(question, viewed):
    assert topic(question) == viewed


@pytest.mark.parametrize(
    ("question", "comment"),
    [
        ("What does Jonas Vell think of the talks in Alaska?", "Whoever comes home from a summit"),
        ("what does Petra Coyle say about the wind park", "I like the towers"),
        ("How does Ada Brink judge the Budapest memorandum?", "Hence the deep mistrust"),
        ("What does Lena Marsh think of the toll?", "I side with Varland here"),
    ],
)
def test_a_comment_is_on_what_its_post_quotes(engine, question, comment):
    answer = engine.ask(question)
    said = [quote for quote in answer.quotes if quote.group is GroupKind.SAID_BY]
    assert any(comment in quote.text for quote in said)
    assert {quote.voice for quote in said} == {Voice.AUTHOR}


def test_an_author_who_is_not_named_is_found_by_what_the_post_quotes(engine):
    quote, *_ = engine.ask("What does the author say about the minerals agreement?").quotes
    assert (quote.voice, quote.text[:10]) == (Voice.AUTHOR, "A mine tak")


def test_who_thinks_of_somebody_speaks_of_them(engine):
    said = engine.ask("What does Petra Coyle think of Admiral Solberg?").quotes
    assert any("if the admiral counted" in quote.text for quote in said)
    heard_there = engine.ask("What does Petra Coyle think of Kest?").quotes
    assert not any("I like the towers" in quote.text for quote in heard_there)


def test_an_author_who_wrote_nothing_on_a_topic_has_no_view(engine):
    answer = engine.ask("What does Jonas Vell think of the toll?")
    assert answer.verdict is not Verdict.ANSWERED


def test_the_name_of_who_wrote_for_a_paper_is_put_right(engine):
    answer = engine.ask("What does Eva Lindqist report about the border?")
    assert answer.understood_as == "What does Eva Lindqvist report about the border?"
