import pytest

from corpus.article import SpeechKind
from corpus.read import read_post
from corpus.second_hand import teller_of

BEFORE = "Davor Kest, the League’s envoy, and Ilse Marrow, the minister for shipping, met in Brae on Monday."


def said(sentence):
    """What is said in *sentence*: directly or not, by whom, and by whom that is told."""
    speech = read_post(f"{BEFORE}\n\n{sentence}\n".encode(), name="post").article.speech
    return {
        (item.kind is SpeechKind.DIRECT, item.speaker, teller.speaker if (teller := teller_of(speech, item)) else None)
        for item in speech
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The Courier quoted Kest, who had sailed in at noon, as saying “no lamp will burn in this strait.”",
            {(True, "Davor Kest", "the Courier"), (False, "the Courier", None)},
        ),
        (
            "The Courier also cited Marrow as saying the strait was closed to all ships of the League.",
            {(False, "Ilse Marrow", "the Courier"), (False, "the Courier", None)},
        ),
        (
            "Marrow was quoted by the Courier as saying the strait was closed to all ships of the League.",
            {(False, "Ilse Marrow", None)},
        ),
        ("“No lamp will burn in this strait,” the Courier quoted Kest as saying.", {(True, "Davor Kest", None)}),
    ],
)
def test_the_words_are_of_whom_a_paper_quotes(sentence, expected):
    assert said(sentence) == expected


def test_it_is_the_paper_of_the_sentence_before_that_quotes():
    before = "Fishermen said that the lamps had been dark. The Courier said on Sunday that the strait was open."
    found = said(f"{before} It cited Kest as saying the lamps had burned all night.")
    assert (False, "Davor Kest", "the Courier") in found
