"""Names of bodies and of offices that have "and" or "of" in them."""

import pytest
from conftest import direct

from corpus.collective import head_phrase, is_group, is_plural


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("the Securities and Harbor Commission", "the Securities and Harbor Commission"),
        ("Health and Harbor Services Secretary Javor Bekker", "Javor Bekker"),
        ("Fair Beach Fire and Rescue spokeswoman Sandra Kest", "Sandra Kest"),
        ("Harbor Association President and CEO Otto P. Lund", "Otto P. Lund"),
        ("Brae forward and Fair Harbor native Otto Lund Jr.", "Otto Lund Jr."),
        ("Minister Nestor Osun and one of those who wrote it", "Nestor Osun"),
        ("Mayor Ilse Marrow and Governor Otto Pell", "Mayor Ilse Marrow and Governor Otto Pell"),
        ("University of Brae administrators", "University of Brae administrators"),
        ("a Department of Harbors website", None),
        ("Critics of Ostrin’s President Ivo Brandt", "critics"),
    ],
)
def test_one_office_or_body_is_one_and_two_speakers_are_two(source, name):
    assert [item.speaker for item in direct(f"“The lamps are out and we wait,” {source} said on Monday.")] == [name]


def test_an_injury_is_no_jury_and_what_is_plural_tells_the_head():
    assert is_group("a Brae jury")
    assert not is_group("an injury")
    assert is_plural("critics of the toll")
    assert not is_plural("the crew of the lamps")


def test_whom_somebody_represents_is_not_the_head():
    assert head_phrase("the attorney representing Ada Kest") == "the attorney"
