"""What "them" and "it" mean where the question before asked for words on something, or whether something is so."""

import pytest

from bot.followup import Turn, made_whole


@pytest.mark.parametrize(
    ("asked", "question", "whole"),
    [
        (
            "What did the keepers say about the lamps?",
            "How many of them are broken?",
            "How many of the lamps are broken?",
        ),
        ("What did the keepers say about the lamps?", "What did they want?", "What did the keepers want?"),
        ("Is quinine safe?", "What does it cost?", "What does quinine cost?"),
        ("Did the strike succeed?", "When did it end?", "When did the strike end?"),
        ("Is it true?", "When did it end?", "When did it end?"),
    ],
)
def test_of_them_are_things_spoken_about_and_it_is_what_may_be_so(asked, question, whole):
    assert made_whole(question, Turn(asked, None)) == whole


def test_it_is_still_known_two_questions_later():
    assert (
        made_whole("and what will it cost?", Turn("Who sells it?", None, ("Is quinine safe?",)))
        == "what will quinine cost?"
    )
