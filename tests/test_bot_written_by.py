import pytest

from bot.answer import Chain, GroupKind, Verdict
from bot.party import Party
from bot.said_by import is_written_by
from corpus.article import Post, Voice


def kinds(answer):
    return [quote.group for quote in answer.quotes]


def test_what_a_paper_reports_is_said_by_the_paper(engine):
    answer = engine.ask("What did the Nordic Dispatch report about Bucharest?")
    assert answer.quotes[0].chain.source.publication == "Nordic Dispatch"
    assert kinds(answer)[0] is GroupKind.SAID_BY


@pytest.mark.parametrize("paper", ["Ostrin Gazette", "Tessel Courier"])
def test_of_two_papers_the_one_that_is_named_comes_first(engine, paper):
    answer = engine.ask(f"According to the {paper}, whose fault was the collision?")
    assert (answer.quotes + answer.nearest)[0].chain.source.publication.endswith(paper)


def test_the_author_of_a_post_who_is_asked_for_is_not_only_commentary(engine):
    answer = engine.ask("What does Jonas Vell think of the cap on the army?")
    assert (answer.verdict, kinds(answer)[0]) == (Verdict.ANSWERED, GroupKind.SAID_BY)
    assert answer.quotes[0].chain.post.author == "Jonas Vell"


def test_direct_speech_in_a_paper_is_its_speakers(engine):
    answer = engine.ask("What does the Tessel Courier say about the light?")
    said = [quote for quote in answer.quotes if quote.chain.speaker]
    assert said
    assert GroupKind.SAID_BY not in [quote.group for quote in said]


def test_press_words_without_a_source_are_not_the_posts_author():
    chain = Chain(None, None, Post(author="Jonas Vell"))
    assert is_written_by(Party("Jonas Vell"), chain, Voice.AUTHOR)
    assert not is_written_by(Party("Jonas Vell"), chain, Voice.PRESS)


@pytest.mark.parametrize(
    ("party", "author", "publication", "wrote"),
    [
        ("the New York Times", "Anatoly Kurmanaev", "New York Times (Online)", True),
        ("Kurmanaev", "Anatoly Kurmanaev", "New York Times (Online)", True),
        ("the Times", "Anatoly Kurmanaev", "New York Times (Online)", False),
        ("Anatoly", "Anatoly Kurmanaev", None, False),
        ("Kest", None, None, False),
    ],
)
def test_who_wrote_a_text(party, author, publication, wrote):
    assert Party(party).wrote(author, publication) is wrote
