import pytest

from corpus.people import People
from corpus.titles import bare_name, may_be_a_person


@pytest.mark.parametrize(
    ("name", "may_be"),
    [("Halvik Rovers", False), ("Sinn Féin", False), ("Davor Kest", True)],
)
def test_a_club_or_a_party_is_no_person(name, may_be):
    assert may_be_a_person(name) is may_be


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Brae’s Ilse Marrow", "Ilse Marrow"),
        ("The Pilots’ Davor Kest", "Davor Kest"),
        ("Joining Marrow", "Marrow"),
        ("An Ostrin", "Ostrin"),
        ("Journalist Jewel Kest", "Jewel Kest"),
        ("Harbor Engineer Otto Pell", "Otto Pell"),
        ("Governor Pell’s Harbor Fund", "Pell"),
        ("Susan Marrow", "Susan Marrow"),
        ("Baker Pell", "Baker Pell"),
    ],
)
def test_a_name_is_bare_of_whose_and_what_somebody_is(name, bare):
    assert bare_name(name) == bare


@pytest.mark.parametrize("name", ["Few Americans", "Harbor Cup", "Coast Reserve", "Brae Airlines", "Native Ostrinians"])
def test_peoples_prizes_and_firms_are_no_person(name):
    assert not may_be_a_person(name)


@pytest.mark.parametrize(("title", "gender"), [("Prince", "m"), ("Duke", "m"), ("Princess", "f"), ("Baroness", "f")])
def test_a_title_of_nobility_tells_the_gender(title, gender):
    people = People(f"{title} Kest spoke. President Kest left.")
    assert people.gender(people.full("Kest") or "") == gender
