from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.article import Post, Reference, Voice
from corpus.blocks import quotable_span
from corpus.charset import decode_page
from corpus.clean import clean
from corpus.errors import QuothError
from corpus.markup import QuotedTree
from corpus.metadata import day_of
from corpus.names import person_names
from corpus.page import read_page
from corpus.read import analyse, analyse_incoming
from corpus.tree import lines, parse_html

LONG = "The council of Brae opened the new quay on Monday after a delay of two years, and I went there to see it."
DOUBT = "I doubt that anybody would build it again, and the harbor master told me on Tuesday that he doubts it too."
WORDS = "The quay cost four million crowns, twice what was planned."


def page(body, head=""):
    article = f"<article><p>{LONG}</p>{body}<p>{DOUBT}</p></article>"
    return f"<!doctype html><html lang='en-GB'><head>{head}</head><body>{article}</body></html>"


def press(body):
    """Return (words, source) of every press block of a page with *body* in it."""
    incoming = read_page(page(body), name="page.html", url=None)
    article = analyse_incoming(incoming).article
    assert "".join(article.slice(block.start, block.end) for block in article.blocks) == article.text
    return [
        (article.slice(*quotable_span(article.text, block)).strip(), [article.references[n] for n in block.references])
        for block in article.blocks
        if block.voice is Voice.PRESS
    ]


def test_a_block_with_a_cite_is_the_source_s():
    found = press(f'<blockquote cite="https://paper.example/quay"><p>{WORDS}</p><p>So it is.</p></blockquote>')
    assert found == [(f"{WORDS}\nSo it is.", [Reference("", url="https://paper.example/quay")])]


def test_a_footer_names_the_source_and_is_not_quoted():
    footer = "<footer>— Mira Oak, <cite>Letters from the quay</cite>, 3 March 2031</footer>"
    found = press(f"<blockquote><p>{WORDS}</p>{footer}</blockquote>")
    assert found == [(WORDS, [Reference("", "Mira Oak", "Letters from the quay", None, "2031-03-03")])]


def test_a_title_inside_the_quoted_words_stays():
    words = "I have read <cite>The Quay</cite> twice, and it is a very good book indeed."
    assert press(f'<blockquote cite="https://paper.example/quay"><p>{words}</p></blockquote>')[0][0] == (
        "I have read The Quay twice, and it is a very good book indeed."
    )


def test_the_sentence_that_leads_to_a_block_names_its_source():
    lead = '<p>The local <a href="https://paper.example/quay">paper</a> writes this about the cost of the quay:</p>'
    assert press(f"{lead}<blockquote><p>{WORDS}</p></blockquote>") == [
        (WORDS, [Reference("", url="https://paper.example/quay")])
    ]


def test_the_line_behind_a_block_names_its_source():
    behind = '<p>Source: <a href="https://paper.example/quay">What the quay cost</a>, March 4, 2031</p>'
    assert press(f"<blockquote><p>{WORDS}</p></blockquote>{behind}") == [
        (WORDS, [Reference("", None, "What the quay cost", None, "2031-03-04", "https://paper.example/quay")])
    ]


def test_a_footnote_names_the_source():
    note = '<ol><li id="fn1">The Quay. Doe, Jane. The Paper. Mar 4, 2031. <a href="#r1">↩</a></li></ol>'
    quoted = f'<blockquote><p>{WORDS}<sup><a href="#fn1" id="r1">1</a></sup></p></blockquote>'
    found = press(f"{quoted}<p>{LONG}</p>{note}")
    assert found == [(WORDS, [Reference("1", "Jane Doe", "The Quay", "The Paper", "2031-03-04")])]


def test_marks_in_quotation_marks_work_in_a_page_as_in_a_text():
    listed = "<p>1. The Quay. Doe, Jane. The Paper. Mar 4, 2031.</p>"
    source = f"<html><body><article><p>“{WORDS}” [1]</p><p>{LONG}</p><p>{DOUBT}</p>{listed}</article></body></html>"
    article = analyse_incoming(read_page(source, name="a", url=None)).article
    assert article.slice(*quotable_span(article.text, article.blocks[0])) == WORDS
    assert article.references == (Reference("1", "Jane Doe", "The Quay", "The Paper", "2031-03-04"),)
    assert article.blocks[0].references == (0,)


@pytest.mark.parametrize(
    "body",
    [
        f"<blockquote><p>{WORDS}</p></blockquote>",  # pages also set their own words apart
        f"<p>{WORDS}</p><blockquote><p>{WORDS}</p></blockquote>",
        f'<blockquote cite="javascript:alert(1)"><p>{WORDS}</p></blockquote>',
        f'<p><a href="https://a.example/">One</a> and <a href="https://b.example/">two</a>:</p><blockquote>{WORDS}</blockquote>',
        f"<p>He said <q>{WORDS}</q> and went home to his boat.</p>",
        f"<p>{WORDS}<sup><a href='#fn9'>9</a></sup></p>",
        f"<p>⸢0⸣{WORDS}⸤</p>",
    ],
)
def test_a_voice_in_doubt_is_never_the_press_s(body):
    assert press(body) == []


def test_what_a_page_says_twice_is_furniture_the_second_time():
    incoming = read_page(page(f"<p>{WORDS}</p><blockquote><p>{WORDS}</p></blockquote>"), name="a", url=None)
    voices = [block.voice.value for block in analyse_incoming(incoming).article.blocks]
    assert voices == ["author", "furniture", "author"]


def test_q_gets_the_marks_that_a_browser_shows():
    tree = parse_html("<p>He said <q>it is <q>what</q> it is</q> and left.</p>", "a")
    QuotedTree(tree)
    assert lines(tree) == "He said “it is ‘what’ it is” and left."


