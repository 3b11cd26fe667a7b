import pytest

from bot.followup import Turn, made_whole
from bot.name_runs import names_in


def test_he_is_who_spoke_where_the_question_names_nobody():
    before = Turn("who fears a fait accompli?", "Samuel Charap")
    assert made_whole("what does he say about guarantees?", before) == "what does Samuel Charap say about guarantees?"
    assert made_whole("what does he want?", Turn("who is there?", None)) == "what does he want?"


SUCCESSOR = Turn("who is Marrow's successor?", None, answered=("Piet Alder", "Brae"), names=("Piet Alder",))


@pytest.mark.parametrize(
    ("before", "question", "whole"),
    [
        (SUCCESSOR, "what did he say about the toll?", "what did Piet Alder say about the toll?"),
        (
            Turn("who succeeded Ilse Marrow?", None, answered=("Piet Alder",)),
            "and what did he promise?",
            "what did Piet Alder promise?",
        ),
        (
            Turn("who criticized the toll?", "Davor Kest", answered=("Ilse Marrow",)),
            "when did he say so?",
            "when did Davor Kest say so?",
        ),
        (Turn("Who is Davor Kest?", None, answered=("Piet Alder",)), "Is he ill?", "Is Davor Kest ill?"),
        (
            Turn("did Ilse Marrow meet Davor Kest?", None, men=("Kest",)),
            "Why did she resign?",
            "Why did Ilse Marrow resign?",
        ),
        (
            Turn("did Davor Kest meet Ilse Marrow?", None, women=("Marrow",)),
            "and what did he want?",
            "what did Davor Kest want?",
        ),
        (
            Turn("what did Kest's deputy say?", "Anna Brook", women=("Brook",)),
            "and what does she want?",
            "what does Anna Brook want?",
        ),
        (Turn("what does the ministry say?", None), "does he believe it?", "does he believe it?"),
    ],
)
def test_he_and_she_are_who_answered_and_of_their_gender(before, question, whole):
    assert made_whole(question, before) == whole


@pytest.mark.parametrize(
    ("before", "question", "whole"),
    [
        (
            Turn("What did Helga Marrow say about Orrin Pell?", "Helga Marrow"),
            "When did she resign?",
            "When did Helga Marrow resign?",
        ),
        (
            Turn("What did Helga Marrow say about Orrin Pell?", "Helga Marrow"),
            "When did he resign?",
            "When did Orrin Pell resign?",
        ),
        (
            Turn("What did Marrow say about Orrin Pell?", None, women=("Marrow",), names=("Helga Marrow",)),
            "When did she resign?",
            "When did Helga Marrow resign?",
        ),
        (
            Turn("How much did Ilse Marrow pay the boat builders?", None),
            "When did they go home?",
            "When did the boat builders go home?",
        ),
        (
            Turn("How much did Ilse Marrow pay the shipyard?", None),
            "When did they go home?",
            "When did Ilse Marrow go home?",
        ),
    ],
)
def test_of_two_in_one_question_the_pronoun_is_whom_it_fits(before, question, whole):
    assert made_whole(question, before) == whole


def test_a_quotation_within_a_quote_begins_as_a_sentence_does():
    assert list(names_in("They asked, 'Is Orrin Pell ill?'")) == ["Orrin Pell"]
    assert list(names_in("It stood in the “Gazette”")) == ["Gazette"]
