import pytest

from corpus.addressee import without_addressee
from corpus.read import read_post


def without(sentence, cue):
    """What is left of all that follows *cue* in *sentence*."""
    start = sentence.index(cue)
    end = start + len(cue)
    return sentence[slice(*without_addressee(sentence, (start, end), (end + 1, len(sentence))))]


@pytest.mark.parametrize(
    ("sentence", "cue", "left"),
    [
        ("Kest told the Ostrin Gazette that lamps are dear", "told", "that lamps are dear"),
        ("Kest told me at the end of the day that lamps are dear", "told", "that lamps are dear"),
        ("Kest warned skippers on Monday that lamps are dear", "warned", "that lamps are dear"),
        ("Kest told skippers he believes that lamps are dear", "told", "skippers he believes that lamps are dear"),
        ("Kest told us something that has stuck with me", "told", "us something that has stuck with me"),
        ("Kest told the Courier he would leave", "told", "the Courier he would leave"),
        ("Kest told CNN he would leave", "told", "he would leave"),
        ("Kest told Brae Radio the lamps were out", "told", "the lamps were out"),
        ("Kest told reporters his team would stop", "told", "his team would stop"),
        ("Kest told Brae fishermen they would pay", "told", "Brae fishermen they would pay"),
        ("Kest warned of a storm that nobody expects", "warned", "of a storm that nobody expects"),
        ("Kest promised lamps that would burn", "promised", "lamps that would burn"),
        ("Kest found the lamp that nobody missed", "found", "the lamp that nobody missed"),
    ],
)
def test_to_whom_something_is_told_is_no_part_of_what_is_told(sentence, cue, left):
    assert without(sentence, cue) == left


def test_reported_speech_begins_behind_its_addressee():
    sentence = (
        "Davor Kest, the envoy, told the Ostrin Gazette on Monday that no lamp would burn in the strait this winter."
    )
    article = read_post(sentence.encode(), name="post").article
    assert [sentence[item.start : item.end] for item in article.speech] == [
        "that no lamp would burn in the strait this winter"
    ]