def test_two_quotations_of_one_source_stay_two():
    quoted = [
        f'<blockquote cite="https://paper.example/"><p>{words}</p></blockquote>' for words in (WORDS, "It is late.")
    ]
    assert [words for words, _ in press("".join(quoted))] == [WORDS, "It is late."]


def test_metadata_and_where_each_came_from():
    linked = """<script type="application/ld+json">{"@graph": [{"@type": "Organization", "name": "Brae Notes"},
      {"@type": "NewsArticle", "headline": "A quay opens", "datePublished": "2031-03-04T23:30:00-05:00",
       "author": [{"@id": "#ann"}, {"@type": "Person", "name": "Jon Bell"}]},
      {"@id": "#ann", "@type": "Person", "name": "Ann Lee"}]}</script>"""
    head = f'{linked}<meta property="og:title" content="Another"><link rel="canonical" href="/quay">'
    found = read_page(page("", head), name="a", url="https://notes.example/x/quay?utm_source=a")
    assert found.post == Post("A quay opens", "Ann Lee, Jon Bell", "2031-03-04", "https://notes.example/quay", "en")
    assert found.told_by == {
        "title": "json-ld", "author": "json-ld", "published": "json-ld", "url": "canonical", "language": "html"
    }  # fmt: skip
    assert found.origin == "https://notes.example/quay"


def test_a_page_cannot_claim_the_address_of_another_site():
    head = '<link rel="canonical" href="https://paper.example/quay">'
    assert read_page(page("", head), name="a", url="https://notes.example/a").origin == "https://notes.example/a"


@pytest.mark.parametrize(
    "said", ["Admin", "Brae Notes", "notes.example", "Harbor", "Staff", "https://a.example/b", "editor@a.example"]
)
def test_a_site_a_section_or_a_desk_is_no_author(said):
    head = (
        f'<meta name="author" content="{said}"><meta property="og:site_name" content="Brae Notes">'
        '<meta property="article:section" content="Harbor">'
    )
    assert read_page(page("", head), name="a", url="https://www.notes.example/a").post.author is None


def test_names():
    assert person_names("By Ann Lee and Jon Bell, Staff Writer", ()) == "Ann Lee, Jon Bell"
    assert person_names("JOSÉ MARÍA DE LA CRUZ", ()) == "JOSÉ MARÍA DE LA CRUZ"
    assert person_names("Ann Lee November", ()) == "Ann Lee"
    assert person_names("ministries of defense", ()) is None


def test_days():
    assert day_of("2031-03-04T23:30:00-05:00") == "2031-03-04"
    assert day_of("20310304") == "2031-03-04"
    assert day_of("March 4, 2031") == "2031-03-04"
    assert day_of("2031-13-40") is None


@pytest.mark.parametrize(
    ("data", "header", "text"),
    [
        ("<p>Ąžuolas</p>".encode("cp1257"), "text/html; charset=windows-1257", "<p>Ąžuolas</p>"),
        ('<meta charset="windows-1251"><p>Порт</p>'.encode("cp1251"), "", '<meta charset="windows-1251"><p>Порт</p>'),
        ("<p>“Ąžuolas”</p>".encode("utf-16"), "", "<p>“Ąžuolas”</p>"),
        ("<p>Ąžuolas</p>".encode(), "text/html; charset=no-such", "<p>Ąžuolas</p>"),
        (b"<p>\x93quay\x94</p>", "text/html; charset=iso-8859-1", "<p>“quay”</p>"),
    ],
)
def test_charsets(data, header, text):
    assert decode_page(data, header, "a") == text


def test_a_page_nested_without_end_is_refused():
    with pytest.raises(QuothError, match="nested"):
        parse_html("<div>" * 240 + "<b>" * 60 + "words", "a")
    with pytest.raises(QuothError):
        read_page("<div>" * 100_000 + "words", name="a", url=None)


def test_control_characters_in_a_page_are_left_out():
    source = page("<p>The quay\x01 is&#1; <span hidden>x</span>\x02open.<!-- \x03 -->\x04<?x?>\x05</p>")
    assert "The quay is open." in read_page(source, name="page.html", url=None).text


def test_a_page_without_an_article():
    for source in ("", "<html></html>", "<!-- words -->", "<html><body><nav><a href='/'>Home</a></nav></body></html>"):
        with pytest.raises(QuothError):
            read_page(source, name="a", url=None)


PIECES = st.sampled_from([
    "<blockquote>", "</blockquote>", "<p>", "</p>", "<q>", "</q>", "<cite>", "</cite>", "<footer>", "</footer>",
    "<li id='fn1'>", "<ol>", "</ol>", "<a href='#fn1'>1</a>", "<a href='https://a.example/'>a</a>", "words ",
    "It rained. ", "“", "”", "[1]", "⸢0⸣", "⸤", "<figure>", "</figure>", "<figcaption>", "<br>", "e\u0301",
    "\u200b", "<blockquote cite='https://a.example/'>", "<blockquote class='twitter-tweet'>", ":", "— ",
    "<!-- -->", "<pre>", "\n", "<table><tr><td>", "1. A. B, C. D.",
])  # fmt: skip


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_markup_is_read_or_refused_and_only_quoted_words_are_quoted(source):
    try:
        tree = parse_html(source, "a")
    except QuothError:
        return
    marked = QuotedTree(tree)
    text, quoted = marked.read("\n".join((lines(tree), *marked.footnotes)))
    assert clean(text) == text
    assert all(0 <= item.start < item.end <= len(text) for item in quoted)
    assert all(left.end <= right.start for left, right in pairwise(quoted))
    if text.strip():
        article, _ = analyse(text, Post(), quoted)
        assert "".join(article.slice(block.start, block.end) for block in article.blocks) == text
    if "blockquote" not in source:
        assert quoted == ()
