"""An office is asked for with its owner before or behind it, as texts do not always have it."""

import pytest

from bot.introduced import is_introduced


@pytest.mark.parametrize(
    ("called", "text"),
    [
        ("Moss Dairy's director", "The director of Moss Dairy, Ada Renn, came late."),
        ("moss dairy’s director", "Ada Renn, director of the Moss Dairy, came late."),
        ("the director of Moss Dairy", "Moss Dairy’s director, Ada Renn, came late."),
    ],
)
def test_an_owner_stands_before_or_behind_the_office(called, text):
    assert is_introduced(called, "Ada Renn", text)


def test_another_dairys_director_is_not_meant():
    assert not is_introduced("Moss Dairy's director", "Ada Renn", "The director of Brae Dairy, Ada Renn, came late.")
