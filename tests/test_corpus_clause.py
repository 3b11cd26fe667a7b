import pytest

from corpus.article import SpeechKind
from corpus.read import read_post

BEFORE = "Davor Kest, the League’s envoy, and Ilse Marrow, the minister for shipping, met in Brae on Monday."


def quoted(sentence):
    """Who says what stands in quotation marks in *sentence*, in order."""
    speech = read_post(f"{BEFORE}\n\n{sentence}\n".encode(), name="post").article.speech
    return [item.speaker for item in speech if item.kind is SpeechKind.DIRECT]


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        (
            "Kest told us the lamps “were a great loss,” while Minister Marrow noted “rust, dirt and smoke” in June.",
            ["Davor Kest", "Ilse Marrow"],
        ),
        (
            "According to Kest, he said, “Well, the lamps…” and Marrow interrupted, saying, “But nothing burned.”",
            ["Davor Kest", "Ilse Marrow"],
        ),
        ("“Who owns the lamps?” Kest asked, to which Marrow replied, “The sea does.”", ["Davor Kest", "Ilse Marrow"]),
    ],
)
def test_the_words_are_of_whom_the_clause_right_before_them_names(sentence, speakers):
    assert quoted(sentence) == speakers


def test_what_goes_before_the_clause_stays_reported_as_it_was():
    sentence = "Kest told the Courier that the lamps were lost, while Minister Marrow noted their “rust and dirt.”"
    text = f"{BEFORE}\n\n{sentence}\n"
    speech = read_post(text.encode(), name="post").article.speech
    reported = [text[item.start : item.end] for item in speech if item.speaker == "Davor Kest"]
    assert reported == ["that the lamps were lost"]
