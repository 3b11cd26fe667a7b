"""Amounts in questions, and whether an article knows them."""

import pytest

from bot.amounts import amounts_asked
from bot.demand import unknown_names


@pytest.mark.parametrize(
    ("question", "amounts"),
    [
        ("Why did she give them $200,000?", {200_000}),
        ("who sold it for 2.7 million", {2_700_000}),
        ("Was it £1.6bn or 500 crowns?", {1_600_000_000, 500}),
        ("What did the 26 keepers do in 2031 at 18:30?", {26}),
        ("Why did the council vote 230-190 to close it?", {230, 190}),
        ("What did she say on June 24, in Article 51, from May 14-19, to 12 men?", set()),
        ("Who flew the F-160 on a 100-day trip?", set()),
    ],
)
def test_amounts_that_a_question_names(question, amounts):
    assert amounts_asked(question) == amounts


@pytest.mark.parametrize(
    ("known", "strangers"),
    [
        ("She gave each of them 200,000 crowns.", 0),
        ("She gave each of them 200 thousand crowns.", 0),
        ("She gave each of them $200k.", 0),
        ("She gave each of them two hundred thousand crowns, $200,000-odd.", 0),
        ("She gave each of them 100,000 crowns.", 1),
    ],
)
def test_an_amount_that_an_article_does_not_know(known, strangers):
    assert unknown_names("why did she give them 200,000 crowns?", known) == strangers


def test_an_amount_may_be_written_in_words():
    assert unknown_names("who lost 45 boats and 13 lamps?", "Thirteen lamps and forty-five boats were lost.") == 0
    assert unknown_names("who lost 45 boats and 14 lamps?", "Thirteen lamps and forty boats were lost.") == 2
    assert unknown_names("who sold it for 2 million?", "It was sold for two million crowns.") == 0
