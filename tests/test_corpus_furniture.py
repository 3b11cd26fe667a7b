"""Lines that newsletters have round a post, and prose that begins like them."""

import pytest

from corpus.furniture import is_furniture


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
