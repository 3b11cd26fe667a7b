from random import Random

import numpy as np
import pytest

from corpus.library import Library
from corpus.read import read_post
from eval.hash_encoder import HashEncoder
from index.build import build
from index.families import Family, read_families
from index.generation import open_current
from index.resemblance import near_duplicates, signature


def words(seed, count=400):
    return [f"w{Random(seed).randrange(10**6)}x{number}" for number in range(count)]


def shingles(text):
    return {tuple(text[at : at + 5]) for at in range(len(text) - 4)}


@pytest.mark.parametrize("changed", [0, 5, 20, 60])
def test_equal_hashes_estimate_the_share_of_common_shingles(changed):
    one, other = words(1), words(1)
    for at in Random(2).sample(range(400), changed):
        other[at] = "else"
    share = len(shingles(one) & shingles(other)) / len(shingles(one) | shingles(other))
    estimate = np.mean(signature(" ".join(one)) == signature(" ".join(other)))
    assert estimate == pytest.approx(share, abs=0.15)


def test_near_duplicates_are_grouped_under_the_first():
    copy = words(1)[:-1]
    texts = [words(3), words(1), words(2), copy, words(1), words(3)]
    signatures = np.stack([signature(" ".join(text)) for text in texts])
    assert near_duplicates(signatures) == [(0, 5), (1, 3, 4)]


def test_case_and_marks_make_no_difference_and_empty_texts_are_taken():
    assert (signature("The port closed, he said.") == signature("the PORT closed he said")).all()
    assert signature("").shape == (64,)


def test_the_signature_of_a_text_never_changes():
    assert signature("The port closed on Monday because of a storm.")[:3].tolist() == [703597545, 1268535433, 159677090]


def test_families_are_press_sentences_in_several_posts(tmp_path):
    library = Library(tmp_path / "library")
    shared = "The toll begins at noon on Monday."
    for number, also in enumerate(["", " A storm came at night.", ""]):
        press = f"“{shared} Day {number} was a quiet one.{also}” [1]"
        post = f"{press}\n{shared}\n1. A. Doe, Toll. P. 2031."
        library.add(read_post(post.encode(), name="post").article)
    built = build(library, tmp_path / "index", HashEncoder, lambda *_: None)
    found = read_families(tmp_path / "index" / built.id / "families.json")
    first = library.ids()[0]
    assert (found.press_sentences, found.shared, found.places) == (7, 1, 3)
    assert found.widest == (Family(3, first, 1, 35),)
    assert library.get(first).slice(1, 35) == shared
    assert len(open_current(tmp_path / "index").sentences) == 7
