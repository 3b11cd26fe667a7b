"""Bodies that an article introduces in full and goes on to call by the first word of their name."""

import pytest

from bot.party import Party

FULL = "The pumps came from Orlo Shipping, a firm in the south. "


@pytest.mark.parametrize(
    ("described_as", "around", "speaks"),
    [
        ("Orlo’s sales director", FULL, True),
        ("spokeswoman for Orlo", FULL, True),
        ("Orlo’s sales director", "The pumps came from the south. ", False),
        ("Orlo’s sales director", f"{FULL}Orlo Trading had none. ", False),
        ("Orlo’s sales director", f"{FULL}It rained in Orlo. ", False),
        ("Orlo’s mayor", FULL, False),
        ("Brae’s sales director", FULL, False),
        ("Orlo’s brother", f"{FULL}Ms. Shipping was not there. ", False),
    ],
)
def test_who_speaks_for_a_body_under_its_short_name(described_as, around, speaks):
    assert Party("Orlo Shipping").speaks_as("Edda Ronn", described_as, around) is speaks


def test_a_person_is_not_called_by_the_first_name():
    text = "Martha Pell was in court. "
    assert not Party("Martha Pell").speaks_as("Edda Ronn", "Martha’s sister", text)
