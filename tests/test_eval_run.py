from dataclasses import replace

import pytest

from bot.answer import Verdict
from corpus.article import Voice
from corpus.errors import UsageError
from corpus.library import Library
from eval.cases import Case, Gold
from eval.gold import Shelf, holding
from eval.invariants import broken_by
from eval.mutations import mutate_quotes, mutate_words, sentences_of
from eval.row import row_of


def case(**fields):
    known = {"id": "a", "part": "dev", "question": "How deep is the channel kept?", "verdict": Verdict.ANSWERED}
    return Case(**{**known, "gold": [Gold(article="dredging", words="18 million crowns")], **fields})


def test_gold_words_are_found_once_and_with_the_sentence_around_them(home):
    shelf = Shelf(Library(home / "library"))
    (place,) = shelf.places(case())
    assert place.article.text[place.start : place.end] == "18 million crowns"
    assert place.sentences[0] <= place.start < place.end <= place.sentences[1]
    by_id = Gold(article=place.article.id[:12], words="18 million crowns")
    assert shelf.places(case(gold=[by_id])) == (place,)
    for gold, told in (
        (Gold(article="nowhere", words="x"), "no article 'nowhere'"),
        (Gold(article="dredging", words="no such words"), "0 times"),
        (Gold(article="dredging", words="e"), "times"),
        (Gold(article="dredging", words="The Price of Depth"), "cannot be quoted"),
    ):
        with pytest.raises(UsageError, match=told):
            shelf.places(case(gold=[gold]))


def test_a_quote_holds_gold_by_its_place_or_by_naming_the_other_post(engine, home):
    shelf = Shelf(Library(home / "library"))
    answer = engine.ask("How deep is the channel kept?")
    quote = answer.quotes[0]
    (place,) = shelf.places(case(gold=[Gold(article=quote.article[:12], words=quote.text)]))
    assert holding([quote], [place]) == [quote]
    elsewhere = replace(quote, article="0" * 64)
    assert holding([elsewhere], [place]) == []
    named = replace(elsewhere, also_in=(quote,))
    assert holding([named], [place]) == [named]


def test_a_row_judges_voice_speaker_and_words_beyond_the_gold(engine, home):
    library = Library(home / "library")
    answer = engine.ask("How deep is the channel kept?")
    quote = answer.quotes[0]
    words = library.get(quote.article).slice(*quote.key)
    asked = case(voice=Voice.PRESS, gold=[Gold(article=quote.article[:12], words=words)])
    row = row_of(asked, Shelf(library).places(asked), answer, library, {})
    assert (row.right, row.values["right@1"], row.values["voice"], row.values["exactness"]) == (True, 1, 1, 1)
    assert row.values["over-quoting"] == len(quote.text.split()) - len(words.split())
    assert row.values["speaker"] is None
    assert row.broken == ()
    credited = asked.model_copy(update={"voice": Voice.AUTHOR})
    wrong = row_of(credited, Shelf(library).places(credited), answer, library, {})
    assert wrong.values["voice"] == 0
    assert {item.rule for item in wrong.broken} == {"wrong mouth"}
    refusal = case(verdict=Verdict.OFF_CORPUS, gold=())
    assert row_of(refusal, (), answer, library, {}).right is False


@pytest.mark.parametrize(("called", "is_stranger"), [("the Shipping Agent", False), ("the harbor pilot", True)])
def test_who_is_only_described_is_a_stranger_under_another_description(engine, home, called, is_stranger):
    library = Library(home / "library")
    answer = engine.ask("What does the shipping agent say stands in Marrow's letter?")
    asked = case(party=[called.removeprefix("the ")])
    assert bool(row_of(asked, (), answer, library, {}).broken) is is_stranger


def test_each_break_is_seen_by_its_name(engine, home):
    library = Library(home / "library")
    answer = engine.ask("How deep is the channel kept?")
    quote = answer.quotes[0]
    assert list(broken_by(answer, library)) == []
    for wrong, rule in (
        (replace(quote, text=quote.text.upper()), "exactness"),
        (replace(quote, start=quote.start + 1), "whole sentences"),
        (replace(quote, end=quote.end + 400), "one block"),
        (replace(quote, voice=Voice.AUTHOR), "voice"),
        (replace(quote, key=(0, 1)), "key"),
        (replace(quote, chain=replace(quote.chain, source=None)), "chain"),
        (replace(quote, chain=replace(quote.chain, post=replace(quote.chain.post, title="Another"))), "chain"),
        (replace(quote, attribution="somebody · post: “x”"), "attribution"),
    ):
        rules = {item.rule for item in broken_by(replace(answer, quotes=(wrong,)), library)}
        assert rule in rules, (rule, rules)
    assert "crash" in {item.rule for item in broken_by(replace(answer, verdict=Verdict.UNAVAILABLE), library)}


def test_every_mutation_is_caught(engine, home):
    library = Library(home / "library")
    sentences = sentences_of(library)
    twice = [item for item in sentences if sum(item[0].slice(*item[1]) == a.slice(*s) for a, s in sentences) > 1]
    found = [*mutate_quotes(library, sentences[:20] + twice), *mutate_words(engine.whose, sentences[:6] + twice)]
    assert [item for item in found if item.caught < item.tried] == []
    tried = {item.name for item in found}
    assert {
        "number",
        "subject",
        "speaker",
        "look-alike letters",
        "one word",
        "repeated sentence, two speakers",
        "clipped, in a quote",
        "stale version of the article, in a quote",
        "repeated sentence, two speakers, in a quote",
        "source, in a quote",
        "date of the source, in a quote",
    } <= tried
