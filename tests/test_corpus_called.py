import pytest
from conftest import speakers

from corpus.article import Post
from corpus.beside import described_beside
from corpus.called import called, is_owned_by_one
from corpus.people import People
from corpus.read import analyse, read_post


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("“We wait for the tide,” its envoy, Ilse Marrow, told the paper.", "envoy"),
        ("The company’s director, Ilse Marrow, said that the boats would wait.", "the company’s director"),
        ("Prime Minister Ilse Marrow of Varland said that the boats would wait.", "Prime Minister of Varland"),
        ("French President Ilse Marrow said that the boats would wait.", "French President"),
        ("President Ilse Marrow said that the boats would wait.", None),
        ("Ms. Ilse Marrow of Varland said that the boats would wait.", None),
        ("Prime Minister Ilse Marrow of New Varland said that the boats would wait.", "Prime Minister of New Varland"),
        ("“We wait for the tide,” said Ilse Marrow, a pilot from Brae.", "a pilot from Brae"),
        ("“We wait for the tide,” said Ilse Marrow, a partner at Kest & A. Pell.", None),
        ("Although Ilse Marrow, a pilot from Brae, said that the boats would wait.", "a pilot from Brae"),
        ("“We wait for the tide,” Ilse Marrow, the pilot in Brae said in a letter, as she had before.", None),
        ("In the harbor, Ilse Marrow said that the boats would wait.", None),
        ("Ilse Marrow, who speaks for the crews, said that the boats would wait.", "who speaks for the crews"),
        ("Ilse Marrow, who saw the boats, said that the boats would wait.", None),
    ],
)
def test_what_stands_before_a_name_describes_the_speaker(text, described):
    said = analyse(text, Post())[0].speech
    assert [(item.speaker, item.described_as) for item in said] == [("Ilse Marrow", described)]


def test_both_is_no_part_of_a_name():
    found = speakers("Both Varland and Ostrin have ruled out a higher toll.")
    assert [name for name, _ in found] == ["Varland and Ostrin"]


@pytest.mark.parametrize("before", ["What Ms.", "What Minister", "British Ms.", "Since President"])
def test_what_only_begins_the_sentence_or_is_polite_describes_nobody(before):
    said = analyse(f"{before} Marrow says that the toll is too high for the boats.", Post())[0].speech
    assert [(item.speaker, item.described_as) for item in said] == [("Marrow", None)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kest, Marrow and Pell all said that the boats would wait.", "Kest, Marrow and Pell"),
        ("Secretary of State Ilse Marrow said that the boats would wait.", "Ilse Marrow"),
        ("The Group of Seven said that the boats would wait.", "the Group of Seven"),
        ("The University of Brae said that the boats would wait.", "the University of Brae"),
        ("Two former officials said that the boats would wait.", "two former officials"),
        ("Critics like Mr. Pell say that the boats should wait.", "critics"),
        ("Members of the House of Boats said that the boats would wait.", "members of the House of Boats"),
        ("Guild leader and Deputy Mayor Ilse Marrow said that the boats would wait.", "Ilse Marrow"),
        ("As Congress said, the boats that lay there would have to wait.", "Congress"),
        ("Another pilot, Ilse Marrow of Fair Harbor, said that the boats would wait.", "Ilse Marrow"),
        ("It was led by Ilse Marrow, a pilot at Brae, who said “We wait for the tide.”", "Ilse Marrow"),
        ("Mr. Orrin Pell came. Pell, who saw it, said “I don’t know what it was. It came at once.”", "Orrin Pell"),
    ],
)
def test_a_speaker_is_called_by_the_whole_name_and_no_more(text, speaker):
    assert speaker in {name for name, _ in speakers(text)}


def test_a_capital_that_only_begins_the_sentence_names_nobody():
    found = speakers("The polls closed at nine. Polls say that the boats will have to wait for long.")
    assert [name for name, _ in found] in ([], [None])


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Varland’s own paper", "Varland"),
        ("The memorandum that Varland’s delegation handed over in Brae on June 2", "Varland"),
        ("a draft which Varland sent", "Varland"),
        ("the draft that Varland rejected", None),
    ],
)
def test_what_a_state_hands_over_is_said_by_the_state(source, name):
    assert called(source, People("")) == name


def test_when_somebody_spoke_is_no_part_of_the_name():
    assert called("the Harbor Office this week", People("")) == "the Harbor Office"


TEXT = "Davor Kest, the envoy, met Ilse Marrow, the minister, and Orrin Pell, a pilot. Mr. Kest said no."
PEOPLE = People(TEXT, ["Davor Kest", "Ilse Marrow", "Orrin Pell"])


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Kest, Marrow and the pilots whom they both pay", None),
        ("Kest to be the first envoy of the League", None),
        ("One captain inside Kest Tower", None),
        ("Orrin Pell, Pilot and captain", "Orrin Pell"),
        ("the envoy to Varland, Davor Kest", "Davor Kest"),
    ],
)
def test_one_of_several_or_what_is_left_of_a_clause_is_not_the_speaker(source, name):
    assert called(source, PEOPLE) == name


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
    assert described_beside(source, "Lutz Ferran") == described


@pytest.mark.parametrize(("words", "is_one"), [("Her insurer", True), ("Their lamp", False), ("The insurer", False)])
def test_somebodys_insurer_can_speak_and_a_lamp_cannot(words, is_one):
    assert is_owned_by_one(words) is is_one


def test_what_her_insurer_puts_a_damage_at_is_speech():
    text = "Edda Ronn asked for new cables. Her insurer puts the damage at half a million crowns.\n"
    *_, said = read_post(text.encode(), name="post").article.speech
    assert said.mention is not None
    assert (said.speaker, text[slice(*said.mention)]) == (None, "Her insurer")
