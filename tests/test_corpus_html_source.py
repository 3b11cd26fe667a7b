"""What the line below a quoted block says of its source."""

import pytest

from corpus.html_source import source_of
from corpus.tree import parse_html

LINK = '<a href="https://courier.example/oven">“Nine to four”</a>'


@pytest.mark.parametrize(
    ("cite", "fields"),
    [
        (f"Jan Rook, {LINK}, The Ferrin Courier, February 7, 2031", ("Jan Rook", "Nine to four", "The Ferrin Courier")),
        ("— “Nine to four”, The Ferrin Courier", (None, "Nine to four", "The Ferrin Courier")),
        ("“Nine to four”", (None, "Nine to four", None)),
        ("Two Papers, No Common Line", (None, "Two Papers, No Common Line", None)),
    ],
)
def test_a_cite_that_holds_the_whole_line_is_read_as_one(cite, fields):
    quotation = next(
        parse_html(f"<blockquote><p>It moved.</p><cite>{cite}</cite></blockquote>", "x").iter("blockquote")
    )
    source = source_of(quotation)
    assert (source.author, source.title, source.publication) == fields
