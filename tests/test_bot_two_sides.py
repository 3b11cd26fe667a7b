import pytest

from bot.party import Party
from bot.party_asked import party_asked
from bot.said_by import is_one_speaker
from bot.two_sides import in_one, of_each, sides_of
from corpus.library import Library
from corpus.read import read_post
from index.passage import Passage
from index.search import Hit


@pytest.mark.parametrize(
    ("question", "party", "each"),
    [
        (
            "What do Varland and the League say about the toll?",
            "Varland and the League",
            ("What do Varland say about the toll?", "What do the League say about the toll?"),
        ),
        (
            "Kest vs. Marrow on the toll",
            "Kest vs. Marrow",
            ("what do Kest say about the toll", "what do Marrow say about the toll"),
        ),
        (
            "coast guard versus the crew: who hit whom?",
            "coast guard versus the crew",
            ("according to coast guard, who hit whom?", "according to the crew, who hit whom?"),
        ),
        (
            "How many came, according to the police and according to the organizers?",
            "the police and the organizers",
            ("How many came, according to the police?", "How many came, according to the organizers?"),
        ),
        ("What did Toft and Arvid each say?", "Toft and Arvid", ("What did Toft say?", "What did Arvid say?")),
        ("What do both Toft and Arvid say?", "Toft and Arvid", ("What do Toft say?", "What do Arvid say?")),
        (
            "What did the crew say and what did the keeper say about it?",
            "the crew and the keeper",
            ("What did the crew say about it?", "What did the keeper say about it?"),
        ),
        (
            "Russia's and Ukraine's positions on tanks",
            "Russia's and Ukraine",
            ("Russia's positions on tanks", "Ukraine's positions on tanks"),
        ),
        (
            "What do Russia, Ukraine and Poland want?",
            "Russia, Ukraine and Poland",
            ("What do Russia want?", "What do Ukraine want?", "What do Poland want?"),
        ),
        ("What does Kest want?", "Kest", ()),
        ("What do Russia, Ukraine, Poland and Italy want?", "Russia, Ukraine, Poland and Italy", ()),
    ],
)
def test_a_question_for_two_sides_is_one_for_each(question, party, each):
    asked = party_asked(question)
    assert (asked.name if asked else None) == (party if each or party == "Kest" else None)
    assert of_each(question, party) == each


def test_a_question_for_one_stays_as_it_is():
    question = "What did Kest say, and according to whom did each ship pay?"
    assert in_one(question) == question
    assert sides_of("the head of the pilots’ guild") == ("the head of the pilots’ guild",)


@pytest.mark.parametrize(
    ("question", "speakers"),
    [
        ("What did Edda Ronn and the investigators say about the fire?", ["Edda Ronn", "investigators"]),
        ("what did the harbor office and the coast guard say about the storm", ["the harbor office", "coast guard"]),
        ("What do Hedda Voss and Orrin Pell say about the turbines?", ["Hedda Voss", "Orrin Pell"]),
        ("What did Orrin Pell and Piet Alder say about the turbines?", ["Orrin Pell"]),
    ],
)
def test_each_side_speaks_in_turn(engine, question, speakers):
    quotes = engine.ask(question).quotes
    said = [(quote.chain.speaker or quote.reported).name for quote in quotes[: len(speakers)]]
    assert all(name in found for name, found in zip(speakers, said, strict=True))
    places = [(quote.article, quote.key) for quote in quotes]
    assert len(set(places)) == len(places)


def test_what_each_side_was_searched_and_read_for_is_explained_once(engine):
    weighed = engine.explain("What did Edda Ronn and the investigators say about the fire?").weighed
    rows = [hit.row for hit in weighed.hits]
    assert len(set(rows)) == len(rows)
    assert {read.hit.row for read in weighed.read} <= set(rows)


@pytest.mark.parametrize(
    ("party", "is_one"), [("the ministry and the port", True), ("the ministry and the keeper", False), ("Kest", False)]
)
def test_a_speaker_whose_name_holds_an_and_is_one(tmp_path, party, is_one):
    article = read_post(b"The ministry and the port said that the channel was deep.\n", name="post").article
    library = Library(tmp_path)
    library.add(article)
    hit = Hit(Passage(article.id, 0, len(article.text) - 1), 0.8, None, 0.0, 0)
    assert is_one_speaker(Party(party), [hit], library) is is_one


def test_further_passages_are_looked_for_on_each_side(engine):
    question = "What do Kest and Marrow say about the toll?"
    shown = [quote.id for quote in engine.ask(question).quotes]
    more = [quote.text for quote in engine.further(question, shown)]
    assert any("Ilse Marrow resigned" in text for text in more)
    assert len(set(more)) == len(more)
