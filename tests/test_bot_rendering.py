"""Every quote that can be made goes through rendering and the real entity parser, and comes out as it went in."""

import csv

import pytest
from botapi_rich import check_rich
from botapi_rules import check_text, units
from conftest import DATA

from bot.answer import Answer, Verdict
from bot.interface import ENGLISH
from bot.pages import context_page, pages
from bot.parts import answer_parts
from bot.quote import make_quote
from bot.telegram_rich import rich_blocks
from corpus.article import QUOTABLE, Article, Post, article_id
from corpus.blocks import block_sentences, split_blocks
from corpus.clean import clean
from corpus.read import read_post
from corpus.samples import sample_posts

SENTENCES = 3  # in a quote here


def quotes_of(article):
    """Return quotes that together hold each quotable sentence; the key is the middle one."""
    for block in article.blocks:
        if block.voice in QUOTABLE:
            spans = block_sentences(article.text, block)
            for first in range(0, len(spans), SENTENCES):
                taken = spans[first : first + SENTENCES]
                yield make_quote(article, (taken[0][0], taken[-1][1]), taken[len(taken) // 2], 0.5)


def styled(text, entities, *kinds):
    """Return the stretches of *text* that are of one of these *kinds*, as Telegram has them."""
    encoded = text.encode("utf-16-le")
    return [
        encoded[2 * item["offset"] : 2 * (item["offset"] + item["length"])].decode("utf-16-le")
        for item in entities
        if item["type"] in kinds
    ]


def sent(message):
    """Return the entities that Telegram sends on with *message*; it raises where it would change a thing."""
    entities = [
        {"type": item.type, "offset": item.offset, "length": item.length} | ({"url": item.url} if item.url else {})
        for item in message.entities
    ]
    return check_text(message.text, entities)


def links(entities):
    return [item["url"] for item in entities if item["type"] == "text_link"]


def check(article, quote):
    answer = Answer("what?", Verdict.ANSWERED, (quote,), (), None, 0.0)
    (page,) = pages(answer_parts(answer, ENGLISH), ENGLISH)
    entities = sent(page.message)
    assert styled(page.message.text, entities, "blockquote", "expandable_blockquote") == [quote.text]
    assert article.slice(*quote.key) in styled(page.message.text, entities, "bold")
    assert links(entities) == ([quote.url] if quote.url else [])
    around = context_page(quote, article, ENGLISH).message
    (context,) = styled(around.text, sent(around), "blockquote", "expandable_blockquote")
    assert quote.text in context
    assert context in article.text
    check_rich({"blocks": rich_blocks(answer_parts(answer, ENGLISH), ENGLISH)})


def test_the_sample_library():
    articles = [read_post(data, name=name).article for name, data in sample_posts()]
    quotes = [(article, quote) for article in articles for quote in quotes_of(article)]
    for article, quote in quotes:
        check(article, quote)
    assert len(quotes) >= 80


def test_a_thousand_paragraphs_of_news():
    path = DATA / "wikinews_en" / "wikinews_2019.csv"
    if not path.is_file():
        pytest.skip(f"the real news are not here: {path}")
    count = 0
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            text = clean(row["text"])
            parsed = split_blocks(text)
            post = Post(title=row["title"], published=row["date"], url=row["url"])
            article = Article(article_id(text), text, post, parsed.blocks, parsed.references)
            for quote in quotes_of(article):
                check(article, quote)
                count += 1
            if count >= 1000:
                return
    pytest.fail(f"only {count} paragraphs")


def test_cleaning_leaves_no_character_that_telegram_would_change():
    assigned = [*range(0x323B0), *range(0xE0000, 0xE01F0)]  # the other planes are empty or private
    for first in range(0, len(assigned), 1000):
        text = clean("".join(f"x{chr(number)}y" for number in assigned[first : first + 1000]))
        middle = text.index("y", len(text) // 2) + 1
        for part in (text[:middle], text[middle:]):
            assert units(part) <= 4096
            check_text(part, [])
