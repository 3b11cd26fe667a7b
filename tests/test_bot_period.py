from dataclasses import replace
from datetime import date

import pytest
from conftest import plain

from bot.choose import Read
from bot.dated import OTHER_TIME, OTHER_YEAR, in_time, is_of, is_said_in
from bot.period import Period, periods_asked, without_times
from corpus.article import Post
from corpus.dates import days_of, find_dates
from index.passage import Passage
from index.search import Hit

TODAY = date(2032, 3, 17)  # a Wednesday


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("What did Kest say in May 2031?", date(2031, 5, 1), date(2031, 5, 31)),
        ("what did kest say on 3 may 2031", date(2031, 5, 3), date(2031, 5, 3)),
        ("What was asked in the spring of 2031?", date(2031, 1, 1), date(2031, 12, 31)),
        ("What has Kest said since May 2031?", date(2031, 5, 1), date.max),
        ("What did Kest say before 2031-05-03?", date.min, date(2031, 5, 3)),
        ("What did Kest say between March and May 2031?", date(2031, 3, 1), date(2031, 5, 31)),
        ("What did Kest say from December 2030 to February 2031?", date(2030, 12, 1), date(2031, 2, 28)),
        ("What did Kest say yesterday?", date(2032, 3, 16), date(2032, 3, 16)),
        ("What did Kest say last week?", date(2032, 3, 8), date(2032, 3, 14)),
        ("What did Kest say this week?", date(2032, 3, 11), date(2032, 3, 17)),
        ("What did Kest say in the past week?", date(2032, 3, 11), date(2032, 3, 17)),
        ("What did Kest say over the past two months?", date(2032, 1, 15), TODAY),
        ("What did Kest say last night?", date(2032, 3, 16), date(2032, 3, 16)),
        ("What did Kest say this morning?", TODAY, TODAY),
        ("What did Kest say over the weekend?", date(2032, 3, 13), date(2032, 3, 14)),
        ("What did Kest say two weeks ago?", date(2032, 2, 29), date(2032, 3, 6)),
        ("What did Kest say in mid-May 2031?", date(2031, 5, 1), date(2031, 5, 31)),
        ("What did Kest say this month?", date(2032, 3, 1), TODAY),
        ("What did Kest say last month?", date(2032, 2, 1), date(2032, 2, 29)),
        ("What did Kest say last year?", date(2031, 1, 1), date(2031, 12, 31)),
        ("What did Kest say in the last 10 days?", date(2032, 3, 7), TODAY),
    ],
)
def test_a_question_names_a_time(question, first, last):
    assert periods_asked(question, TODAY) == (Period(first, last),)


def test_a_month_without_its_year_is_that_of_any():
    (period,) = periods_asked("Why did Kest refuse to bargain in March?", TODAY)
    assert [period.meets(Period(*days_of(iso))) for iso in ("2031-03-20", "2030-03", "2031-04-02", "2031")] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("question", ["Who may march?", "Which 2 sides met?", "What did May Quill say?", "And then?"])
def test_a_question_names_none(question):
    assert periods_asked(question, TODAY) == ()


@pytest.mark.parametrize("question", ["What did Kest say in Auguſt?", "What did he say in the last 2 weekſ?"])
def test_letters_that_only_look_like_others_name_none(question):
    assert periods_asked(question, TODAY) == ()


def test_a_month_in_letters_that_only_look_like_others_leaves_its_year():
    assert [iso for iso, _, _ in find_dates("On 3 Auguſt 2031.")] == ["2031"]


def test_every_date_is_found_once():
    found = sorted(find_dates("On May 3, 2031, and again in June 2031, not in 2030."))
    assert [iso for iso, _, _ in found] == ["2030", "2031-05-03", "2031-06"]


def test_what_is_left_of_a_question_without_its_times():
    assert without_times("What did Kest say in May 2031, and last week?") == "What did Kest say in , and ?"
    assert without_times("What did Kest say 0 weeks ago?") == "What did Kest say ?"


def dated(text, published):
    article = replace(plain(text), post=Post(published=published))
    return article, Passage(article.id, 0, len(text))


@pytest.mark.parametrize(
    ("text", "published", "is_then"),
    [
        ("The toll is too high.", "2031-05-20", True),
        ("The toll is too high.", "2031-06-01", True),
        ("The toll is too high.", "2031-06-20", False),
        ("The toll is too high.", None, False),
        ("The toll was raised in May 2031.", "2032-02-01", True),
        ("The toll was raised in May.", "2031-09-01", True),
        ("The toll was raised in May.", "2032-09-01", False),
        ("The toll was raised in 2031.", "2032-02-01", False),
        ("The toll may be raised.", "2031-09-01", False),
        ("The toll was raised on May 3, 2029.", "2031-09-01", False),
    ],
)
def test_a_passage_is_of_the_time_when_it_appeared_or_that_it_names(text, published, is_then):
    article, place = dated(text, published)
    assert is_of((Period(date(2031, 5, 1), date(2031, 5, 31)),), article, place) is is_then


def test_a_sentence_that_names_another_time_was_not_said_then():
    article, place = dated("In June 2030 Kest asked for a ruling.", "2031-05-20")
    may = (Period(date(2031, 5, 1), date(2031, 5, 31)),)
    assert is_of(may, article, place)
    assert not is_said_in(may, article, (place.start, place.end))


def test_a_passage_of_another_time_is_less_likely_to_answer():
    (then, place), (later, elsewhere) = (
        dated("The toll is high.", "2031-05-20"),
        dated("The toll is low.", "2031-09-01"),
    )
    read = [
        Read(Hit(elsewhere, 0.8, None, 0.0, 0), later, 1.5, {(0, 16): 1.0}),
        Read(Hit(place, 0.8, None, 0.0, 1), then, 1.0, {(0, 17): 1.0}),
    ]
    may = (Period(date(2031, 5, 1), date(2031, 5, 31)),)
    dated_read = in_time(may, read)
    assert [(item.article.id, item.states) for item in dated_read] == [(then.id, 1.0), (later.id, 1.5 - OTHER_TIME)]
    assert in_time((), read) == read
    told, place = dated("The toll is low. It was raised in May 2031.", "2032-02-01")
    elsewhere = Read(Hit(Passage(told.id, 0, 16), 0.8, None, 0.0, 0), told, 1.5, {(0, 16): 1.0})
    undated, place = dated("The toll is low.", None)
    unknown = Read(Hit(place, 0.8, None, 0.0, 0), undated, 1.0, {(0, 16): 1.0})
    assert in_time(may, [elsewhere, unknown]) == [elsewhere, unknown]


@pytest.mark.parametrize(
    ("published", "cost"),
    [("2032-05-20", OTHER_TIME), ("2032-07-01", OTHER_YEAR), ("2030-06-01", OTHER_TIME), ("2030-03-01", OTHER_YEAR)],
)
def test_what_appeared_more_than_a_year_away_costs_more(published, cost):
    article, place = dated("The toll is low.", published)
    read = Read(Hit(place, 0.8, None, 0.0, 0), article, 1.0, {(0, 16): 1.0})
    assert in_time((Period(date(2031, 5, 1), date(2031, 5, 31)),), [read])[0].states == 1.0 - cost
    assert in_time((Period(month=5),), [read])[0].states == (1.0 if published.endswith("05-20") else 1.0 - OTHER_TIME)
