import json

import numpy as np
import pytest

from corpus.errors import UsageError
from eval.xquad import bm25_ranks, read_pool, read_questions, reciprocal_rank
from eval.xquad_run import spread

CONTEXT = "The port closed in May. Herring is cheap."


def write(folder, language, question):
    paragraph = {
        "context": CONTEXT,
        "sentence_breaks": [[0, 23], [24, 41]],
        "qas": [{"id": "a", "question": question, "answers": [{"answer_start": 24, "text": "Herring"}]}],
    }
    record = {"data": [{"title": "Two_Ports", "paragraphs": [paragraph]}]}
    (folder / f"{language}.json").write_text(json.dumps(record))


def test_questions_of_any_language_point_into_the_english_pool(tmp_path):
    write(tmp_path, "en", "What is cheap?")
    write(tmp_path, "xx", "Herring?")
    pool, gold = read_pool(tmp_path)
    questions = read_questions(tmp_path, "xx", gold)
    assert [sentence.text for sentence in pool.sentences] == ["The port closed in May.", "Herring is cheap."]
    assert [(item.text, item.gold) for item in questions] == [("Herring?", 1)]
    assert pool.articles[0].post.title == "Two Ports"
    assert bm25_ranks(pool, questions) == [1.0]


def test_equal_scores_count_against_the_gold_sentence():
    assert reciprocal_rank(np.array([0.5, 0.9, 0.5]), 0) == 1 / 3


def test_a_folder_without_the_language_is_refused(tmp_path):
    write(tmp_path, "en", "What is cheap?")
    with pytest.raises(UsageError, match=r"de\.json"):
        read_questions(tmp_path, "de", {})


def test_questions_are_spread_over_the_whole_file():
    assert spread(list(range(10)), 4) == [0, 2, 5, 7]
    assert spread([1, 2], 5) == [1, 2]
