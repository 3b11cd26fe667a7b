import shutil
from hashlib import sha256

import pytest
from conftest import Counting, plain, quiet

from corpus.article import QUOTABLE
from corpus.errors import QuothError, UsageError
from corpus.library import Library
from corpus.lock import exclusive
from corpus.samples import add_samples
from eval.hash_encoder import HashEncoder
from index.build import build, is_stale
from index.cut import METHOD
from index.cut import cut as real_cut
from index.errors import IndexMismatchError, IndexMissingError
from index.generation import current_id, open_current
from index.passage import passages
from index.publish import LOCK
from index.terms import Terms
from index.tokens import token_counter


@pytest.fixture
def library(tmp_path):
    library = Library(tmp_path / "library")
    add_samples(library)
    return library


def test_indexing_twice_changes_nothing(library, tmp_path):
    first = build(library, tmp_path / "index", HashEncoder, quiet)
    second = build(library, tmp_path / "index", HashEncoder, quiet)
    assert (second.id, second.changed) == (first.id, False)
    assert not is_stale(library, tmp_path / "index")


def test_vectors_of_unchanged_passages_are_reused(library, tmp_path):
    first = build(library, tmp_path / "index", HashEncoder, quiet)
    library.remove(library.ids()[0])
    assert is_stale(library, tmp_path / "index")
    encoder = Counting()
    second = build(library, tmp_path / "index", lambda: encoder, quiet)
    assert second.passages < first.passages
    assert (second.encoded, encoder.texts) == (0, [])


