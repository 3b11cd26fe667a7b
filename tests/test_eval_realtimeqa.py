import gzip
import json
from datetime import date

import pytest
from conftest import quiet

from corpus.errors import QuothError
from corpus.library import Library
from eval.news import add_news, answer_of, folded_words
from eval.realtimeqa import Asking, ask_all, read_questions, refused
from eval.subject import TODAY
from index.build import build
from index.generation import open_current
from index.models import load_encoder, load_reranker

ARTICLES = [
    {"title": "Harbor vote", "text": "The port of Vell voted on Monday. Mira Holt won the vote by nine ballots."},
    {"title": "Harbor dues", "text": "Ships that enter the port of Vell pay a due of four crowns for each ton."},
    {
        "title": "A storm",
        "text": "A storm broke the mole of Kessel on Tuesday. Nobody was hurt, the harbor master said.",
    },
]
QUESTIONS = [
    {
        "question_sentence": "Who won the vote of the port of Vell?",
        "choices": ["Ann Lee", "Mira Holt"],
        "answer": ["1"],
    },
    {
        "question_sentence": "What broke the mole of Kessel?",
        "question_date": "2031/03/07",
        "choices": ["A storm", "None of the above"],
        "answer": ["0"],
    },
    {"question_sentence": "Who paints the boats?", "choices": ["Jon", "None of the above"], "answer": ["1"]},
    {"question_sentence": "Did Jon paint the boats?", "choices": ["Jon", "Ann"], "answer": ["0"]},
]


@pytest.fixture(scope="module")
def asking(tmp_path_factory):
    folder = tmp_path_factory.mktemp("news")
    with gzip.open(folder / "articles.jsonl.gz", "wt") as file:
        file.writelines(f"{json.dumps(one)}\n" for one in ARTICLES)
    library = Library(folder / "library")
    add_news(folder / "articles.jsonl.gz", library)
    add_news(folder / "articles.jsonl.gz", library)
    build(library, folder / "index", load_encoder, quiet)
    (folder / "questions.jsonl").write_text("".join(f"{json.dumps(one)}\n" for one in QUESTIONS))
    return Asking(library, open_current(folder / "index"), load_encoder(), load_reranker())


@pytest.fixture(scope="module")
def questions(asking):
    return read_questions(asking.library.root.parent / "questions.jsonl")


def test_questions_that_no_text_can_answer_are_left_out(questions):
    assert [item.answer for item in questions] == [" mira holt ", " a storm "]


def test_a_question_is_asked_on_its_day(questions):
    assert [item.day for item in questions] == [TODAY, date(2031, 3, 7)]


def test_what_is_found_is_told_and_missed_without_the_articles_that_hold_it(asking, questions):
    first, second = ask_all(questions, asking, quiet)
    assert len(asking.library.ids()) == 3
    for found in (first, second):
        assert found.bm25[0]
        assert found.dense[0]
        assert found.passages[0]
        assert found.quotes[0]
        assert found.sure
        assert found.answered
        assert found.without is False


def test_another_library_refuses(asking, questions, home):
    other = Asking(Library(home / "library"), open_current(home / "index"), asking.encoder, asking.reranker)
    assert list(refused(questions, other, quiet)) == [True, True]


def test_words_are_found_whole():
    assert folded_words("Mira Holt, of Vell") == " mira holt of vell "
    assert folded_words("holt of") in folded_words("Mira Holt, of Vell")
    assert folded_words("ira") not in folded_words("Mira Holt")
    assert answer_of({"choices": ["All of them"], "answer": ["0"]}) is None


def test_a_file_that_is_no_news_is_told(tmp_path):
    (tmp_path / "questions.jsonl").write_text("no json")
    with pytest.raises(QuothError, match="cannot read"):
        read_questions(tmp_path / "questions.jsonl")
