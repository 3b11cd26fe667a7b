"""What is read of a question in rough English, weighed together with the vectors."""

from dataclasses import replace
from io import StringIO

import pytest
from conftest import plain, quiet
from rich.console import Console

from bot.answer import Verdict
from bot.choose import Read
from bot.engine import Engine
from bot.explain import show_explained
from bot.read_abroad import BACKGROUND, OFFSET, READING, SENTENCE, with_vectors
from corpus.article import Post
from corpus.library import Library
from corpus.read import analyse
from index.build import build
from index.models import load_encoder, load_reranker
from index.multilingual_model import load_multilingual
from index.passage import Passage
from index.search import Hit

POSTS = [
    "Parliament in Brae ratified the herring agreement with 338 votes. The agreement begins in May.",
    "The harbor office counted 12 boats in Skerrow on Monday. Nobody paid for the lamp.",
]
QUESTION = "Ile głosów padło za umową o śledziach?"


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    folder = tmp_path_factory.mktemp("home")
    library, multilingual = Library(folder / "library"), load_multilingual()
    for text in POSTS:
        library.add(analyse(text, Post())[0])
    build(library, folder / "index", load_encoder, quiet, lambda: multilingual)
    return Engine(library, folder / "index", load_encoder(), load_reranker(), lambda: multilingual)


def test_reading_and_vectors_add_up_for_each_sentence():
    article = plain("The toll is high. The toll is low.")
    one, two = (0, 17), (18, 34)
    read = Read(Hit(Passage(article.id, 0, 34), 0.8, None, 0.0, 0), article, 2.0, {one: 1.0, two: 0.0})
    weighed = with_vectors(read, {one: 0.8, two: 0.9}, 0.7)
    assert weighed.sentences == {one: READING * 2.0 + SENTENCE * 0.8, two: READING * 1.0 + SENTENCE * 0.9}
    assert weighed.states == weighed.sentences[two] + BACKGROUND * 0.7 + OFFSET
    assert with_vectors(replace(read, states=5.0), {one: 0.8, two: 0.9}, 0.7).states > weighed.states


def test_a_question_is_answered_by_its_rough_english_which_explain_shows(engine):
    found = engine.explain(QUESTION)
    assert (found.answer.verdict, found.answer.quotes[0].text) == (
        Verdict.ANSWERED,
        "Parliament in Brae ratified the herring agreement with 338 votes.",
    )
    show_explained(found, Console(file=(shown := StringIO()), width=200))
    assert "in English: how many votes" in shown.getvalue()


def test_without_a_glossary_vectors_judge_alone(engine, monkeypatch):
    before = engine.explain(QUESTION).answer.quotes[0].score
    monkeypatch.setattr("bot.in_english.glossary", lambda _: None)
    found = engine.explain(QUESTION)
    assert (found.weighed.in_english, found.weighed.read) == (None, ())
    assert (found.answer.quotes or found.answer.nearest)[0].score != before
