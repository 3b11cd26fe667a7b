import pytest

from bot.followup import made_whole
from bot.topic import counted_in
from bot.turn import Turn

CASES = Turn("How many fever cases are there in Brae?", None, names=("Brae", "Ilse Marrow"))
ENVOY = Turn("What did Davor Kest’s Varland colleague say about the toll?", None)


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("How many fever cases are there in Brae?", "the fever cases in Brae"),
        ("How many sailors died in the storm off Brae?", "the sailors that died in the storm off Brae"),
        ("how many houses were flooded in May", "the houses flooded in May"),
        ("How many ships does Varland have?", "the ships"),
        ("How many years did it take?", None),
        ("How many of them voted?", None),
    ],
)
def test_what_a_question_counts(question, counted):
    assert counted_in(question) == counted


@pytest.mark.parametrize(
    ("before", "question", "whole"),
    [
        (CASES, "Were they reported?", "Were the fever cases in Brae reported?"),
        (CASES, "What do they say about it?", "How many fever cases are there in Brae, according to Brae?"),
        (ENVOY, "Why did he resign?", "Why did Davor Kest resign?"),
    ],
)
def test_they_are_what_was_counted_and_he_is_no_colleague_half_named(before, question, whole):
    assert made_whole(question, before) == whole
