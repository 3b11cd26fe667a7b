from dataclasses import replace

import pytest

from bot.choose import Candidate, Read, apart, candidates, keyed_on_own, own_words
from bot.party import Party
from bot.widen import widen
from corpus.read import read_post
from index.passage import Passage, passage_sentences
from index.search import Hit


@pytest.mark.parametrize(
    ("key", "quote"),
    [
        (
            "The fleet called this cap a surrender.",
            "The League asked for a cap. The fleet called this cap a surrender.",
        ),
        ("Kest wants it this year.", "Kest wants it this year."),
        ("The fleet rests these days.", "The fleet rests these days."),
    ],
)
def test_a_sentence_brings_along_what_it_leans_back_on(key, quote):
    text = f"The League asked for a cap. {key}\n"
    article = read_post(text.encode(), name="post").article
    start = article.text.index(key)
    span = widen(article, article.block_at(start), (start, start + len(key)), {})
    assert article.slice(*span) == quote


def test_what_two_passages_share_is_one_quote():
    article = read_post(b"A cap was set in June. This cap is a guarantee of peace.\n", name="post").article
    begin, middle, end = 0, article.text.index("This"), article.text.rindex(".") + 1
    cap = Candidate(article, (begin, middle - 1), (begin, middle - 1), 2.0, 2.0, True, 0.8)
    framed = Candidate(article, (begin, end), (middle, end), 1.0, 1.0, True, 0.8)
    assert [(item.key, item.span) for item in apart([cap, framed])] == [(cap.key, (begin, end))]
    far = replace(framed, relevance=-9.0)
    assert apart([cap, far]) == [cap]
    assert apart([cap, replace(framed, span=framed.key)]) == [cap, replace(framed, span=framed.key)]


@pytest.mark.parametrize(("party", "key"), [(None, "The march"), (Party("the organizers"), "Some 20,000 people")])
def test_the_sentence_of_whom_the_question_asks_for_is_the_key(party, key):
    text = "Some 20,000 people marched against the toll, the organizers said. The march ended at the harbor gate.\n"
    article = read_post(text.encode(), name="post").article
    passage = Passage(article.id, 0, len(text) - 1)
    scores = dict(zip(passage_sentences(article, passage), (1.0, 2.0), strict=True))
    read = Read(Hit(passage, 0.8, None, 0.0, 0), article, 2.0, scores)
    (found,) = candidates("What did the organizers claim about the march?", [read], party)
    assert article.slice(*found.key).startswith(key)
    assert article.slice(*found.span) == text.strip()


def test_words_of_whom_the_question_asks_for_are_the_key_where_two_passages_make_the_quote_up():
    text = "Mayor Ilse Marrow was dismayed. She said that she never saw people vote against a boat.\n"
    first, second = (read_post(text.encode(), name="post").article for _ in range(2))  # as two reads of the disk are
    middle, end = text.index("She"), len(text) - 1
    read = [
        Read(Hit(Passage(first.id, 0, middle - 1), 0.8, None, 0.0, 0), first, 2.0, {(0, middle - 1): 2.0}),
        Read(Hit(Passage(second.id, middle, end), 0.8, None, 0.0, 1), second, 1.0, {(middle, end): 1.0}),
    ]
    found = candidates("What did Ilse Marrow say about the vote?", read, Party("Ilse Marrow"))
    assert [first.slice(*item.key)[:8] for item in found] == ["She said"]


@pytest.mark.parametrize(
    ("first", "quote"),
    [
        ("A shipping agent said that the letter was real.", "Davor Kest said that he had not read it."),
        ("Davor Kest said that the letter was real.", None),
        ("He never answered.", None),
    ],
)
def test_words_of_somebody_unnamed_stand_in_no_quote_of_who_has_a_name(first, quote):
    text = f"{first} Davor Kest said that he had not read it."
    article = read_post(f"{text}\n".encode(), name="post").article
    scored = dict.fromkeys(passage_sentences(article, Passage(article.id, 0, len(text))), 1.0)
    for key in scored:
        span = widen(article, article.block_at(key[0]), key, scored)
        assert article.slice(*span) == (text if quote is None else article.slice(*key))


def test_own_words_lose_little_where_others_answer_in_their_passage():
    text = "“We are tired,” said Tove Lindgard of the crews. Anselm Roth said that every boat was full. It rained."
    article = read_post(f"{text}\n".encode(), name="post").article
    passage = Passage(article.id, 0, len(text))
    scores = dict(zip(passage_sentences(article, passage), (3.0, -5.0, -9.0), strict=True))
    read = Read(Hit(passage, 0.8, None, 0.0, 0), article, 2.0, scores)
    question = "What does the company say about the strike?"
    (own,) = own_words(question, [read], Party("Roth"))
    assert article.slice(*own.key).startswith("Anselm Roth")
    assert own.relevance == pytest.approx(0.5)
    assert list(own_words(question, [read], Party("Kest"))) == []
    lindgard = candidates(question, [read])[0]
    assert [item.key for item in keyed_on_own([lindgard], [own])] == [lindgard.key, own.key]
    around = replace(lindgard, span=(0, len(text)))
    assert keyed_on_own([around], [own]) == [replace(around, key=own.key)]
