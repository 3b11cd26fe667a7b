"""Whose answers an interview prints."""

import pytest
from conftest import direct

LEAD = "The chief of the brewery, Ada Ferrar, received us in the copper room."
ASKED = "Q. Ms. Ferrar, will you close it?"
ANSWERS = "A. “Glass got expensive. I pay more.”\nQ. Will there be layoffs?\nA. “In the offices, yes we do.”"


def names(text):
    return [item.speaker for item in direct(text)]


def test_answers_are_whose_name_the_questions_have():
    assert names(f"{LEAD}\n{ASKED}\n{ANSWERS}") == ["Ada Ferrar", "Ada Ferrar"]


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD}\nQ. Will you close it?\n{ANSWERS}",
        f"{LEAD} The mayor, Otto Wynn, came too.\n{ASKED}\n{ANSWERS}\nQ. Mr. Wynn, what do you say?",
        f"We met in the copper room.\n{ASKED}\n{ANSWERS}",
    ],
)
def test_answers_are_nobodys_where_the_text_leaves_a_doubt(text):
    assert set(names(text)) == {None}
