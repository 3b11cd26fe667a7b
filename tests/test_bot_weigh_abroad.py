from datetime import date

import pytest
from conftest import quiet

from bot.answer import Verdict
from bot.engine import Engine
from bot.foreign import Languages
from bot.period import Period
from corpus.article import Post
from corpus.library import Library
from corpus.read import analyse
from index.build import build
from index.generation import open_current
from index.models import load_encoder, load_reranker
from index.multilingual_model import load_multilingual

POSTS = {
    "2031-03-19": "Davor Kest said on Wednesday that the League would never pay the toll.",
    "2031-05-20": "“The sea has no owner,” said Davor Kest. Ilse Marrow said that the lighthouse had to be paid for.",
    "2032-01-18": "Davor Kest said that the League would come to the talks. The toll is 1,500 crowns for a ship.",
    "2031-10-02": "The government said that the toll for a ship was 4,000 crowns. Nobody else spoke.",
    "2031-06-01": "Der Leuchtturm von Brae wurde in diesem Winter geschlossen, weil niemand die Lampe bezahlt.",
    "2031-09-01": "Der Leuchtturm von Brae wird in diesem Herbst wieder geöffnet, weil der Staat die Lampe bezahlt.",
}
MAY = "“The sea has no owner,” said Davor Kest."


@pytest.fixture(scope="module")
def languages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("home")
    library, encoder = Library(folder / "library"), load_multilingual()
    for published, text in POSTS.items():
        library.add(analyse(text, Post(published=published))[0])
    build(library, folder / "index", load_encoder, quiet, lambda: encoder)
    return library, folder / "index", encoder


@pytest.fixture(scope="module")
def engine(languages):
    library, index, encoder = languages
    return Engine(library, index, load_encoder(), load_reranker(), lambda: encoder)


@pytest.mark.parametrize(
    "question",
    [
        "Was sagte Kest im Mai 2031?",
        "Que disait Kest en mai 2031 ?",
        "Что сказал Кест в мае 2031 года?",
        "Що сказав Кест у травні 2031 року?",
        "Ką Kestas sakė 2031 m. gegužę?",
        "Co powiedział Kest w maju 2031 roku?",
    ],
)
def test_only_what_was_said_then_answers_in_other_languages(engine, question):
    answer = engine.ask(question)
    assert (answer.verdict, [quote.text for quote in answer.quotes]) == (Verdict.ANSWERED, [MAY])


def test_everything_that_somebody_said_answers_in_other_languages(engine):
    answer = engine.ask("Что сказал Кест?")
    assert answer.verdict is Verdict.ANSWERED
    assert len(answer.quotes) == 3


def test_what_was_said_at_other_times_does_not_answer(engine):
    answer = engine.ask("Was sagte Kest im Mai 2029?")
    assert (answer.verdict, answer.quotes) == (Verdict.NOT_STATED, ())
    assert {"Kest" in quote.text for quote in answer.nearest} == {True}


@pytest.mark.parametrize(
    ("question", "crowns"),
    [("Сколько стоил сбор в октябре 2031 года?", "4,000"), ("Сколько стоил сбор в январе 2032 года?", "1,500")],
)
def test_what_is_of_the_time_comes_first_in_other_languages(engine, question, crowns):
    answer = engine.ask(question)
    assert crowns in (answer.quotes or answer.nearest)[0].text


@pytest.mark.parametrize("month", [6, 9])
def test_posts_in_other_languages_of_the_time_come_first_for_an_english_question(languages, month):
    library, index, encoder = languages
    times = (Period(date(2031, month, 1), date(2031, month, 28)),)
    found = Languages(library, lambda: encoder).foreign_passages(
        "What of the lighthouse of Brae?", open_current(index), times
    )
    assert found[0].article.post.published == f"2031-{month:02}-01"
    assert found[0].place > found[1].place
