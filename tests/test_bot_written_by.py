from dataclasses import replace

import pytest
from conftest import plain

from bot.answer import Chain, GroupKind, Verdict
from bot.party import Party
from bot.said_by import is_written_by
from bot.words_asked import asked_for
from corpus.article import Post, Speech, SpeechKind, Voice
from index.passage import Passage, in_context


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


@pytest.mark.parametrize("who", ["blogger", "author of the post"])
def test_what_the_author_of_a_post_thinks_is_found_first(engine, who):
    answer = engine.ask(f"What does the {who} think of assurances in Kyiv?")
    assert answer.quotes[0].voice is Voice.AUTHOR


def test_who_is_called_he_in_a_passage_is_read_under_the_name_asked_for():
    text = "Orrin Pell was there.\n\n“It is late,” he said."
    start = text.index("“")
    speech = Speech(start, text.index("”") + 1, SpeechKind.DIRECT, "Orrin Pell", None)
    article = replace(plain(text), speech=(speech,))
    place = Passage(article.id, start, len(text))
    bare = in_context(article, place)
    read = asked_for("What did Pell say?").read(article, place)
    assert read.text == f"Pell: {bare.text}"
    assert [read.text[slice(*part)] for part in read.parts] == [bare.text[slice(*part)] for part in bare.parts]
    assert asked_for("What did Quill say?").read(article, place) == bare
    assert asked_for("Is it late?").read(article, place) == bare


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
