import pytest

from corpus.article import SpeechKind
from corpus.read import read_post
from corpus.second_hand import teller_of

BEFORE = "Davor Kest, the League’s envoy, and Ilse Marrow, the minister for shipping, met in Brae on Monday."
LIST = "1. A Title. Harlan, Mira. The Meridian Post. Sep 4, 2031."


def told(sentence):
    """Who says what in *sentence* of a press block, each with who tells it."""
    article = read_post(f"“{BEFORE} {sentence}” [1]\n\n{LIST}\n".encode(), name="post").article
    start = article.text.index(sentence)
    return [
        (item.kind, item.speaker, teller.speaker if (teller := teller_of(article.speech, item)) else None)
        for item in article.speech
        if item.start >= start
    ]


REPORTED, DIRECT = SpeechKind.INDIRECT, SpeechKind.DIRECT


@pytest.mark.parametrize(
    ("sentence", "speaker", "teller"),
    [
        ("Kest called it a toll with wings, according to two people who heard him.", "Davor Kest", "two people"),
        ("According to the Courier, Kest threatened to close the strait.", "Davor Kest", "the Courier"),
        ("Kest told the council that Marrow had promised a lamp.", "Ilse Marrow", "Davor Kest"),
        ("The Courier reported that Kest had called the toll a theft.", "Davor Kest", "the Courier"),
        ("Mr. Kest denied that he had promised a lamp, his lawyer, Orrin Pell, said.", "Davor Kest", "Orrin Pell"),
        ("The League wants a second lamp, its director, Anselm Roth, said.", "the League", "Anselm Roth"),
        ("Mr. Kest opposes any talks, according to his lawyers.", "Davor Kest", None),
        ("A spokesman for Mr. Kest said Mr. Kest wants the lamps back.", "Davor Kest", None),
    ],
)
def test_who_is_said_to_have_said_something_and_who_says_so_both_speak(sentence, speaker, teller):
    (outer, inner) = told(sentence)
    assert outer == (REPORTED, teller, None)
    assert inner == (REPORTED, speaker, teller)


@pytest.mark.parametrize(
    ("sentence", "teller"),
    [
        ("Davor Kest called the park “a toll with wings,” according to two people who heard him.", "two people"),
        ("Marrow said that Kest had called the toll “a theft at sea.”", "Ilse Marrow"),
        ("“Half is not nothing,” Kest told the council, according to two people who were there.", "two people"),
    ],
)
def test_words_in_marks_are_his_who_is_said_to_have_said_them(sentence, teller):
    found = told(sentence)
    assert (DIRECT, "Davor Kest", teller) in found
    assert (REPORTED, teller, None) in found


@pytest.mark.parametrize(
    "sentence",
    [
        "Marrow denied that Kest had called the toll a theft.",
        "Marrow alleged that Kest had threatened the pilots.",
        "Marrow said that Kest had never called the toll a theft.",
        "The Courier asked whether Kest had called the toll a theft.",
        "Kest wants the toll lifted, two officials said.",
        "Kest wants the toll lifted, the victims’ lawyers said.",
        "Marrow said Kest had promised “a lamp without any oil.”",
        "Marrow said that Kest’s widely criticized speech raised questions about the toll.",
        "Kest refused to use the new lamps, his lawyer said.",
        "Kest called Orrin Pell Tuesday night while “the boats were still out,” according to the Courier.",
        "Marrow said she had called the toll a theft.",
        "Nobody in the room said that Kest had called the toll a theft.",
        "The Courier falsely reported that Kest had called the toll a theft.",
        "Marrow said the lamps that Kest had promised would never burn.",
    ],
)
def test_what_is_denied_wanted_or_only_told_of_somebody_is_not_said_by_him(sentence):
    assert "Davor Kest" not in [speaker for _, speaker, _ in told(sentence)]
    assert {teller for _, _, teller in told(sentence)} == {None}


def test_what_is_said_of_the_speaker_is_no_second_hand():
    found = told("“We will pay for it,” said Kest, who leads the League, according to its website.")
    assert found == [(DIRECT, "Davor Kest", None)]


def test_words_of_somebody_without_a_name_are_not_those_of_the_paper_that_has_them():
    text = "“The branches have to wait for the storm,” the harbor minister said, according to Brae News."
    article = read_post(text.encode(), name="post").article
    assert [item.speaker for item in article.speech if item.kind.value == "direct"] == [None]
    assert [item.speaker for item in article.speech if item.kind.value == "indirect"] == ["Brae News"]
