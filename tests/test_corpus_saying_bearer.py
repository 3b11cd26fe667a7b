"""Who bears an office, between it and a verb that rules read: "the harbor master, Ada Renn, called it absurd"."""

import pytest
from conftest import speakers


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Orlo’s head of sales, Ada Renn, called the criticism unfair.", ("Ada Renn", "the criticism unfair")),
        ("The mine’s head of safety, Dr. Ada Renn, called it absurd.", ("Ada Renn", "it absurd")),
        ("The mayor of Brae, Ada Renn, called off the fair.", None),
        ("Orlo’s head of sales, in May, called the criticism unfair.", None),
    ],
)
def test_words_are_of_who_bears_the_office(sentence, said):
    assert speakers(f"{sentence} It rained.") == ([said] if said else [])