def test_a_build_that_dies_leaves_the_old_index(library, tmp_path, monkeypatch):
    first = build(library, tmp_path / "index", HashEncoder, quiet)
    library.remove(library.ids()[0])

    def dies(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("index.build.seal", dies)
    with pytest.raises(KeyboardInterrupt):
        build(library, tmp_path / "index", HashEncoder, quiet)
    assert open_current(tmp_path / "index").manifest.id == first.id


@pytest.mark.parametrize("file", ["passages.npy", "vectors.faiss", "articles.npy"])
def test_a_damaged_file_is_refused_by_name(library, tmp_path, file):
    built = build(library, tmp_path / "index", HashEncoder, quiet)
    path = tmp_path / "index" / built.id / file
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    with pytest.raises(IndexMismatchError, match=file) as caught:
        open_current(tmp_path / "index")
    assert "quoth index" in caught.value.hint
    assert build(library, tmp_path / "index", HashEncoder, quiet).changed
    assert open_current(tmp_path / "index").manifest.id == built.id


def test_a_generation_without_manifest_is_refused(library, tmp_path):
    built = build(library, tmp_path / "index", HashEncoder, quiet)
    (tmp_path / "index" / built.id / "manifest.json").unlink()
    with pytest.raises(IndexMismatchError, match="incomplete"):
        open_current(tmp_path / "index")


def test_no_index_and_nothing_to_index(tmp_path):
    with pytest.raises(IndexMissingError):
        open_current(tmp_path / "index")
    with pytest.raises(QuothError, match="nothing to quote"):
        build(Library(tmp_path / "empty"), tmp_path / "index", HashEncoder, quiet)


def test_passages_are_whole_sentences_of_one_quotable_block(library):
    for article in library.articles():
        for passage in passages(article, token_counter()):
            block = article.block_at(passage.start)
            assert block.voice in QUOTABLE
            assert passage.end <= block.end


def storm(number=1):
    return plain(f"The port of Brae closed on Monday because of storm {number}.", "Storm")


def test_one_more_article_is_all_that_is_read_and_encoded(library, tmp_path, monkeypatch):
    build(library, tmp_path / "index", HashEncoder, quiet)
    library.add(storm())
    cut = []
    monkeypatch.setattr("index.survey.cut", lambda article, *rest: cut.append(article.id) or real_cut(article, *rest))
    encoder = Counting()
    built = build(library, tmp_path / "index", lambda: encoder, quiet)
    assert built.encoded == 1
    assert encoder.texts == ["Storm\nThe port of Brae closed on Monday because of storm 1."]
    assert cut == [storm().id]


def test_the_order_of_arrival_changes_no_byte_that_ranks(tmp_path):
    posts = [storm(number) for number in range(6)]
    for name, order in (("a", posts), ("b", posts[::-1])):
        library = Library(tmp_path / name / "library")
        for post in order:
            library.add(post)
            build(library, tmp_path / name / "index", HashEncoder, quiet)
    one, other = (open_current(tmp_path / name / "index") for name in "ab")
    assert one.manifest.id == other.manifest.id
    for file in ("passages.npy", "articles.npy", "sentences.npy", "vectors.faiss", "families.json"):
        assert (one.folder / file).read_bytes() == (other.folder / file).read_bytes()
    for k in (1, 3, 6):
        assert one.lexical.best("storm in the port", k) == other.lexical.best("storm in the port", k)


def test_adding_and_removing_leaves_what_a_rebuild_makes(library, tmp_path):
    library.add(storm())
    build(library, tmp_path / "index", HashEncoder, quiet)
    library.remove(storm().id)
    after = build(library, tmp_path / "index", HashEncoder, quiet)
    assert after.id == build(library, tmp_path / "fresh", HashEncoder, quiet).id
    one, other = open_current(tmp_path / "index"), open_current(tmp_path / "fresh")
    assert one.lexical.best("limit on the toll", 20) == other.lexical.best("limit on the toll", 20)
    assert (one.vectors.codes() == other.vectors.codes()).all()


def test_equal_texts_are_cut_off_by_row_however_many_there_are(tmp_path):
    library = Library(tmp_path / "library")
    for number in range(40):
        library.add(plain(f"The port closed on day {number}."))
    build(library, tmp_path / "index", HashEncoder, quiet)
    found = open_current(tmp_path / "index").lexical.best("port", 5)
    assert [row for row, _ in found] == sorted(row for row, _ in found)
    assert found == open_current(tmp_path / "index").lexical.best("port", 40)[:5]


def test_vectors_are_taken_from_the_earlier_generation_when_the_last_is_damaged(library, tmp_path):
    build(library, tmp_path / "index", HashEncoder, quiet)
    library.add(storm())
    last = build(library, tmp_path / "index", HashEncoder, quiet)
    (tmp_path / "index" / last.id / "vectors.faiss").write_bytes(b"?")
    assert build(library, tmp_path / "index", HashEncoder, quiet).encoded == 1
    assert open_current(tmp_path / "index").manifest.id == last.id


def test_much_that_would_be_gone_asks_first(tmp_path):
    library = Library(tmp_path / "library")
    for number in range(100):
        library.add(storm(number))
    first = build(library, tmp_path / "index", HashEncoder, quiet)
    for identity in library.ids()[:65]:
        library.remove(identity)
    with pytest.raises(UsageError, match="65 of 100 indexed passages"):
        build(library, tmp_path / "index", HashEncoder, quiet, terms=Terms(churn=0.2))
    assert current_id(tmp_path / "index") == first.id
    assert build(library, tmp_path / "index", HashEncoder, quiet, terms=Terms(churn=0.7)).passages == 35


def test_changed_metadata_is_cut_anew(tmp_path):
    library = Library(tmp_path / "library")
    library.add(storm())
    build(library, tmp_path / "index", HashEncoder, quiet)
    library.add(plain(storm().text, "Gale"))
    assert build(library, tmp_path / "index", HashEncoder, quiet).encoded == 1
    assert open_current(tmp_path / "index").lexical.best("gale", 1)


def test_only_one_builds_at_a_time(library, tmp_path):
    with exclusive(tmp_path / "index" / LOCK, "quoth index"), pytest.raises(QuothError, match="quoth index"):
        build(library, tmp_path / "index", HashEncoder, quiet)


def test_what_dead_builds_left_is_cleared_away(library, tmp_path):
    built = build(library, tmp_path / "index", HashEncoder, quiet)
    shutil.copytree(tmp_path / "index" / built.id, tmp_path / "index" / ".0123456789abcdef.77")
    (tmp_path / "index" / ".CURRENT.77").write_text("x")
    (tmp_path / "index" / "fedcba9876543210").mkdir()
    build(library, tmp_path / "index", HashEncoder, quiet)
    assert {path.name for path in (tmp_path / "index").iterdir() if path.is_dir()} == {built.id}
    assert not list((tmp_path / "index").glob(".*"))


def test_how_the_samples_are_cut_is_this_method(library, tmp_path):
    build(library, tmp_path / "index", HashEncoder, quiet)
    rows = open_current(tmp_path / "index").rows
    # Where this fails, passages or their context come out otherwise: raise METHOD, or unchanged articles keep the old.
    assert (METHOD, sha256(rows.tobytes()).hexdigest()[:16]) == (2, "c3b397a8879c7ebb")
