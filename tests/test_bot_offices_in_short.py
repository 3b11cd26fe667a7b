"""Offices in short and in full are the same office."""

import pytest

from bot.offices_in_short import written
from bot.party import Party


@pytest.mark.parametrize(
    ("called", "forms"),
    [
        ("the CEO of Orlo", ("the CEO of Orlo", "the chief executive of Orlo")),
        ("the chief executive officer of Orlo", ("the chief executive officer of Orlo", "the CEO of Orlo")),
        ("the prime minister", ("the prime minister", "the PM")),
        ("the pm", ("the pm", "the prime minister")),
        ("the keeper", ("the keeper",)),
    ],
)
def test_how_an_office_may_be_written(called, forms):
    assert set(written(called)) >= set(forms)
    assert written(called)[0] == called


@pytest.mark.parametrize(
    ("called", "described_as"),
    [
        ("the CEO of Orlo", "Orlo’s chief executive"),
        ("Orlo's chief executive", "CEO of Orlo"),
        ("the PM of Varland", "Varland’s prime minister"),
    ],
)
def test_whoever_bears_it_speaks_as_that(called, described_as):
    assert Party(called).speaks_as("Edda Ronn", described_as, "")


def test_a_chief_engineer_is_no_chief_executive():
    assert not Party("the CEO of Orlo").speaks_as("Edda Ronn", "Orlo’s chief engineer", "")
