import json

import pytest

from bot.permalink import permalink
from corpus.errors import UsageError
from corpus.library import Library
from eval.cases import parse_cases
from eval.drafts import draft, proposed, read_judgments, written


@pytest.fixture(scope="module")
def library(home):
    return Library(home / "library")


def test_a_right_answer_becomes_a_whole_case(library):
    article, span = next(proposed(library))
    judged = {"kind": "feedback_right", "question": "what?", "quotes": ["nonsense", permalink(article.id, *span)]}
    record = draft(judged, library)
    (case,) = parse_cases(json.dumps(record), "drafts")
    assert case.gold[0].words == article.slice(*span)
    assert article.id.startswith(case.gold[0].article)
    assert case.origin == "feedback"


@pytest.mark.parametrize("kind", ["wrong_quote", "wrong_speaker", "not_an_answer"])
def test_what_only_a_person_can_tell_stays_open(library, kind):
    article, span = next(proposed(library))
    record = draft({"kind": kind, "question": "what?", "quotes": [permalink(article.id, *span)]}, library)
    if kind == "wrong_quote":
        with pytest.raises(UsageError, match=r"line 1, case: .*0 gold words"):
            parse_cases(json.dumps(record), "drafts")
    elif kind == "wrong_speaker":
        assert record["speaker"] == "?"
        assert record["gold"][0]["words"] == article.slice(*span)
    else:
        assert parse_cases(json.dumps(record), "drafts")[0].verdict == "not_stated"


def test_judgments_are_refused_with_their_line(tmp_path):
    path = tmp_path / "judgments.jsonl"
    path.write_text('{"question": "a", "kind": "right", "quotes": []}\n{"question": "b"}\n')
    with pytest.raises(UsageError, match="line 2: no question, kind and quotes"):
        read_judgments(path)


def test_an_owner_writes_cases_and_leaves_sentences_out(library):
    typed = iter(["What is said?", "", "And who says it?", "What nobody wrote?", "."])
    asked = []

    def ask(words):
        asked.append(words)
        return next(typed)

    records = list(written(library, ask, first=1))
    sentences = [article.slice(*span) for article, span in proposed(library)][:5]
    assert [record["question"] for record in records] == ["What is said?", "And who says it?", "What nobody wrote?"]
    assert [record["verdict"] for record in records] == ["answered", "answered", "not_stated"]
    assert records[0]["gold"][0]["words"] == sentences[0]
    assert records[1]["gold"][0]["words"] == sentences[2]
    assert sentences[1] in asked[1]
    assert [case.id for case in parse_cases("\n".join(map(json.dumps, records)), "mine")] == [
        "own-001",
        "own-002",
        "own-003",
    ]
