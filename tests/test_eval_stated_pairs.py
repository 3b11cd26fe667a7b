import json

from eval.stated_pairs import xquad_pairs


def test_the_passage_that_answers_stands_beside_others_that_do_not(tmp_path):
    contexts = [
        "The lamp of Brae was lit in 1902. Its keeper was a sailor.",
        "The lamp of Skerrow is electric and new.",
    ]
    paragraphs = [
        {"context": contexts[0], "sentence_breaks": [[0, 33], [34, 58]], "qas": [_asks("When was the lamp lit?", 29)]},
        {"context": contexts[1], "sentence_breaks": [[0, 40]], "qas": []},
    ]
    record = {"data": [{"title": "Brae", "paragraphs": paragraphs}]}
    (tmp_path / "en.json").write_text(json.dumps(record))
    first, second = xquad_pairs(tmp_path)
    assert first.question == second.question == "When was the lamp lit?"
    assert (first.states, first.right, first.group) == (True, (True, False), "Brae")
    assert contexts[0] in first.text.text
    assert (second.states, second.right) == (False, ())


def _asks(question, start):
    return {"id": question, "question": question, "answers": [{"answer_start": start, "text": "1902"}]}
