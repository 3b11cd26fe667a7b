import pytest
from conftest import Counting, plain, quiet

from corpus.errors import QuothError
from corpus.library import Library
from eval.hash_encoder import HashEncoder
from index.build import build
from index.errors import IndexMismatchError, IndexMissingError
from index.generation import current_id, open_current
from index.publish import generations, previous_id, published, rollback
from index.reader import Reader
from index.terms import Terms


@pytest.fixture
def library(tmp_path):
    return Library(tmp_path / "library")


def publish(library, number, **terms):
    library.add(plain(f"Lighthouse number {number} was lit on Monday."))
    root = library.root.parent / "index"
    return build(library, root, HashEncoder, quiet, terms=Terms(**terms)).id


def test_rollback_goes_to_what_served_before_and_indexing_goes_on(library, tmp_path):
    root = tmp_path / "index"
    first, second = publish(library, 1), publish(library, 2)
    assert previous_id(root) == first
    assert rollback(root, None) == (second, first)
    assert current_id(root) == first
    encoder = Counting()
    again = build(library, root, lambda: encoder, quiet)
    assert (again.id, again.changed, encoder.texts) == (second, True, [])
    assert [identity for _, identity in published(root)] == [first, second, first, second]


def test_rollback_to_a_named_generation(library, tmp_path):
    first, second, third = (publish(library, number, keep=5) for number in range(3))
    assert rollback(tmp_path / "index", first[:9]) == (third, first)
    assert rollback(tmp_path / "index", second) == (first, second)
    with pytest.raises(QuothError, match="serves already"):
        rollback(tmp_path / "index", second)
    with pytest.raises(IndexMissingError, match="no generations"):
        rollback(tmp_path / "index", "zz")


def test_there_is_no_way_back_from_the_first_nor_to_a_damaged_one(library, tmp_path):
    first = publish(library, 1)
    with pytest.raises(IndexMissingError, match="no earlier index"):
        rollback(tmp_path / "index", None)
    second = publish(library, 2)
    (tmp_path / "index" / first / "passages.npy").write_bytes(b"?")
    with pytest.raises(IndexMismatchError, match=first):
        rollback(tmp_path / "index", None)
    assert current_id(tmp_path / "index") == second


def test_old_generations_go_but_not_while_somebody_reads_them(library, tmp_path):
    root = tmp_path / "index"
    first = publish(library, 1)
    reader = open_current(root)
    second, third = publish(library, 2), publish(library, 3)
    assert generations(root) == [third, second, first]
    assert reader.lexical.best("lighthouse", 5)
    del reader
    assert not build(library, root, HashEncoder, quiet).changed
    assert generations(root) == [third, second]


def test_what_is_made_ready_serves_only_when_it_is_published(library, tmp_path):
    root = tmp_path / "index"
    first = publish(library, 1)
    ready = publish(library, 2, publish=False)
    assert current_id(root) == first != ready
    assert build(library, root, HashEncoder, quiet).encoded == 0
    assert current_id(root) == ready


def test_a_reader_takes_up_the_new_and_keeps_the_old_when_the_new_is_damaged(library, tmp_path, caplog):
    root = tmp_path / "index"
    first = publish(library, 1)
    reader = Reader(root, HashEncoder.name)
    second = publish(library, 2, publish=False)
    (root / second / "articles.npy").write_bytes(b"?")
    (root / "CURRENT").write_text(second)
    assert [reader.newest().manifest.id for _ in range(2)] == [first, first]
    assert len(caplog.records) == 1
    assert build(library, root, HashEncoder, quiet).id == second
    assert reader.newest().manifest.id == second


def test_a_reader_does_not_wait_for_one_that_opens(library, tmp_path):
    first = publish(library, 1)
    reader = Reader(tmp_path / "index", HashEncoder.name)
    publish(library, 2)
    with reader._opening:
        assert reader.newest().manifest.id == first
    assert reader.newest().manifest.id != first


def test_a_foreign_encoder_is_refused_by_name(library, tmp_path):
    publish(library, 1)
    with pytest.raises(IndexMismatchError, match="other@2"):
        Reader(tmp_path / "index", "other@2")
