from dataclasses import replace

import pytest

from corpus.quotation import quotations
from corpus.tags import tags, with_tags


def named(text):
    return [text[slice(*tag.source)] for tag in tags(text, quotations(text, 0, len(text)))]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“We wait for the tide,” said Orrin Pell, a biologist.", "Orrin Pell"),
        ("“We wait for the tide,” said biologist Orrin Pell.", "biologist Orrin Pell"),
        ("“We wait for the tide!” Pell wrote on Monday.", "Pell"),
        ("“We wait for the tide,” harbor master Orrin Pell later told the Courier.", "harbor master Orrin Pell"),
        ("“We wait for the tide”, Pell said.", "Pell"),
        ("Maren Toft ended her speech in Brae with this sentence: “We wait for the tide.”", "Maren Toft"),
        ("What they say:\n“We wait for the tide.” — Orrin Pell, pilot", "Orrin Pell"),
    ],
)
def test_who_stands_right_behind_the_words(text, source):
    assert named(text) == [source]


@pytest.mark.parametrize(
    "text",
    [
        "“We wait for the tide.” Pell said that he would not.",
        "They sang “The Tide,” Pell said he had heard.",
        "“We wait for the tide,” and Pell said nothing.",
        "“We wait for the tide.”\n— Orrin Pell",
        "He asked them. “We wait for the tide.” — Orrin Pell",
    ],
)
def test_what_follows_as_a_sentence_of_its_own_is_no_tag(text):
    assert named(text) == []


def test_a_tag_goes_before_who_is_named_elsewhere_in_the_sentence():
    text = "Ilse Marrow has been told that “help will come,” press secretary Hedda Voss said on Tuesday."
    tag = next(tags(text, quotations(text, 0, len(text))))
    by_another = replace(tag, source=(0, len("Ilse Marrow")), cue=None)
    assert with_tags(text, [by_another], iter([tag])) == [tag]
    assert with_tags(text, [tag], iter([tag])) == [tag]
