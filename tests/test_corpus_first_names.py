"""People whom only their first name tells from what is nobody."""

import pytest
from conftest import direct, speakers

from corpus.people import People


def test_who_has_a_first_name_is_somebody():
    people = People("The exhibit shows Vivek Ramasar at the wheel. Ramasar left.")
    assert people.full("Ramasar") == "Vivek Ramasar"


@pytest.mark.parametrize(
    "text", ["They met at Georgia Tech.", "Mary Brae lives in Brae.", "The Ted South Harbor lamps burn."]
)
def test_places_and_schools_with_a_first_name_are_nobody(text):
    assert not People(text).mentions(text, 0, len(text))


def test_he_is_not_who_was_said_to_be_elsewhere_while_another_man_is_told_of():
    text = (
        "Otto Pell, the director of the port, said that the crane was sold.\n"
        "It was 1994, and Bill Kestner was a young pilot. Kestner was sent north; he said that he would not come back."
    )
    assert speakers(text)[-1][0] == "Bill Kestner"


def test_a_first_name_tells_whom_he_cannot_mean():
    text = "Nikki Hallam, the governor, spoke at the gate. Hallam shook hands. “The port can wait,” he said."
    assert [item.speaker for item in direct(text)] == [None]
