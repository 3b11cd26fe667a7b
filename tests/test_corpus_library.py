import pytest

from corpus.article import Post
from corpus.errors import QuothError
from corpus.library import Library, digest_of
from corpus.read import ANALYSIS_VERSION, analyse


def article(text="The port closed."):
    return analyse(text, Post(title="A"))[0]


def test_what_is_added_comes_back(tmp_path):
    library = Library(tmp_path)
    stored = article("“It closed. “We wait for the tide,” said Ann Lee.” [1]\nI doubt it.\n1. A. Doe, Jane. P. 2031.")
    assert library.add(stored)
    assert not library.add(stored)
    assert library.get(stored.id) == stored
    assert library.ids() == (stored.id,)


def test_a_changed_text_is_refused(tmp_path):
    library = Library(tmp_path)
    stored = article()
    library.add(stored)
    next(tmp_path.glob("??/*.txt")).write_text("The port opened.")
    with pytest.raises(QuothError, match="damaged"):
        library.get(stored.id)


def test_removed_is_gone(tmp_path):
    library = Library(tmp_path)
    stored = article()
    library.add(stored)
    library.remove(library.find(stored.id[:8]))
    assert library.get(stored.id) is None
    with pytest.raises(QuothError, match="no articles"):
        library.find(stored.id)


def test_the_digest_follows_texts_and_metadata(tmp_path):
    library = Library(tmp_path)
    before = digest_of(library.records())
    library.add(article())
    assert digest_of(library.records()) != before


def test_what_an_older_version_analysed_is_stored_anew(tmp_path):
    library = Library(tmp_path)
    stored = article()
    library.add(stored)
    record = next(tmp_path.glob("??/*.json"))
    fresh = record.read_bytes()
    record.write_bytes(fresh.replace(f'"analysis": {ANALYSIS_VERSION}'.encode(), b'"analysis": 1'))
    assert list(library.refresh(library.ids())) == [(1, 1)]
    assert record.read_bytes() == fresh
    assert list(library.refresh(library.ids())) == []
