import pytest

from corpus.titles import may_be_a_person


@pytest.mark.parametrize(
    ("name", "may_be"),
    [("Halvik Rovers", False), ("Sinn Féin", False), ("Davor Kest", True)],
)
def test_a_club_or_a_party_is_no_person(name, may_be):
    assert may_be_a_person(name) is may_be
