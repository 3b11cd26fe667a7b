import pytest

from bot.permalink import permalink
from bot.whereabouts import State, whereabouts
from corpus.article import Post, article_id
from corpus.errors import QuothError
from corpus.incoming import Incoming
from corpus.intake import intake
from corpus.library import Library

FIRST = "The quay of Brae cost four million crowns. It opened on Monday."
COST = (0, 42)


def store(root, text):
    with intake(Library(root), "a test") as taking:
        taking.take(Incoming("/posts/quay.md", text, Post()))


def state(root, **expected):
    found = whereabouts(Library(root), permalink(article_id(FIRST), *COST))
    assert {name: getattr(found, name) for name in expected} == expected
    return found


def test_unchanged_moved_changed_gone(tmp_path):
    store(tmp_path, FIRST)
    words = FIRST[slice(*COST)]
    state(tmp_path, state=State.UNCHANGED, was=words, now=None, since=None)

    moved = f"Added later. {FIRST}"
    store(tmp_path, moved)
    state(tmp_path, state=State.MOVED, was=words, now=words, moved_to=permalink(article_id(moved), 13, 55))

    changed = "The quay of Brae cost nine million crowns. It opened on Monday."
    store(tmp_path, changed)
    found = state(tmp_path, state=State.CHANGED, was=words, now="The quay of Brae cost nine million crowns")
    assert [(item.yours, item.printed) for item in found.differences] == [("four", "nine")]
    assert found.to_json()["differences"] == [{"was": "four", "now": "nine"}]

    store(tmp_path, "Nothing about harbors any more.")
    assert state(tmp_path, state=State.GONE, was=words, now=None).since

    store(tmp_path, FIRST)
    state(tmp_path, state=State.UNCHANGED)


def test_removed_and_erased(tmp_path):
    store(tmp_path, FIRST)
    with intake(Library(tmp_path), "a test") as taking:
        taking.remove(article_id(FIRST))
    assert state(tmp_path, state=State.GONE, was=FIRST[slice(*COST)]).describe().startswith("gone (since 2")
    store(tmp_path, FIRST)
    with intake(Library(tmp_path), "a test") as taking:
        taking.remove(article_id(FIRST), erase=True)
    assert "erased" in state(tmp_path, state=State.GONE, was=None).describe()


IDENTITY = article_id(FIRST)[:12]


@pytest.mark.parametrize("link", [f"{IDENTITY}-0-900", f"{IDENTITY}-4-4", "000000000000-0-4"])
def test_a_link_that_was_never_made(tmp_path, link):
    store(tmp_path, FIRST)
    with pytest.raises(QuothError):
        whereabouts(Library(tmp_path), link)
