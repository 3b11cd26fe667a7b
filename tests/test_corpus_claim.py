import pytest

from corpus.read import read_post

BEFORE = "Davor Kest, the League’s envoy, and Ilse Marrow, the minister for shipping, met in Brae on Monday."


def reported(sentence):
    """Return who is said to say something in *sentence* without marks, with the words."""
    article = read_post(f"{BEFORE}\n\n{sentence}\n".encode(), name="post").article
    start = article.text.index(sentence)
    return {
        (item.speaker, article.slice(item.start, item.end))
        for item in article.speech
        if item.start >= start and item.kind.value == "indirect"
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "The council of Brae voted to extend the toll by fifteen days.",
        "Kest sought the nomination of the League as its first envoy.",
        "The Courier sought comment from the four companies named in the report.",
        "One policy that Kest seems to understand better than most envoys.",
        "“We are ready,” Kest said when asked whether the boats would sail on Sunday.",
        "Asked whether the boats would sail on Sunday, Kest smiled.",
        "Kest did not threaten to close the strait to the ships of Varland.",
        "Congress approved a budget with a quarter of the money for the lamps.",
    ],
)
def test_what_is_done_or_asked_of_somebody_is_not_what_he_says(sentence):
    assert reported(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Kest asked whether the boats of the League would sail on Sunday.", "Davor Kest"),
        ("Kest sought to explain that the lamps of the strait were his.", "Davor Kest"),
        ("Kest threatened to close the strait to the ships of Varland.", "Davor Kest"),
    ],
)
def test_what_looks_like_it_and_is_said_stays(sentence, speaker):
    assert speaker in {who for who, _ in reported(sentence)}


def test_the_town_before_news_of_it_says_nothing():
    sentence = (
        "Skerrow: A proposal from a group of members to ban mandatory lamps on small boats will go to the voters."
    )
    article = read_post(f"{BEFORE}\n\nNorth Varland\n\n{sentence}\n".encode(), name="post").article
    assert "Skerrow" not in {item.speaker for item in article.speech}
