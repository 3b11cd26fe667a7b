import json

import pytest

from corpus.errors import QuothError
from eval.canard import measure_canard
from eval.inscit import measure_inscit


def passage(page, text):
    return {"passage_id": f"{page}:1", "passage_text": text, "passage_titles": [page]}


FERRY = passage("Ferry of Brae", "The ferry of Brae carries twelve cars across the Tessel.")
TOLL = passage("Toll of the Tessel", "Ships pay four thousand crowns for the strait.")
BREAD = passage("Bread", "Rye bread is baked for an hour in a hot oven.")


def test_the_gold_passages_of_a_conversation_are_ranked_four_ways(tmp_path):
    turns = [
        {"context": ["How many cars does the ferry carry?"], "prevEvidence": [], "labels": [{"evidence": [FERRY]}]},
        {
            "context": ["How many cars does the ferry carry?", "Twelve.", "How long is rye bread baked?"],
            "prevEvidence": [[FERRY]],
            "labels": [{"evidence": [BREAD]}, {"evidence": []}],
        },
        {
            "context": ["", "", "How long is rye bread baked?", "An hour.", "What do ships pay for the strait?"],
            "prevEvidence": [[FERRY], [BREAD]],
            "labels": [{"evidence": [TOLL]}],
        },
    ]
    path = tmp_path / "dev.json"
    path.write_text(json.dumps({"one": {"turns": turns}}))
    rows = measure_inscit(path, tmp_path / "home", lambda *_: None)
    assert [row.ranks for row in rows] == [(1, 1, 1)] * 4 + [(1, 1)] * 4
    assert " ".join(str(rows[0]).split()) == "BM25, last question alone 3 1.000 [1.000, 1.000] 1.000 [1.000, 1.000]"


def test_rewriting_is_compared_word_by_word(tmp_path):
    history = ["Ilse Marrow", "Light", "Who kept the light?", "Ilse Marrow kept it."]
    records = [
        {"History": history, "Question": "Did she resign?", "Rewrite": "Did Ilse Marrow resign from the light?"},
        {"History": history, "Question": "What is Brae?", "Rewrite": "What is Brae?"},
        {"History": history[:2], "Question": "Who kept it?", "Rewrite": "Who kept the light?"},
    ]
    path = tmp_path / "dev.json"
    path.write_text(json.dumps(records))
    found = measure_canard(path)
    assert (found.questions, found.right, found.added, found.missing) == (1, 2, 2, 3)
    assert (found.names, found.names_right, found.complete, found.complete_changed) == (2, 2, 1, 0)


@pytest.mark.parametrize("content", ["", "[1]", '{"one": {}}', '[{"History": 3}]'])
def test_a_file_of_another_form_is_refused_by_name(tmp_path, content):
    path = tmp_path / "dev.json"
    path.write_text(content)
    with pytest.raises(QuothError, match=r"cannot read .*dev\.json"):
        measure_inscit(path, tmp_path / "home", lambda *_: None)
    with pytest.raises(QuothError, match=r"cannot read .*dev\.json"):
        measure_canard(path)
