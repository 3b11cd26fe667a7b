import json

import pytest

from corpus.errors import UsageError
from eval.squad import HELD_OUT, span_examples

CONTEXTS = [
    "The lamp of Brae was lit in 1902. Its keeper was a sailor.",
    "The lamp of Skerrow is electric and new. It was lit when the island had a cable. " + "The sea is wide. " * 30,
]


def write(tmp_path, *questions):
    """A file with one article; each question has an answer and the number of its paragraph."""
    paragraphs = [{"context": context, "qas": []} for context in CONTEXTS]
    for question, answer, row in questions:
        start = CONTEXTS[row].index(answer)
        asked = {"question": question, "answers": [{"text": answer, "answer_start": start}]}
        paragraphs[row]["qas"].append(asked)
    path = tmp_path / "train.json"
    path.write_text(json.dumps({"data": [{"title": "Brae_and_Skerrow", "paragraphs": paragraphs}]}))
    return path


def test_the_passage_with_the_answer_stands_beside_the_nearest_without(tmp_path):
    path = write(tmp_path, ("When was the lamp of Brae lit?", "1902", 0), ("Who kept the lamp?", "a sailor", 0))
    first, beside, *_ = examples = list(span_examples(path, held_out=False))
    assert first.question == beside.question
    assert {item.text[slice(*item.answer)] for item in examples if item.answer} == {"1902", "a sailor"}
    assert first.text.startswith("Brae and Skerrow. The lamp of Brae")
    assert beside.answer is None
    assert "1902" not in beside.text


def test_an_answer_in_a_later_paragraph_is_found_where_it_stands(tmp_path):
    (example,) = (
        item
        for item in span_examples(write(tmp_path, ("What had the island?", "a cable", 1)), held_out=False)
        if item.answer
    )
    assert example.text[slice(*example.answer)] == "a cable"


def test_only_so_many_questions_are_drawn_and_always_the_same(tmp_path):
    path = write(tmp_path, *((f"When was lamp {number} lit?", "1902", 0) for number in range(20)))
    drawn = list(span_examples(path, held_out=False, questions=3))
    assert len({item.question for item in drawn}) == 3
    assert drawn == list(span_examples(path, held_out=False, questions=3))


def test_no_question_of_an_article_that_is_held_out_is_trained_on(tmp_path):
    path = write(tmp_path, ("When was the lamp of Brae lit?", "1902", 0))
    (article,) = json.loads(path.read_text())["data"]
    path.write_text(json.dumps({"data": [article | {"title": f"Brae {number}"} for number in range(HELD_OUT + 3)]}))

    def titles(*, held_out):
        return {item.text.split(".")[0] for item in span_examples(path, held_out=held_out)}

    held, trained_on = titles(held_out=True), titles(held_out=False)
    assert len(held) == HELD_OUT
    assert not held & trained_on
    assert len(held | trained_on) == HELD_OUT + 3


@pytest.mark.parametrize("words", ["", "{}", '{"data": [{"title": "x"}]}'])
def test_another_file_is_refused(tmp_path, words):
    path = tmp_path / "other.json"
    path.write_text(words)
    with pytest.raises(UsageError, match=r"no file of SQuAD 1\.1"):
        list(span_examples(path, held_out=False))
    with pytest.raises(UsageError):
        list(span_examples(tmp_path / "missing.json", held_out=False))
