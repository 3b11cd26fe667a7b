import pytest

from corpus.article import Post
from corpus.read import analyse


def speakers(text):
    article, _ = analyse(text, Post())
    return [(speech.speaker, article.slice(speech.start, speech.end)) for speech in article.speech]


@pytest.mark.parametrize(
    "text",
    [
        "“We wait for the tide,” said Ilse Marrow, the minister.",
        "“We wait for the tide,” Ilse Marrow said.",
        "Ilse Marrow said on Monday: “We wait for the tide.”",
        "Ilse Marrow, the minister, spoke first. “We wait for the tide,” Ms. Marrow said.",
        "Ilse Marrow said nothing at first. “We wait for the tide,” she said later.",
        "“We wait for the tide,” its envoy, Ilse Marrow, told the paper.",
    ],
)
def test_a_speaker_beside_the_words(text):
    assert [name for name, words in speakers(text) if words.startswith("We wait")] == ["Ilse Marrow"]


def test_a_quotation_that_goes_on_keeps_its_speaker():
    found = speakers("“We wait for the tide,” said Ilse Marrow. “It comes at nine.”")
    assert found == [("Ilse Marrow", "We wait for the tide,"), ("Ilse Marrow", "It comes at nine.")]


def test_another_sentence_between_ends_it():
    found = speakers("“We wait for the tide,” said Ilse Marrow. Davor Kest closed his speech: “The sea has no owner.”")
    assert found[1][0] != "Ilse Marrow"


def test_a_pronoun_between_two_people_is_nobody():
    found = speakers("Ilse Marrow said nothing. Davor Kest met Ilse Marrow. “We wait for the tide,” he said.")
    assert found[-1][0] in {None, "Davor Kest"}


def test_nobody_is_guessed():
    assert (
        speakers("A retired officer was less calm. “One nervous helmsman is enough,” the officer said.")[0][0] is None
    )


def test_terms_in_marks_are_no_speech():
    assert speakers("They call it the “lamp tax” in the port.") == []
