import pytest

from corpus.called import called
from corpus.people import People

TEXT = "Davor Kest, the envoy, met Ilse Marrow, the minister, and Orrin Pell, a pilot. Mr. Kest said no."
PEOPLE = People(TEXT, ["Davor Kest", "Ilse Marrow", "Orrin Pell"])


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Kest, Marrow and the pilots whom they both pay", None),
        ("Kest to be the first envoy of the League", None),
        ("One captain inside Kest Tower", None),
        ("Orrin Pell, Pilot and captain", "Orrin Pell"),
        ("the envoy to Varland, Davor Kest", "Davor Kest"),
    ],
)
def test_one_of_several_or_what_is_left_of_a_clause_is_not_the_speaker(source, name):
    assert called(source, PEOPLE) == name
