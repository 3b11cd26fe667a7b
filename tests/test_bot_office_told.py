import pytest

from bot.office_told import may_be_two
from bot.party import Party

CLUB = "Sol left Harriers. His coach, Per Holm, was not told."
TWO = " In Brae the new coach, Eskil Brand, was glad."


@pytest.mark.parametrize(
    ("around", "belongs"),
    [
        (CLUB, True),
        (CLUB + TWO, False),
        (CLUB + " Brae’s coach, Eskil Brand, was glad.", True),
        (CLUB + " The former coach, Eskil Brand, was glad.", True),
    ],
)
def test_of_two_coaches_neither_is_the_one_asked_for_where_the_text_does_not_tell_whose_they_are(around, belongs):
    assert Party("the Harriers’ coach").speaks_as("Per Holm", "coach", around) is belongs
    assert may_be_two("coach", around) is not belongs


@pytest.mark.parametrize(
    ("before", "belongs"),
    [
        ("Harriers were not asked. “No,” their coach, Per Holm, said.", True),
        ("The Harriers were not asked. Their coach, Per Holm, said no.", True),
        ("Brae asked Harriers. Their coach, Per Holm, said no.", False),
    ],
)
def test_it_is_told_where_the_sentence_before_opens_with_whose_coach_is_asked_for(before, belongs):
    assert Party("the Harriers’ coach").speaks_as("Per Holm", "coach", before + TWO) is belongs


@pytest.mark.parametrize(
    ("text", "belongs"),
    [
        ("The union sees it differently. According to its secretary, Per Holm, nobody came.", True),
        ("The union told the board. It rained, according to its secretary, Per Holm.", False),
        ("The board sees it differently. According to its secretary, Per Holm, nobody came.", False),
    ],
)
def test_words_according_to_its_secretary_are_of_whom_the_sentence_before_is_about(text, belongs):
    assert Party("the union").speaks_as("Per Holm", "secretary", text) is belongs


@pytest.mark.parametrize(("called", "belongs"), [("the milkers’ president", True), ("the bakers’ president", False)])
def test_an_office_may_be_told_in_a_sentence_in_which_its_bearer_does_not_speak(called, belongs):
    text = "The milkers’ association met. Its president, a farmer named Per Holm, came late. “No,” Mr. Holm said."
    assert Party(called).speaks_as("Per Holm", None, text) is belongs


@pytest.mark.parametrize(
    ("called", "belongs"),
    [("the leader of the Lamp Strike", False), ("the leader of Brae", True), ("the leader", True)],
)
def test_its_leader_is_not_of_a_body_that_the_text_does_not_know(called, belongs):
    text = "The opposition in Brae is not glad. Its leader, Per Holm, said no."
    assert Party(called).speaks_as("Per Holm", "leader", text) is belongs
