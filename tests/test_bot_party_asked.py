import pytest

from bot.party_asked import party_asked, subjects


def test_whom_a_question_asks_for_ends_before_what_he_was_doing():
    assert party_asked("What was Pavel Reth doing when the warning came?") is None
    assert party_asked("What was Pavel Reth saying when the warning came?").name == "Pavel Reth"


@pytest.mark.parametrize(
    ("question", "subject", "never"),
    [
        ("What share did Wanda Sol's Greens get?", "Wanda Sol's Greens", {"Wanda", "Wanda Sol's"}),
        ("Why did the pilots at Brae walk out?", "the pilots", {"the", "the pilots at"}),
        ("Will Reth send Varland's army?", "Reth", {"Reth send Varland's"}),
    ],
)
def test_no_subject_ends_within_the_name_of_its_owner_or_on_a_small_word(question, subject, never):
    found = list(subjects(question))

    assert subject in found
    assert not never & set(found)
