import pytest

from corpus.quotation import quotations, with_marks
from corpus.read import read_post

BEFORE = "Davor Kest, the League’s envoy, and Ilse Marrow, the minister for shipping, met in Brae on Monday."


def inside(text):
    return [text[left + 1 : right - 1] for left, right in quotations(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("''We wait,'' he said. ''It is not far.''", ["We wait,", "It is not far."]),
        ("``We wait,'' he said. ``It is not far.''", ["We wait,", "It is not far."]),
        ("“We wait,’’ he said. ‘‘It is not far.’’", ["We wait,", "It is not far."]),
        ("“He said ‘no,’” she wrote. “The boats’ lamps burn.”", ["He said ‘no,’", "The boats’ lamps burn."]),
        ("''He said 'no,''' she wrote.", ["He said 'no,'"]),
        ("“We ''wait'' here,” he said (''aloud'').", ["We ''wait'' here,", "aloud"]),
        ("He is 6'2'' tall, and the boats' lamps don't burn.", []),
        ("The captains'' lamps, she said, ``burn.", []),
    ],
)
def test_two_apostrophes_or_backticks_are_marks(text, quoted):
    assert inside(text) == quoted


def test_the_whole_marks_stand_around_the_words():
    text = "``We wait,'' he said. “So do we.”"
    around = [text[slice(*with_marks(text, left + 1, right - 1))] for left, right in quotations(text, 0, len(text))]
    assert around == ["``We wait,''", "“So do we.”"]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("''He is winning,'' Mr. Kest said. ''He wants no lamps.''", ["He is winning,", "He wants no lamps."]),
        (
            "``We will pay for it,'' said Davor Kest. ``And we will wait.''",
            ["We will pay for it,", "And we will wait."],
        ),
        ("Mr. Kest called the toll ''a theft at sea.''", ["a theft at sea."]),
    ],
)
def test_words_in_doubled_marks_are_direct_speech_to_the_letter(sentence, said):
    article = read_post(f"{BEFORE} {sentence}\n".encode(), name="post").article
    direct = [item for item in article.speech if item.kind.value == "direct"]
    assert [article.slice(item.start, item.end) for item in direct] == said
    assert {item.speaker for item in direct} == {"Davor Kest"}


def test_marks_beyond_number_side_by_side_are_read():
    article = read_post(("“" * 2000 + " said Davor Kest.\n").encode(), name="post").article
    assert article.text.count("“") == 2000
