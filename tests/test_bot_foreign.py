from functools import partial

import pytest

from bot.answer import Verdict
from bot.engine import Engine
from bot.pages import messages
from bot.refusal import NOT_READ
from corpus.article import Post
from corpus.library import Library
from corpus.read import analyse
from eval.invariants import broken_by
from index.build import build
from index.errors import IndexMismatchError, ModelMissingError
from index.generation import open_current
from index.models import load_encoder, load_reranker
from index.multilingual_model import load_multilingual

TEXTS = {
    "The toll": (
        "Varland will charge every foreign ship 4,000 crowns for passing the strait. The toll begins on May 1."
    ),
    "The minister": ("Ilse Marrow resigned as minister for shipping on Tuesday. Piet Alder follows her."),
    "Der Leuchtturm": (
        "Der Leuchtturm von Grauhaken wurde im Jahr 1871 gebaut und im letzten Winter geschlossen, weil niemand mehr "
        "die Lampe bezahlen wollte."
    ),
}


def quiet(*_):
    pass


@pytest.fixture(scope="module")
def encoder():
    return load_multilingual()


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    library = Library(tmp_path_factory.mktemp("home") / "library")
    for title, text in TEXTS.items():
        library.add(analyse(text, Post(title=title))[0])
    return library


@pytest.fixture(scope="module")
def index(library, encoder, tmp_path_factory):
    folder = tmp_path_factory.mktemp("index")
    build(library, folder, load_encoder, quiet, lambda: encoder)
    return folder


@pytest.fixture(scope="module")
def engine(library, index, encoder):
    return Engine(library, index, load_encoder(), load_reranker(), lambda: encoder)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Сколько стоит проход через пролив?", "4,000 crowns"),
        ("Хто пішов у відставку з посади міністра?", "Ilse Marrow resigned"),
        ("Kas atsistatydino iš ministro pareigų?", "Ilse Marrow resigned"),
        ("Wann beginnt die Maut?", "May 1"),
        ("Wann wurde der Leuchtturm gebaut?", "1871"),
        ("When was the lighthouse of Grauhaken built?", "1871"),
    ],
)
def test_the_sentence_is_found_across_languages(engine, library, question, words):
    answer = engine.ask(question)
    assert words in (answer.quotes or answer.nearest)[0].text
    assert list(broken_by(answer, library)) == []


def test_a_question_that_is_answered(engine):
    assert engine.ask("Хто пішов у відставку з посади міністра?").verdict is Verdict.ANSWERED


def test_what_is_nowhere_is_refused(engine):
    answer = engine.ask("Как испечь хлеб?")
    assert (answer.verdict, answer.quotes) == (Verdict.OFF_CORPUS, ())


def test_a_number_asked_for_must_be_there(engine):
    assert engine.ask("Сколько детей у Ильзе Марроу?").verdict is not Verdict.ANSWERED


def test_without_the_model_the_bot_says_so(library, index):
    def missing():
        raise ModelMissingError("nowhere")

    for load in (None, missing):
        answer = Engine(library, index, load_encoder(), load_reranker(), load).ask("Сколько стоит проход?")
        assert (answer.verdict, answer.quotes, answer.nearest) == (Verdict.UNAVAILABLE, (), ())
        assert [message.text for message in messages(answer)] == [NOT_READ]


def test_an_index_of_another_encoder_is_refused_by_name(library, index, encoder):
    class Other:
        name, dimension, encode, encode_question = "other@1", encoder.dimension, encoder.encode, encoder.encode_question

    with pytest.raises(IndexMismatchError, match="other@1"):
        Engine(library, index, load_encoder(), load_reranker(), Other).ask("Сколько стоит проход?")


def test_english_questions_are_not_touched(engine, library, index):
    plain = Engine(library, index, load_encoder(), load_reranker())
    for question in ("Who resigned as minister?", "What is the toll for a ship?"):
        assert engine.ask(question).quotes == plain.ask(question).quotes


def test_multilingual_vectors_are_reused_and_may_be_left_out(library, index, encoder, tmp_path):
    part = open_current(index).multilingual
    assert (len(part.vectors), part.foreign.tolist()) == (
        3,
        [row for row in range(3) if is_german(index, library, row)],
    )
    assert not build(library, index, load_encoder, quiet, lambda: encoder).changed
    build(library, tmp_path, load_encoder, quiet)
    assert open_current(tmp_path).multilingual is None
    assert build(library, tmp_path, load_encoder, quiet, partial(load_multilingual)).changed


def is_german(index, library, row):
    return "Leuchtturm" in library.get(open_current(index).passage(row).article).text
