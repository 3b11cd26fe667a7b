"""What a page says about itself, as blogs of several makers write it."""

import pytest

from corpus.metadata import Fact, page_facts
from corpus.tree import parse_html


@pytest.mark.parametrize(
    "told",
    [
        "<abbr class='published' itemprop='datePublished' title='2021-05-03T18:20:00+02:00'>6:20 PM</abbr>",
        "<span itemprop='datePublished' content='2021-05-03'>on Monday</span>",
        "<div itemprop='datePublished'>3 May 2021</div>",
    ],
)
def test_the_day_of_publishing_stands_in_the_element_that_says_so(told):
    page = f"<html><body><h1>Who owns the lake</h1><p>The pike may wait.</p><p>Posted at {told}</p></body></html>"
    assert page_facts(parse_html(page, "page.html"), None)["published"] == Fact("2021-05-03", "datePublished")
