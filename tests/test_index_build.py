from hashlib import sha256

import numpy as np
import pytest
from conftest import quiet

from corpus.article import QUOTABLE
from corpus.errors import QuothError
from corpus.library import Library
from corpus.samples import add_samples
from index.build import build, is_stale
from index.errors import IndexMismatchError, IndexMissingError
from index.generation import open_current
from index.passage import passages
from index.tokens import token_counter


class Toy:
    """An encoder that knows nothing but is always the same."""

    name = "toy@1"
    dimension = 8

    def __init__(self):
        self.encoded = 0

    def encode(self, texts):
        self.encoded += len(texts)
        rows = [np.frombuffer(sha256(text.encode()).digest()[:8], dtype=np.uint8) for text in texts]
        return np.array([row / np.linalg.norm(row) for row in rows], dtype=np.float32)

    def encode_question(self, question):
        return self.encode([question])[0]


@pytest.fixture
def library(tmp_path):
    library = Library(tmp_path / "library")
    add_samples(library)
    return library


def test_indexing_twice_changes_nothing(library, tmp_path):
    first = build(library, tmp_path / "index", Toy, quiet)
    second = build(library, tmp_path / "index", Toy, quiet)
    assert (second.id, second.changed) == (first.id, False)
    assert not is_stale(library, tmp_path / "index")


def test_vectors_of_unchanged_passages_are_reused(library, tmp_path):
    first = build(library, tmp_path / "index", Toy, quiet)
    library.remove(library.ids()[0])
    assert is_stale(library, tmp_path / "index")
    encoder = Toy()
    second = build(library, tmp_path / "index", lambda: encoder, quiet)
    assert second.passages < first.passages
    assert (second.encoded, encoder.encoded) == (0, 0)


def test_a_build_that_dies_leaves_the_old_index(library, tmp_path, monkeypatch):
    first = build(library, tmp_path / "index", Toy, quiet)
    library.remove(library.ids()[0])

    def dies(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("index.build.seal", dies)
    with pytest.raises(KeyboardInterrupt):
        build(library, tmp_path / "index", Toy, quiet)
    assert open_current(tmp_path / "index").manifest.id == first.id


@pytest.mark.parametrize("file", ["passages.npy", "vectors.faiss", "articles.npy"])
def test_a_damaged_file_is_refused_by_name(library, tmp_path, file):
    built = build(library, tmp_path / "index", Toy, quiet)
    path = tmp_path / "index" / built.id / file
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    with pytest.raises(IndexMismatchError, match=file) as caught:
        open_current(tmp_path / "index")
    assert "quoth index" in caught.value.hint
    assert build(library, tmp_path / "index", Toy, quiet).changed
    assert open_current(tmp_path / "index").manifest.id == built.id


def test_a_generation_without_manifest_is_refused(library, tmp_path):
    built = build(library, tmp_path / "index", Toy, quiet)
    (tmp_path / "index" / built.id / "manifest.json").unlink()
    with pytest.raises(IndexMismatchError, match="incomplete"):
        open_current(tmp_path / "index")


def test_no_index_and_nothing_to_index(tmp_path):
    with pytest.raises(IndexMissingError):
        open_current(tmp_path / "index")
    with pytest.raises(QuothError, match="nothing to quote"):
        build(Library(tmp_path / "empty"), tmp_path / "index", Toy, quiet)


def test_passages_are_whole_sentences_of_one_quotable_block(library):
    for article in library.articles():
        for passage in passages(article, token_counter()):
            block = article.block_at(passage.start)
            assert block.voice in QUOTABLE
            assert passage.end <= block.end
