"""Lines that are the page's or the newsletter's, and prose that begins like them."""

import pytest

from corpus.article import Post
from corpus.furniture import is_furniture
from corpus.read import analyse


@pytest.mark.parametrize(
    "line",
    [
        "Harbor dues:Council raises mooring fees for the third year",
        "►More:Ferry crews ask ‘why us?’ as winter timetable shrinks",
        "RELATED: What we know about the fire at Orsk mill",
        "Read more: “Nobody warned us”",
    ],
)
def test_a_link_to_another_article_is_furniture(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Contributing: Ada Brom, The Orsk Ledger",
        "— The Ledger’s Ilva Tamm contributed to this report.",
        "Reach the reporter at ilva.tamm@orskledger.example or 555-0134.",
        "Want the tides by mail? Sign up for our harbor newsletter.",
        "Story continues below the picture",
        "ADVERTISEMENT",
    ],
)
def test_a_note_of_the_papers_page_is_furniture(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Orsk:The mill burned for two days before rain came.",
        "Watch: the water rises an hour after noon",
        "The vote ended 12:9 and the mayor left",
        "She named three causes: Rust, frost and haste",
        "More: and this is what the crews say they want, “a timetable.”",
        "Q:What burned?",
        "Follow the money: the bank paid for the quay",
        "Contributing to the fund is free, the keeper said.",
        "She had contributed to this report for years, and then they left her out.",
    ],
)
def test_prose_is_neither(line):
    assert not is_furniture(line)


def test_a_link_inside_a_quoted_block_parts_it_and_its_source_stays():
    text = (
        "“The council met late on Monday, and the crews waited outside in the rain.\n\n"
        "Harbor dues:Council raises mooring fees for the third year\n\n"
        "It voted at midnight to keep the winter timetable as it is.” [1]\n\n"
        "[1] Ada Brom, Late Vote, The Orsk Ledger, May 4, 2031\n"
    )
    article, _ = analyse(text, Post())
    assert [(block.voice.value, block.references) for block in article.blocks[:3]] == [
        ("press", (0,)),
        ("furniture", (0,)),
        ("press", (0,)),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "View in browser",
        "View this post on the web at https://slow.example/p/ferry",
        "Read this newsletter in your browser",
        "© 2031 Ivo Sand. Unsubscribe",
        "Unsubscribe https://slow.example/unsub",
        "Manage your subscription | Unsubscribe",
        "Отписаться от рассылки",
    ],
)
def test_a_newsletter_s_own_lines_are_furniture(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line", ["Unsubscribe, they told me, and I did.", "View it on the web of lies.", "Copyright is theft."]
)
def test_prose_that_begins_like_them_is_prose(line):
    assert not is_furniture(line)
