import pytest

from corpus.called import described_before, is_owned_by_one
from corpus.read import read_post


@pytest.mark.parametrize(
    ("source", "described"),
    [
        ("Mirren’s foreign minister, Lutz Ferran,", "Mirren’s foreign minister"),
        ("The group’s director, Lutz Ferran", "the group’s director"),
        ("Its envoy, Lutz Ferran,", "envoy"),
        ("Lutz Ferran", None),
    ],
)
def test_what_stands_before_a_name_and_a_comma_describes_who_bears_it(source, described):
    assert described_before(source, "Lutz Ferran") == described


@pytest.mark.parametrize(("words", "is_one"), [("Her insurer", True), ("Their lamp", False), ("The insurer", False)])
def test_somebodys_insurer_can_speak_and_a_lamp_cannot(words, is_one):
    assert is_owned_by_one(words) is is_one


def test_what_her_insurer_puts_a_damage_at_is_speech():
    text = "Edda Ronn asked for new cables. Her insurer puts the damage at half a million crowns.\n"
    *_, said = read_post(text.encode(), name="post").article.speech
    assert said.mention is not None
    assert (said.speaker, text[slice(*said.mention)]) == (None, "Her insurer")
