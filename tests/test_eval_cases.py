"""The cases themselves: each line keeps the schema, and its gold stands in a sample post as the case says."""

import json
from collections import Counter
from importlib.resources import files

import pytest

from corpus.article import QUOTABLE, SpeechKind
from corpus.blocks import block_sentences
from corpus.read import read_post
from corpus.samples import sample_posts

CASES = [json.loads(line) for line in files("eval").joinpath("cases.jsonl").read_text(encoding="utf-8").splitlines()]
ANSWERED = [case for case in CASES if case["verdict"] == "answered"]
GATED = {
    *("plain", "paraphrase", "keyword", "misspelt", "speaker", "about_side", "comment", "second_hand", "number"),
    *("date", "contradiction", "repeated", "follow_up", "other_language"),
    *("off_corpus", "not_stated", "false_premise", "only_commentary"),
}
SLICES = GATED | {"long", "headline", "hostile"}
REFUSED = {
    "off_corpus": "off_corpus",
    "not_stated": "not_stated",
    "false_premise": "not_stated",
    "only_commentary": "only_commentary",
}
FIELDS = {
    "id": str,
    "part": str,
    "question": str,
    "after": list,
    "language": str,
    "verdict": str,
    "gold": list,
    "voice": str | None,
    "speaker": str | None,
    "group": str | None,
    "party": list,
    "slices": list,
    "origin": str,
}
OPTIONAL = {"after", "language", "gold", "party"}
UNREAD = {("lock-opening", "Maren Toft")}  # says it in plain words, but the reading of speech does not see who


@pytest.fixture(scope="module")
def articles():
    return {name.removesuffix(".md"): read_post(data, name=name).article for name, data in sample_posts()}


def place(article, words):
    """Return the block and the sentence that hold all of *words*; None for the sentence when none does."""
    start = article.text.index(words)
    block = article.block_at(start)
    sentences = block_sentences(article.text, block) if block.voice in QUOTABLE else ()
    holding = [span for span in sentences if span[0] <= start and start + len(words) <= span[1]]
    return block, holding[0] if holding else None


def speaks(article, sentence):
    """Return who speaks directly in *sentence*, None when nobody does or nobody is named."""
    direct = [item for item in article.speech if item.kind is SpeechKind.DIRECT]
    touching = [item for item in direct if item.start < sentence[1] and item.end > sentence[0]]
    return min(touching, key=lambda item: item.start).speaker if touching else None


def test_every_case_keeps_the_schema():
    for case in CASES:
        assert OPTIONAL | case.keys() == FIELDS.keys(), case["id"]
        for name, value in case.items():
            assert isinstance(value, FIELDS[name]), (case["id"], name)
            assert value not in ([], ""), (case["id"], name)
        assert case["part"] in {"dev", "test"}, case["id"]
        assert case["origin"] == "hand", case["id"]
        assert case["group"] in {"said_by", "said_about", "comment", None}, case["id"]
        assert "party" not in case or case["group"] in {"said_by", "said_about"}, case["id"]
        assert len(case["question"]) <= 1000, case["id"]  # what a chat takes as a question
        assert case["question"] == case["question"].strip(), case["id"]


def test_slices_tell_what_is_true_of_a_case():
    for case in CASES:
        slices = set(case["slices"])
        assert slices <= SLICES, case["id"]
        assert len(slices) == len(case["slices"]), case["id"]
        assert ("follow_up" in slices) == ("after" in case), case["id"]
        assert ("other_language" in slices) == ("language" in case), case["id"]
        assert ("comment" in slices) <= (case["voice"] == "author"), case["id"]
        assert ("long" in slices) == (len(case["question"].split()) >= 80), case["id"]
        kinds = {REFUSED[name] for name in slices & REFUSED.keys()}
        assert kinds == ({case["verdict"]} - {"answered"}), case["id"]


def test_a_refusal_has_no_gold_and_an_answer_has_some():
    for case in CASES:
        assert ("gold" in case) == (case["verdict"] == "answered"), case["id"]
        if case["verdict"] != "answered":
            assert (case["voice"], case["speaker"], case["group"]) == (None, None, None), case["id"]
            assert "party" not in case, case["id"]


def test_ids_and_questions_are_unique():
    asked = Counter((*case.get("after", ()), case["question"].casefold()) for case in CASES)
    assert [question for question, count in asked.items() if count > 1] == []
    assert len({case["id"] for case in CASES}) == len(CASES)


def test_every_slice_that_gates_has_thirty_cases_and_halves_for_both_parts():
    counts = Counter((name, case["part"]) for case in CASES for name in case["slices"])
    for name in SLICES:
        dev, test = counts[name, "dev"], counts[name, "test"]
        assert abs(dev - test) <= 3, (name, dev, test)
        assert dev + test >= (30 if name in GATED else 10), (name, dev, test)


def test_other_languages_have_about_as_many_cases_each():
    counts = Counter(case["language"] for case in CASES if "language" in case)
    assert counts.keys() == {"ru", "uk", "lt", "de", "fr", "pl"}
    assert min(counts.values()) >= 6
    assert max(counts.values()) - min(counts.values()) <= 2


def test_gold_words_stand_once_in_their_post_and_inside_one_sentence_of_the_voice_named(articles):
    for case in ANSWERED:
        for gold in case["gold"]:
            assert gold.keys() == {"article", "words"}, case["id"]
            article = articles[gold["article"]]
            assert article.text.count(gold["words"]) == 1, (case["id"], gold)
            block, sentence = place(article, gold["words"])
            assert sentence is not None, (case["id"], gold)
            assert block.voice == case["voice"], (case["id"], gold)


def test_the_speaker_is_who_speaks_directly_in_every_gold_sentence(articles):
    for case in ANSWERED:
        named = set()
        for gold in case["gold"]:
            article = articles[gold["article"]]
            _, sentence = place(article, gold["words"])
            unread = (gold["article"], case["speaker"]) in UNREAD and case["speaker"] in article.slice(*sentence)
            named.add(case["speaker"] if unread else speaks(article, sentence))
        expected = named.pop() if len(named) == 1 else None
        assert case["speaker"] == expected, case["id"]
