import pytest
from conftest import direct, speakers

from corpus.article import Post, SpeechKind
from corpus.read import analyse


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


def test_terms_in_marks_are_no_speech():
    assert direct("They call it the “lamp tax” in the port.") == []
    assert direct("The paper names its “neutral” status, Ilse Marrow said.") == []


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "The talks went on. Ilse Marrow said on Monday that the toll would stay for another year.",
            "Ilse Marrow",
            "that the toll would stay for another year",
        ),
        (
            "Ilse Marrow opened the talks. Ms. Marrow said that the toll would stay for another year.",
            "Ilse Marrow",
            "that the toll would stay for another year",
        ),
        ("The Kremlin wants Ukraine to stay outside the alliance for good.", "the Kremlin", "Ukraine to stay outside"),
        ("Analysts say that the toll will not last for another winter.", "analysts", "that the toll will not last"),
    ],
)
def test_indirect_speech_has_its_speaker(text, speaker, words):
    article, _ = analyse(text, Post())
    assert any(
        item.kind is SpeechKind.INDIRECT
        and item.speaker == speaker
        and article.slice(item.start, item.end).startswith(words)
        for item in article.speech
    )


@pytest.mark.parametrize(
    "text",
    [
        "Q: Who pays for the lamp? A: Whoever passes under it, and nobody else at all.",
        "Roses grow,\nand ships go by,\nand nobody asks why.",
        "“One “two “three” two” one",
        "“" + "The tide comes in and goes out again. " * 400 + "”",
        "„Mes laukiame potvynio“, – sakė ministrė Ilzė Marou per spaudos konferenciją Braėje pirmadienį.",
        "Ilse Marrow\n“We wait for the tide.”",
    ],
)
def test_where_nobody_is_named_nobody_is_guessed(text):
    assert {name for name, _ in speakers(text)} <= {None}


def test_a_text_of_characters_that_the_tagger_does_not_know_has_no_speech():
    assert speakers("\U000fbeec") == []


LIST = "\n\n1. A Title. Harlan, Mira. The Meridian Post. Sep 4, 2031.\n"


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Q: Do you fear the toll?\nA: I fear nothing that has a receipt.\nQ: And Ms. Marrow?\nA: She has more.", []),
        ("Two captains met.\n“You are late.”\n“The lock was shut.”\n“It always is.”\nThen they walked on.", []),
        ("The harbor sleeps,\nthe lamp is low,\nand he who keeps\nthe light must go.", []),
        ("Piet Alder said, “The lock is closed. He left.\nHanne Solberg stayed and counted the boats.", []),
        ("Piet Alder\n“I will not sign it,” was all that was heard.", []),
        ("Piet Alder sagte am Montag: „Die Schleuse bleibt zu.“ Danach ging er.", []),
        ("Piet Alder said, “" + "We waited and the lock stayed closed. " * 400 + "” Then he left.", ["Piet Alder"]),
    ],
)
def test_odd_forms_are_read_and_nobody_is_guessed(words, named):
    assert [who for who, _ in speakers(f"“{words}” [1]{LIST}") if who] == named


def test_dialogue_without_cues_is_speech_of_nobody():
    words = "Two captains met.\n“You are late.”\n“The lock was shut.”\n“It always is.”\nThen they walked on."
    said = ["You are late.", "The lock was shut.", "It always is."]
    assert speakers(f"“{words}” [1]{LIST}") == [(None, line) for line in said]


def test_speech_three_deep_is_nobodys_but_the_outer_ones():
    words = "Piet Alder said: ‘Hanne Solberg told me, “Davor Kest said, ‘never again,’ and left,” and I believed her.’"
    found = speakers(f"“{words} Nobody answered.” [1]{LIST}")
    assert (None, "Davor Kest said, ‘never again,’ and left,") in found
    assert {who for who, _ in found} <= {"Piet Alder", None}


@pytest.mark.parametrize(
    "title", ["a song called “Calm Is the Sea,”", "a film titled “The Last Tide.”", "the slogan “Free the Strait!”"]
)
def test_titles_of_works_are_nobodys_words(title):
    assert direct(f"Orrin Pell said that he had heard of {title} and went home.") == []


def test_a_quotation_that_stands_alone_may_be_anybodys():
    said = "“We wait for the tide,” Orrin Pell told reporters."
    assert [item.speaker for item in direct(f"{said}\n“It comes at nine, as ever.”")] == ["Orrin Pell", None]


def test_a_title_that_nobody_says_is_no_speech():
    assert direct("They have two hits, “Calm Is the Sea,” and “The Last Tide of All.”") == []
