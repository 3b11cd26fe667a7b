import pytest

from corpus.article import Post, SpeechKind, Voice
from corpus.attribution import attributions
from corpus.called import called
from corpus.people import People
from corpus.read import analyse
from corpus.tagger import Tagged, _in_whole_words


def speakers(text):
    article, _ = analyse(text, Post())
    return [(speech.speaker, article.slice(speech.start, speech.end)) for speech in article.speech]


def direct(text):
    return [item for item in analyse(text, Post())[0].speech if item.kind is SpeechKind.DIRECT]


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


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("“We wait for the tide,” its envoy, Ilse Marrow, told the paper.", "envoy"),
        ("The company’s director, Ilse Marrow, said that the boats would wait.", "the company’s director"),
        ("Prime Minister Ilse Marrow of Varland said that the boats would wait.", "Prime Minister of Varland"),
        ("French President Ilse Marrow said that the boats would wait.", "French President"),
        ("President Ilse Marrow said that the boats would wait.", None),
        ("Ms. Ilse Marrow of Varland said that the boats would wait.", None),
        ("Prime Minister Ilse Marrow of New Varland said that the boats would wait.", "Prime Minister of New Varland"),
        ("“We wait for the tide,” said Ilse Marrow, a pilot from Brae.", "a pilot from Brae"),
        ("“We wait for the tide,” said Ilse Marrow, a partner at Kest & A. Pell.", None),
        ("Although Ilse Marrow, a pilot from Brae, said that the boats would wait.", "a pilot from Brae"),
        ("“We wait for the tide,” Ilse Marrow, the pilot in Brae said in a letter, as she had before.", None),
        ("In the harbor, Ilse Marrow said that the boats would wait.", None),
        ("Ilse Marrow, who speaks for the crews, said that the boats would wait.", "who speaks for the crews"),
        ("Ilse Marrow, who saw the boats, said that the boats would wait.", None),
    ],
)
def test_what_stands_before_a_name_describes_the_speaker(text, described):
    said = analyse(text, Post())[0].speech
    assert [(item.speaker, item.described_as) for item in said] == [("Ilse Marrow", described)]


def test_both_is_no_part_of_a_name():
    found = speakers("Both Varland and Ostrin have ruled out a higher toll.")
    assert [name for name, _ in found] == ["Varland and Ostrin"]


@pytest.mark.parametrize("before", ["What Ms.", "What Minister", "British Ms.", "Since President"])
def test_what_only_begins_the_sentence_or_is_polite_describes_nobody(before):
    said = analyse(f"{before} Marrow says that the toll is too high for the boats.", Post())[0].speech
    assert [(item.speaker, item.described_as) for item in said] == [("Marrow", None)]


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


def test_a_line_of_verse_is_no_heading():
    article, _ = analyse(
        f"“The harbor sleeps,\nthe lamp is low,\nand he who keeps\nthe light must go.” [1]{LIST}", Post()
    )
    assert [block.voice for block in article.blocks] == [Voice.PRESS, Voice.REFERENCE]


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
    ("text", "speaker"),
    [
        ("Kest, Marrow and Pell all said that the boats would wait.", "Kest, Marrow and Pell"),
        ("Secretary of State Ilse Marrow said that the boats would wait.", "Ilse Marrow"),
        ("The Group of Seven said that the boats would wait.", "the Group of Seven"),
        ("The University of Brae said that the boats would wait.", "the University of Brae"),
        ("Two former officials said that the boats would wait.", "two former officials"),
        ("Critics like Mr. Pell say that the boats should wait.", "critics"),
        ("Members of the House of Boats said that the boats would wait.", "members of the House of Boats"),
        ("Guild leader and Deputy Mayor Ilse Marrow said that the boats would wait.", "Ilse Marrow"),
        ("As Congress said, the boats that lay there would have to wait.", "Congress"),
        ("Another pilot, Ilse Marrow of Fair Harbor, said that the boats would wait.", "Ilse Marrow"),
        ("It was led by Ilse Marrow, a pilot at Brae, who said “We wait for the tide.”", "Ilse Marrow"),
        ("Mr. Orrin Pell came. Pell, who saw it, said “I don’t know what it was. It came at once.”", "Orrin Pell"),
    ],
)
def test_a_speaker_is_called_by_the_whole_name_and_no_more(text, speaker):
    assert speaker in {name for name, _ in speakers(text)}


def test_a_capital_that_only_begins_the_sentence_names_nobody():
    found = speakers("The polls closed at nine. Polls say that the boats will have to wait for long.")
    assert [name for name, _ in found] in ([], [None])


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


@pytest.mark.parametrize(
    "title", ["a song called “Calm Is the Sea,”", "a film titled “The Last Tide.”", "the slogan “Free the Strait!”"]
)
def test_titles_of_works_are_nobodys_words(title):
    assert direct(f"Orrin Pell said that he had heard of {title} and went home.") == []


def test_a_woman_is_not_he():
    text = "Mary Pell said that the boats would wait for the tide. “It comes at nine,” {} said."
    assert [item.speaker for item in direct(text.format("she"))] == ["Mary Pell"]
    assert [item.speaker for item in direct(text.format("he"))] == [None]


def test_after_a_speaker_whom_the_text_does_not_introduce_a_pronoun_is_nobodys():
    text = (
        "Mr. Orrin Pell said that the boats would wait for the tide. Quill noted that the harbor was full of them. "
        "“It comes at nine,” he said."
    )
    assert [item.speaker for item in direct(text)] == [None]


def test_who_alone_speaks_in_a_sentence_goes_on_speaking():
    text = (
        "Peter Pell came. “We wait for the tide,” Pell told Ilm Arden in an interview with QRA TODAY.\n"
        "“It comes at nine,” he said, and left."
    )
    assert [item.speaker for item in direct(text)] == ["Peter Pell", "Peter Pell"]


def test_a_quotation_that_stands_alone_may_be_anybodys():
    said = "“We wait for the tide,” Orrin Pell told reporters."
    assert [item.speaker for item in direct(f"{said}\n“It comes at nine, as ever.”")] == ["Orrin Pell", None]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Varland’s own paper", "Varland"),
        ("The memorandum that Varland’s delegation handed over in Brae on June 2", "Varland"),
        ("a draft which Varland sent", "Varland"),
        ("the draft that Varland rejected", None),
    ],
)
def test_what_a_state_hands_over_is_said_by_the_state(source, name):
    assert called(source, People("")) == name


def test_when_somebody_spoke_is_no_part_of_the_name():
    assert called("the Harbor Office this week", People("")) == "the Harbor Office"


def test_a_span_ends_with_its_word_or_where_the_next_begins():
    spans = [Tagged("source", 0, 2), Tagged("cue", 5, 7), Tagged("content", 7, 9)]
    assert _in_whole_words("Pell said", spans) == [Tagged("source", 0, 4), *spans[1:]]


def test_words_between_a_source_and_a_cue_may_be_another_cues():
    parts = {"source": "Pell", "cue": "signed", "content": "the act"}
    text = "Pell signed the act, outlawing boats."
    tagged = [Tagged(role, text.index(words), text.index(words) + len(words)) for role, words in parts.items()]
    (found,) = attributions(text, [*tagged, Tagged("cue", 21, 30)], [(0, len(text))])
    assert text[slice(*found.cue)] == "signed"


def test_a_title_that_nobody_says_is_no_speech():
    assert direct("They have two hits, “Calm Is the Sea,” and “The Last Tide of All.”") == []
