"""Whom "the judge" means."""

import pytest
from conftest import direct

JUDGE = "Judge Ada Lund read out the verdict on Monday."
SAID = "“The bridge was never safe,” the judge said."


def test_the_judge_is_the_only_judge_named_before():
    assert [(item.speaker, item.described_as) for item in direct(f"{JUDGE} {SAID}")] == [("Ada Lund", "the judge")]
    text = f"The mayor of Brae, Ada Lund, came on Monday. {SAID.replace('judge', 'mayor')}"
    assert [item.speaker for item in direct(text)] == ["Ada Lund"]


@pytest.mark.parametrize(
    "text",
    [
        f"{JUDGE} Judge Otto Pell sat beside her. {SAID}",
        f"{JUDGE} Another judge sat beside her. {SAID}",
        f"{JUDGE} Three judges sat beside her. {SAID}",
        f"{SAID} {JUDGE}",
        f"The president of the college, Ada Lund, came on Monday. {SAID.replace('judge', 'president')}",
    ],
)
def test_the_judge_is_nobody_where_another_may_be_meant(text):
    assert [item.speaker for item in direct(text)] == [None]


def test_who_says_so_himself_is_named():
    text = "The mayor of Brae, Otto Lund, was angry. “There will be no appeal,” Lund himself said."
    assert [item.speaker for item in direct(text)] == ["Otto Lund"]


def test_a_body_whose_name_ends_as_an_owner_does_keeps_its_ending():
    text = "“It is a copy and never was anything else,” said Tarnaby’s."
    assert [item.speaker for item in direct(text)] == ["Tarnaby’s"]


def test_a_club_is_not_he():
    text = (
        "“We are sorry to lose him,” Halvik Rovers said. Rovers will replace him with the keeper, Nils Odgard, who is "
        "37. He was asked whether he felt ready. “I have been ready since 2024,” he said."
    )
    assert direct(text)[-1].speaker == "Nils Odgard"


@pytest.mark.parametrize(
    ("named", "epithet"),
    [
        ("Gov. Otto Lund came on Monday.", "the governor"),
        ("Gov. Otto Lund came on Monday.", "the Democratic governor"),
        ("Sen. Otto Lund came on Monday.", "the senator"),
        ("Sheriff Otto Lund came on Monday.", "the sheriff"),
        ("Otto Lund, the prime minister of Varland, came on Monday.", "the prime minister"),
    ],
)
def test_a_short_title_or_one_of_two_words_tells_who_is_meant(named, epithet):
    said = f"“The bridge was never safe,” {epithet} said on Monday."
    assert [item.speaker for item in direct(f"{named} {said}")] == ["Otto Lund"]
    other = named.replace("Otto Lund", "Ada Kest")
    assert [item.speaker for item in direct(f"{named} {other} {said}")] == [None]
