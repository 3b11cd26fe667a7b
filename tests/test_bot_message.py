from dataclasses import replace

from botapi_rules import check_text
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.groups import groups
from bot.message import LIMIT, messages, width


def sent(answer):
    built = messages(answer)
    for message in built:
        entities = [
            {"type": item.type, "offset": item.offset, "length": item.length} | ({"url": item.url} if item.url else {})
            for item in message.entities
        ]
        check_text(message.text, entities)
    return built


def quoted(message):
    units = message.text.encode("utf-16-le")
    return [
        units[2 * item.offset : 2 * (item.offset + item.length)].decode("utf-16-le")
        for item in message.entities
        if item.type.endswith("blockquote")
    ]


def test_every_quote_is_one_block_quote(engine):
    answer = engine.ask("What did Davor Kest say about the strait and a bridge?")
    shown = [quote.text for group in groups(answer) for quote in group.quotes]
    assert sorted(shown) == sorted(quote.text for quote in answer.quotes)
    assert [words for message in sent(answer) for words in quoted(message)] == shown
    assert sent(answer)[0].text.startswith("Said by Davor Kest\n\n")


def test_a_refusal_shows_the_nearest(engine):
    answer = engine.ask("How old is Ilse Marrow?")
    assert not answer.quotes
    assert [words for message in sent(answer) for words in quoted(message)] == [quote.text for quote in answer.nearest]


@settings(max_examples=40, deadline=None)
@given(words=st.text(alphabet="aé𝄞🙂“.", min_size=1, max_size=30), times=st.integers(1, 400), count=st.integers(1, 3))
def test_limits_hold_and_no_quote_is_split(engine, words, times, count):
    answer = engine.ask("What did Davor Kest say about the strait and a bridge?")
    text = words * times
    built = sent(replace(answer, quotes=(replace(answer.quotes[0], text=text),) * count))
    assert all(width(message.text) <= LIMIT for message in built)
    assert {piece for message in built for piece in quoted(message)} <= {text}
