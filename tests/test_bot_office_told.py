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
