from dataclasses import replace

import pytest

from bot.answer import GroupKind, Speaker
from bot.by_speaker import grouped, party_of
from bot.chain import speaker_of, told_by
from bot.groups import Group, groups
from bot.party import Party
from bot.refusal import heading
from corpus.article import Speech, SpeechKind


@pytest.mark.parametrize(
    ("question", "party"),
    [
        ("Will Tusk send Polish soldiers?", "Tusk"),
        ("How many boats did the harbor office count?", "the harbor office"),
        ("Guterres and the end of the grain deal", "Guterres"),
        ("How large was Ukraine's army before the full-scale invasion?", None),
        ("How many ships pass the strait each year?", None),
    ],
)
def test_the_subject_of_a_question_who_speaks_in_its_answer_is_the_party(engine, question, party):
    answer = engine.ask(question)
    assert answer.party == party
    assert {quote.group for quote in answer.quotes[:1]} == {GroupKind.SAID_BY if party else None}


def test_a_subject_that_does_not_speak_is_no_party(engine):
    chosen = engine.explain("What do the ferry crews demand?").weighed.chosen
    assert chosen
    assert party_of("Will Tusk send Polish soldiers?", chosen) is None


def test_quotes_stand_under_the_heading_of_who_speaks(engine):
    answer = engine.ask("What did the minister for shipping offer?")
    shown = [quote for group in groups(answer) for quote in group.quotes]
    assert shown
    assert sorted(quote.id for quote in shown) == sorted(quote.id for quote in answer.quotes)
    assert all(group.kind is quote.group for group in groups(answer) for quote in group.quotes)


def test_the_sentence_of_whom_the_question_asks_for_is_the_key(engine):
    quote = engine.ask("What did the organizers say about the march in Brae?").quotes[0]
    assert quote.text[quote.key[0] - quote.start : quote.key[1] - quote.start].endswith("the organizers said.")
    assert quote.group is GroupKind.SAID_BY


def test_a_sentence_in_which_two_sides_speak_is_both_sides(engine):
    quote = engine.ask("Whom does Russia blame for the dam?").quotes[0]
    assert quote.reported == Speaker("Ukraine and Russia", None)
    assert "reporting what Ukraine and Russia said" in quote.attribution
    assert quote.group is GroupKind.SAID_BY


@pytest.mark.parametrize(
    ("second", "speaker"),
    [
        ("Davor Kest", Speaker("Ilse Marrow and Davor Kest", None)),
        ("Ilse Marrow", Speaker("Ilse Marrow", None)),
        (None, None),
    ],
)
def test_of_two_in_one_sentence_one_without_a_name_leaves_both_unnamed(second, speaker):
    first = Speech(0, 40, SpeechKind.INDIRECT, "Ilse Marrow", (0, 10), None)
    other = Speech(50, 100, SpeechKind.INDIRECT, second, (50, 60), None)
    assert speaker_of((first, other), (0, 101), SpeechKind.INDIRECT) == speaker


def test_who_one_article_calls_the_envoy_is_the_envoy_in_the_others_too(engine):
    answer = engine.ask("What did the envoy of the Ostrin League say?")
    kest = [quote for quote in answer.quotes if (quote.chain.speaker or quote.reported).name == "Davor Kest"]
    assert len({quote.article for quote in kest}) > 1
    assert {quote.group for quote in kest} == {GroupKind.SAID_BY}


def test_own_words_are_found_where_others_say_more(engine):
    quote = engine.ask("what does the ferry company say about the strike").quotes[0]
    assert quote.reported.name == "Anselm Roth"
    assert quote.group is GroupKind.SAID_BY


@pytest.mark.parametrize(
    ("party", "named", "words"),
    [("Kest", "Others on this", False), ("Marrow", "Said about Marrow by others", True)],
)
def test_what_names_nobody_asked_about_is_not_said_about_them(engine, party, named, words):
    quotes = engine.ask("Who is Piet Alder, the successor of Ilse Marrow?").quotes
    marrow = tuple(replace(quote, text="Ms. Marrow went.", group=GroupKind.SAID_ABOUT) for quote in quotes[:1])
    answer = replace(engine.ask("what did Marrow say?"), quotes=marrow, party=party)
    (_, about) = groups(answer)
    assert (about.names_party, heading(about)) == (words, named)


def test_a_heading_has_no_capital_inside():
    group = Group(GroupKind.SAID_BY, "The former officials", ())
    assert heading(group) == "Said by the former officials: no words of their own that answer"


def test_a_heading_takes_no_side_against_another():
    group = Group(GroupKind.SAID_BY, "Kest vs. Marrow", ())
    assert heading(group) == "Said by Kest and Marrow: no words of their own that answer"


def test_two_sides_take_turns(engine):
    kest = engine.explain("What did Kest say about the strait and a bridge?").weighed.chosen
    marrow = engine.explain("What did Ilse Marrow say about the light?").weighed.chosen[:1]
    ordered = [item for item, _ in grouped((*kest, *marrow), Party("Marrow and Kest"))]
    assert [told_by(item.article, item.key).name for item in ordered[:2]] == ["Ilse Marrow", "Davor Kest"]
    assert {item.key for item in ordered} == {item.key for item in (*kest, *marrow)}


def test_where_a_comment_answers_best_more_is_read_for_own_words(engine):
    said = engine.ask("Kest vs Marrow on the toll")
    assert any("Half is not nothing" in quote.text for quote in said.quotes if quote.group is GroupKind.SAID_BY)


def test_the_heading_names_a_side_that_says_nothing_that_answers(engine):
    answer = engine.ask("What did Kest and Guterres say about the toll?")
    assert answer.silent == ("Guterres",)
    assert heading(groups(answer)[0]) == "Said by Kest and Guterres: no words of Guterres that answer"
    both = engine.ask("What do Kest and Marrow say about the toll?")
    assert both.silent == ()
