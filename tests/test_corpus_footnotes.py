"""Notes below a page, as blogs write them."""

from corpus.footnotes import write_footnotes
from corpus.tree import lines, parse_html

PAGE = """<div><p>The first sleeper left at ten.<a id="footnote-anchor-1" href="#footnote-1">1</a></p><p>I slept.</p>
<div class="footnote"><a id="footnote-1" href="#footnote-anchor-1">1</a>
<div class="footnote-content"><p>In coach three; see also <a href="#footnote-anchor-2">2</a>.</p></div></div></div>"""


def test_a_number_that_leads_back_takes_no_paragraph_away():
    tree = parse_html(PAGE, "page.html")

    assert write_footnotes(tree) == ("1. In coach three; see also 2.",)
    assert lines(tree) == "The first sleeper left at ten.[1]\nI slept."
