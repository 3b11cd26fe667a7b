"""Dialogues printed line by line behind who speaks."""

import pytest
from conftest import direct, speakers

LEAD = "Ada Renn, who runs the dairy of Brae, received us in the cellar."
TALK = (
    "Mail: What became of the cheese?\n"
    "Renn: Mice came. They took the best.\n"
    "Mail: All of it?\n"
    "Renn: The best, as I said: they are clever."
)


def said(text):
    return [(name, words) for name, words in speakers(text) if name]


def test_whose_words_a_line_is_stands_before_it():
    assert said(f"{LEAD}\n{TALK}") == [
        ("Ada Renn", "Mice came. They took the best."),
        ("Ada Renn", "The best, as I said: they are clever."),
    ]


def test_a_line_of_a_dialogue_is_direct_speech_and_nobody_is_quoted_with_the_questions():
    assert [item.speaker for item in direct(f"{LEAD}\n{TALK}")] == ["Ada Renn", "Ada Renn"]


@pytest.mark.parametrize(
    "behind",
    [
        "Ada Renn has run the dairy since May.",
        "It was recorded in Brae. Ms. Renn spoke first, then the baker Ada Renn sang.",
    ],
)
def test_a_name_in_full_may_stand_behind_the_dialogue(behind):
    assert {name for name, _ in said(f"We met in Brae.\n{TALK}\n{behind}")} == {"Ada Renn"}


def test_labels_may_stand_in_capitals():
    talk = TALK.replace("Renn:", "RENN:").replace("Mail:", "MAIL:")
    assert {name for name, _ in said(f"{LEAD}\n{talk}")} == {"Ada Renn"}


@pytest.mark.parametrize(
    "text",
    [
        f"We met in Brae.\n{TALK}",
        f"{LEAD}\nRenn: 12 votes.\nHolm: 14 votes.\nTiller: 3 votes.\nArvid: none.",
        f"{LEAD}\nRenn: 12 votes.\nHolm: 14 votes.\nRenn: 3 votes.\nHolm: none.",
        f"{LEAD}\nFirst: mice came.\nThen: cats came.\nRenn: the end.\nLast: peace.",
    ],
)
def test_without_a_name_or_without_turns_nobody_speaks(text):
    assert direct(text) == []


def test_what_stands_in_marks_within_a_line_is_another_ones():
    talk = TALK.replace("They took the best.", "The cat told me, “They are too quick.”")
    assert (None, "They are too quick.") in speakers(f"{LEAD}\n{talk}")


def test_each_line_may_stand_in_marks():
    talk = "\n".join(f"“{line}”" for line in TALK.split("\n"))
    assert said(f"{LEAD}\n{talk}") == said(f"{LEAD}\n{TALK}")
