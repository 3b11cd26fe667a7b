"""Whom a surname means alone."""

from corpus.people import People

NAMED_FIRST = "Minister Otto Pell spoke. Pell left."


def test_a_surname_is_nobodys_in_particular_where_another_than_the_first_bearer_is_named_more():
    others = " The dancer Rosa Pell came. Rosa Pell danced."
    assert People(NAMED_FIRST + others).full("Pell") == "Pell"
    assert People(NAMED_FIRST + others + " Rosa Pell sang." * 3).full("Pell") == "Rosa Pell"
