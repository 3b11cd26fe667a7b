import pytest

from bot.followup import Turn, made_whole

COURT = Turn(
    "what did Maren Toft tell the Court of the Seas?",
    "Maren Toft",
    speakers=(
        ("Maren Toft", ""),
        ("Maren Toft", "leads the League’s legal team"),
        ("Sten Arvid", "Varland’s advocate"),
    ),
    sides=("the Ostrin League", "the League", "Varland"),
)


LAVROV = Turn(
    "what did Lavrov say?", None, speakers=(("Sergey Lavrov", "Russia’s minister"),), sides=("Moscow", "Kyiv")
)


TEACHER = Turn("what did Jonna Pryde say?", None, speakers=(("Jonna Pryde", "a teacher"),), sides=("the League",))


MARCH = Turn(
    "what did the police say about the march?",
    None,
    speakers=(
        ("the police", ""),
        ("the organizers", ""),
        ("the harbor office", ""),
        ("Roth", "the company’s director"),
    ),
    sides=("the police", "the organizers"),
)


@pytest.mark.parametrize(
    ("before", "question", "whole"),
    [
        (COURT, "and the other side?", "what did Varland tell the Court of the Seas?"),
        (LAVROV, "and the other side?", "what did Kyiv say?"),
        (TEACHER, "and the other side?", "what did the other side say?"),
        (MARCH, "and the other side?", "what did the organizers say about the march?"),
        (MARCH, "and the organizers?", "what did the organizers say about the march?"),
        (MARCH, "and the crew of the trawler?", "what did the crew of the trawler say about the march?"),
        (MARCH, "and the director?", "what did the director say about the march?"),
        (MARCH, "and the harbor?", "what did the police say about the harbor?"),
        (MARCH, "and the farmers?", "what did the farmers say about the march?"),
        (MARCH, "and farmers?", "what did the police say about farmers?"),
        (MARCH, "and the League's boats?", "what did the police say about the League's boats?"),
        (
            Turn("How many marched?", None, speakers=MARCH.speakers),
            "and the police?",
            "How many marched, according to the police?",
        ),
    ],
)
def test_a_party_is_told_from_a_topic_and_its_side_from_the_other(before, question, whole):
    assert made_whole(question, before) == whole


@pytest.mark.parametrize(
    ("asked", "question", "whole"),
    [
        ("How much do the farms get from the fund?", "and the mill?", "How much does the mill get from the fund?"),
        (
            "How much do the farms get in Brae’s budget?",
            "and the mill?",
            "How much does the mill get in Brae’s budget?",
        ),
        ("When will the new lock open?", "and the tunnel?", "When will the tunnel open?"),
        ("Why did the council close the mill?", "and the pool?", "Why did the council close the mill, the pool?"),
    ],
)
def test_another_thing_takes_the_place_of_the_one_that_does_something(asked, question, whole):
    assert made_whole(question, Turn(asked, None)) == whole
