import pytest
from conftest import speakers

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
