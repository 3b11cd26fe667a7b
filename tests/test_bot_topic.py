import pytest

from bot.followup import made_whole
from bot.topic import counted_in, done_to
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


THIEF = Turn(
    "Who stole the bell in Brae?",
    None,
    names=("Wanda Sol", "Davor Kest"),
    answered=("Wanda Sol",),
    speakers=(("Tibor Lang", "Ms. Sol’s lawyer"),),
    women=("Sol",),
)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Who stole the bell in Brae?", "bell in Brae"),
        ("Who has paid for a new lamp?", "new lamp"),
        ("Who stole it?", None),
        ("Why did Kest steal the bell?", None),
    ],
)
def test_to_what_a_question_asks_who_does_something(question, topic):
    found = done_to(question)
    assert (found and found["topic"]) == topic


@pytest.mark.parametrize(
    ("before", "question", "whole"),
    [
        (THIEF, "Where is it now?", "Where is the bell in Brae now?"),
        (THIEF, "Did anyone help her?", "Did anyone help Wanda Sol?"),
        (THIEF, "Did he see her?", "Did Davor Kest see her?"),
        (THIEF, "With whom?", "With whom: Who stole the bell in Brae?"),
        (THIEF, "And her lawyer?", "Who stole the bell in Brae, according to Wanda Sol’s lawyer?"),
        (CASES, "And deaths?", "How many deaths are there in Brae?"),
        (
            CASES,
            "What does the doctor say about them?",
            "How many fever cases are there in Brae, according to the doctor?",
        ),
    ],
)
def test_it_and_he_and_a_new_count(before, question, whole):
    assert made_whole(question, before) == whole
