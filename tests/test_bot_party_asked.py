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


@pytest.mark.parametrize(
    ("question", "party"),
    [
        ("How come Reth praised the lock?", "Reth"),
        ("What did the man with the bakery shout at the hearing?", "the man with the bakery"),
        ("Whom does the engineer hold responsible?", "the engineer"),
        ("What is Reth advising?", "Reth"),
        ("Was the prosecutor satisfied with the sentence?", "the prosecutor"),
        ("What was the reaction of the families to it?", "the families"),
        ("What made Ada Lund say no?", None),
        ("What is the blogger's own view of the strike?", None),
        ("Which of the two ministers called it lunch?", None),
    ],
)
def test_who_is_asked_in_the_ways_people_ask(question, party):
    found = party_asked(question)
    assert (found and found.name) == party
