import pytest
from conftest import speakers

from corpus.read import read_post
from corpus.tagger import Tagged


@pytest.mark.parametrize(
    "unsaid",
    [
        "forgets to say",
        "failed to mention",
        "did not say",
        "didn’t really say",
        "never said",
        "ignores",
        "will say",
        "may well have said",
        "might not admit",
    ],
)
def test_what_somebody_did_not_say_or_not_yet_is_not_their_words(unsaid):
    claim = "that Varland collects light dues in all of its ports."
    assert speakers(f"Ms. Marrow {unsaid} {claim}") == []
    assert [name for name, _ in speakers(f"Ms. Marrow said {claim}")] == ["Marrow"]


def test_not_to_deny_is_to_say_something():
    found = speakers("Ms. Marrow did not deny that Varland collects light dues in its ports.")
    assert [speaker for speaker, _ in found] == ["Marrow"]


@pytest.mark.parametrize(
    "act",
    [
        "Parliament passed a second law that will keep all the boats in the harbor.",
        "Marrow signed a law on April 2 that lowered the toll for all the boats.",
        "The Ostrin League filed its complaint against the toll with the Court of the Seas.",
        "Ms. Marrow said nothing about the boats that lay in the harbor.",
        "The Harbor Office declined to comment on this story about the boats.",
    ],
)
def test_what_somebody_does_is_not_their_words(act):
    assert speakers(act) == []


def test_a_claim_stands_in_a_sentence_with_its_source(monkeypatch):
    text = "The boats lay in the harbor, according to the Harbor Office. They had left it at night for the open sea."

    class Reads:
        def tag(self, *_):
            parts = {"cue": "according to", "source": "the Harbor Office", "content": "They had left it at night"}
            return [Tagged(text.index(words), text.index(words) + len(words), role) for role, words in parts.items()]

    monkeypatch.setattr("corpus.speech.load_tagger", Reads)
    assert speakers(text) == []


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


def test_what_is_not_authorized_is_not_said():
    text = "The Varland government has not authorized the use of foreign lamps in the towers of the old harbor."
    assert not speakers(text)
