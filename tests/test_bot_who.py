import json

import pytest

from bot.contract import whose_to_json
from bot.groups import groups
from bot.interface import ENGLISH
from bot.pages import pages
from bot.parts import whose_parts
from bot.refusal import heading
from corpus.errors import UsageError
from corpus.library import Library
from eval.disguise import try_disguises
from eval.mutations import mutate_quotes, mutate_words, sentences_of


def test_a_sentence_is_found_with_its_speaker(engine):
    found = engine.whose("a fisherman CANNOT wait for a principle")
    assert found.exact
    (place,) = found.places
    assert place.quote.chain.speaker.name == "Davor Kest"
    assert place.differences == ()
    assert json.loads(whose_to_json(found))["verdict"] == "exact"


def test_a_changed_word_is_not_exact_and_shown(engine):
    found = engine.whose("A fisherman can wait for a principle")
    assert not found.exact
    assert [(item.yours, item.printed) for item in found.places[0].differences] == [("can", "cannot")]
    assert "yours: can\nprinted: cannot" in pages(whose_parts(found, ENGLISH), ENGLISH)[0].message.text


def test_the_same_words_of_two_speakers_stay_two(engine):
    found = engine.whose("The sea has no owner.")
    assert {"Ilse Marrow", "Davor Kest"} <= {place.quote.chain.speaker.name for place in found.places}


def test_nothing_near_is_said_so(engine):
    found = engine.whose("Bread needs flour, water, salt and a good deal of patience.")
    assert found.places == ()
    assert json.loads(whose_to_json(found))["verdict"] == "not_found"


@pytest.mark.parametrize("words", ["", "  ", "🙂", "\u200f"])
def test_no_words_are_refused(engine, words):
    with pytest.raises(UsageError):
        engine.whose(words)


def test_disguised_sentences_of_the_library_are_found(engine, home):
    for way in try_disguises(engine, Library(home / "library"), 60):
        assert way.tried == way.placed == way.judged == 60, way


def test_every_mutation_is_caught(engine, home):
    library = Library(home / "library")
    sentences = sentences_of(library)[::9]
    for item in (*mutate_quotes(library, sentences), *mutate_words(engine.whose, sentences)):
        assert item.tried, item.name
        assert item.caught == item.tried, item


def test_groups_keep_voices_apart(engine):
    answer = engine.ask("What did Davor Kest say about the strait and a bridge?")
    first = groups(answer)[0]
    assert heading(first) == "Said by Davor Kest"
    assert {(quote.chain.speaker or quote.reported).name for quote in first.quotes} == {"Davor Kest"}


@pytest.mark.parametrize(
    ("sentence", "differences"),
    [
        ("The toll begins on the first of June.", [("June", "May")]),
        ("A toll begins on the first of May.", [("A", "The")]),
        ("The toll begins on the first of May, at noon.", [("at noon", "")]),
    ],
)
def test_a_word_changed_at_an_end_is_set_against_the_printed_one(engine, sentence, differences):
    found = engine.whose(sentence)
    assert [(item.yours, item.printed) for item in found.places[0].differences] == differences
