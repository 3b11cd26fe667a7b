"""What does not demand what it seems to."""

import pytest

from bot.demand import has_what_is_demanded


@pytest.mark.parametrize(
    "question", ["How much salt is in a charged bottle?", "how much salt does a charged cell hold"]
)
def test_charged_before_a_noun_asks_for_no_money(question):
    assert has_what_is_demanded(question, "It holds 90 grams.")


@pytest.mark.parametrize(
    "question",
    [
        "How much are ships charged?",
        "How much is a ship charged for the lock?",
        "How much does the lock charge a ship?",
    ],
)
def test_what_somebody_charges_is_money(question):
    assert not has_what_is_demanded(question, "It holds 90 grams.")


def test_a_follow_up_demands_what_it_asks_itself():
    assert has_what_is_demanded("how did the crews react: How many boats were lost?", "The crews laughed.")
    assert not has_what_is_demanded("how many: Did the crews lose boats?", "The crews laughed.")
