import pytest

from corpus.read import read_post

BEFORE = "Ilse Marrow, the minister for shipping, met the captains on Tuesday."
LIST = "1. A Title. Harlan, Mira. The Meridian Post. Sep 4, 2031."


def said(sentence):
    """Who says what in *sentence* of a press block."""
    article = read_post(f"“{BEFORE} {sentence}” [1]\n\n{LIST}\n".encode(), name="post").article
    start = article.text.index(sentence)
    return [(item.speaker, article.slice(item.start, item.end)) for item in article.speech if item.start >= start]


@pytest.mark.parametrize(
    ("sentence", "speaker", "words"),
    [
        ("Ms. Marrow demanded the return of two ships.", "Ilse Marrow", "the return of two ships"),
        ("Ms. Marrow called the toll a mistake.", "Ilse Marrow", "the toll a mistake"),
        (
            "Since the strike began, Ms. Marrow has continued to frame it, among other things, as a fight for jobs.",
            "Ilse Marrow",
            "it, among other things, as a fight",
        ),
        ("Ms. Marrow portrayed the crews as pirates.", "Ilse Marrow", "the crews as pirates"),
        (
            "Varland’s ministry of schools called the decision void.",
            "Varland’s ministry of schools",
            "the decision void",
        ),
        ("The crews demand 200 crowns more a month.", "the crews", "200 crowns more a month"),
        ("Ms. Marrow has ruled out a second vote on the toll.", "Ilse Marrow", "a second vote on the toll"),
        ("She denied taking the money of the port.", "Ilse Marrow", "taking the money of the port"),
        ("In Ms. Marrow’s view, the lock is safe.", "Ilse Marrow", "the lock is safe"),
        ("The lock was described by Ms. Marrow as a ruin.", "Ilse Marrow", "The lock was described"),
        (
            "One of the League’s conditions, which was stated in June, is a cap on the number of patrol boats.",
            "the League",
            "a cap on the number of patrol boats",
        ),
        (
            "Varland’s most often heard demand for ending the strike is a guarantee that nobody will be dismissed.",
            "Varland",
            "a guarantee that nobody will be dismissed",
        ),
    ],
)
def test_what_is_said_without_a_that(sentence, speaker, words):
    found = said(sentence)
    assert {who for who, _ in found} == {speaker}
    assert found[0][1].startswith(words)


@pytest.mark.parametrize(
    "sentence",
    [
        "Varland’s demand is absurd.",
        "Ms. Marrow opened the new lock in Brae.",
        "The storm demanded nine lives.",
        "Kest called Ms. Marrow.",
        "Ms. Marrow framed the picture of the lock.",
    ],
)
def test_what_nobody_says(sentence):
    assert said(sentence) == []


def test_an_owner_is_called_without_the_mark():
    assert {who for who, _ in said("Varland’s answer was that nobody had asked the pilots.")} == {"Varland"}


def test_the_author_of_a_post_lends_no_words_to_others_by_these_rules():
    text = f"“{BEFORE}” [1]\n\nMs. Marrow demanded a bridge.\n\n{LIST}\n"
    assert read_post(text.encode(), name="post").article.speech == ()


def test_a_clause_about_the_words_is_nobodys_words():
    found = said(
        "“Half is not nothing,” Ms. Marrow said, in the words with which her rival had offered a cheaper toll."
    )
    assert found == [("Ilse Marrow", "Half is not nothing,")]


def test_who_he_or_she_is_where_a_name_opens_the_sentence_before():
    article = read_post(
        b"Edda Ronn left the port on Tuesday. She denied taking any money from it.", name="post"
    ).article
    assert [(item.speaker, article.slice(item.start, item.end)) for item in article.speech] == [
        ("Edda Ronn", "taking any money from it")
    ]


def test_a_pronoun_after_the_sentence_that_opens_a_quoted_block():
    text = "“Ilse Marrow resigned on Tuesday, after an audit of the toll. She denied any wrongdoing.” [1]"
    article = read_post(f"{text}\n\n{LIST}\n".encode(), name="post").article
    words = [(item.speaker, article.slice(item.start, item.end)) for item in article.speech]
    assert words == [("Ilse Marrow", "any wrongdoing")]


def test_what_others_promised_is_told_by_who_states_it():
    found = said(
        "For years, Ms. Marrow has repeatedly stated a common belief in Brae that when the League admitted former "
        "islands and satellites into the alliance in the 1990s, Varland broke promises it had given to the last "
        "captain, Orrin Pell, that it would not do so."
    )
    assert [who for who, _ in found] == ["Ilse Marrow"]
