from dataclasses import replace

import pytest
from botapi_rules import check_text
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.groups import groups
from bot.interface import ENGLISH, NATIVE, interface
from bot.keyboard import answer_rows, read_data
from bot.message import LIMIT, Message, joined, styled, width
from bot.pages import CONTEXT, context_page, pages
from bot.parts import Cited, answer_parts
from bot.places import parts_at, places_of
from corpus.library import Library

QUESTION = "What did Davor Kest say about the strait and a bridge?"


def sent(answer, words=ENGLISH):
    built = pages(answer_parts(answer, words), words)
    for page in built:
        entities = [
            {"type": item.type, "offset": item.offset, "length": item.length} | ({"url": item.url} if item.url else {})
            for item in page.message.entities
        ]
        check_text(page.message.text, entities)
    return [page.message for page in built]


def styled_words(message, kind):
    units = message.text.encode("utf-16-le")
    return [
        units[2 * item.offset : 2 * (item.offset + item.length)].decode("utf-16-le")
        for item in message.entities
        if item.type.endswith(kind)
    ]


def test_offsets_count_utf16_units():
    both = joined(Message("🚀"), styled("a𝄞", "bold"), by="\n")
    assert both.text == "🚀\na𝄞"
    assert [(item.offset, item.length) for item in both.entities] == [(3, 3)]


@pytest.mark.parametrize("code", NATIVE)
def test_every_quote_is_one_block_quotation_in_every_language(engine, code):
    answer = engine.ask(QUESTION)
    shown = [quote.text for group in groups(answer) for quote in group.quotes]
    assert sorted(shown) == sorted(quote.text for quote in answer.quotes)
    assert [
        words for message in sent(answer, interface(code)) for words in styled_words(message, "blockquote")
    ] == shown


def test_a_refusal_shows_the_nearest_without_marking_an_answer(engine):
    answer = engine.ask("How old is Ilse Marrow?")
    assert not answer.quotes
    (message,) = sent(answer)
    assert styled_words(message, "blockquote") == [quote.text for quote in answer.nearest]
    assert styled_words(message, "bold") == [message.text.split("\n")[0]]


@settings(max_examples=30, deadline=None)
@given(words=st.text(alphabet="aé𝄞🙂“.", min_size=1, max_size=30), times=st.integers(1, 400), count=st.integers(1, 3))
def test_limits_hold_and_no_quote_is_split(engine, words, times, count):
    answer = engine.ask(QUESTION)
    text = words * times
    first = answer.quotes[0]
    quote = replace(first, text=text, key=(first.start, first.start + len(text)))
    built = sent(replace(answer, quotes=(quote,) * count))
    assert all(width(message.text) <= LIMIT for message in built)
    assert {piece for message in built for piece in styled_words(message, "blockquote")} <= {text}


def test_the_context_is_the_block_with_the_quote_marked(engine):
    library = Library(engine._library.root)
    for article in library.articles():
        for quote in engine.ask(article.text.split(".")[0][:300]).quotes[:1]:
            around = library.get(quote.article)
            message = context_page(quote, around, ENGLISH).message
            (words,) = styled_words(message, "blockquote")
            assert words in around.text
            assert quote.text in words
            assert len(words) <= max(CONTEXT, len(quote.text))
            assert styled_words(message, "bold") == [quote.text]


def test_places_bring_back_the_same_parts_and_hold_no_words(engine):
    parts = list(answer_parts(engine.ask(QUESTION), ENGLISH))
    places = places_of(parts)
    assert parts_at(places, engine._library) == [
        replace(part, quote=replace(part.quote, score=round(part.quote.score, 4), group=None))
        if isinstance(part, Cited)
        else part
        for part in parts
    ]
    assert "fisherman" not in str(places)


def test_every_button_has_short_data_that_is_read_back(engine):
    built = pages(answer_parts(engine.ask(QUESTION), ENGLISH), ENGLISH)
    rows = answer_rows("x" * 12, built * 2, 1, ENGLISH, inline=True, more=True)
    data = [button.data for row in rows for button in row if button.data]
    assert all(len(item.encode()) <= 64 and read_data(item) for item in data)
    assert read_data("page:x:0:y") is None
    assert [sum(v is not None for v in (b.data, b.url, b.copy, b.share)) for row in rows for b in row] == [
        1 for row in rows for _ in row
    ]
