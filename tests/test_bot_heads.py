"""The head of a body under any of the titles that it may give its head."""

import pytest

from bot.party import Party


@pytest.mark.parametrize(
    ("called", "described_as", "is_head"),
    [
        ("the head of the Lamp Society", "the Lamp Society’s national president", True),
        ("the Lamp Society’s boss", "chief executive of the Lamp Society", True),
        ("the leader of the Lamp Society", "Lamp Society chairwoman", True),
        ("the head of the Lamp Society", "the Lamp Society’s vice president", False),
        ("the head of the Lamp Society", "the Lamp Society Finance Committee chair", False),
        ("the head of the Lamp Society", "president of the Oil Society", False),
        ("the head of the Lamp Society", "the Lamp Society’s keeper", False),
        ("the head of the Lamp Society", None, False),
        ("the keeper of the Lamp Society", "the Lamp Society’s president", False),
    ],
)
def test_who_is_at_the_head_of_a_body(called, described_as, is_head):
    assert Party(called).speaks_as("Davor Kest", described_as, "") is is_head


@pytest.mark.parametrize(
    ("called", "around", "is_leader"),
    [
        ("the leader of the Lamp Society", "Davor Kest, a baker who led the Lamp Society, said no.", True),
        ("the head of the lamp society", "Davor Kest, who heads the Lamp Society, said no.", True),
        ("the leader of the Lamp Society", "Davor Kest thanked Edda Ronn, who led the Lamp Society.", False),
        ("the leader of the Oil Society", "Davor Kest, a baker who led the Lamp Society, said no.", False),
        ("the keeper of the Lamp Society", "Davor Kest, a baker who led the Lamp Society, said no.", False),
    ],
)
def test_who_leads_a_body_is_its_leader(called, around, is_leader):
    assert Party(called).speaks_as("Davor Kest", None, around) is is_leader
