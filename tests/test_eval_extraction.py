import gzip
import json
from dataclasses import replace

import pytest
from conftest import quiet

from eval.crash_add import kill_often
from eval.extraction import overlap, read_pages, shingles
from eval.feeds import count_feeds


def test_shingles_are_runs_of_four_words_counted():
    assert shingles("a b c d e") == {("a", "b", "c", "d"): 1, ("b", "c", "d", "e"): 1}
    assert shingles("a b") == {("a", "b"): 1}
    assert shingles("a a a a a") == {("a", "a", "a", "a"): 2}
    assert shingles("…") == {}


def test_each_page_weighs_the_same():
    # The first page: 1 right, 1 spurious, 0 missing; the second: 2 right. So right 1.5, spurious .5, missing 0.
    found = overlap([("a b c d", "a b c d e"), ("a b c d e", "a b c d e")])
    assert (found.right, found.spurious, found.missing) == (1.5, 0.5, 0.0)
    assert (found.precision, found.recall) == (0.75, 1.0)
    assert found.f1 == pytest.approx(2 * 0.75 / 1.75)


def test_a_page_of_the_benchmark_is_read_by_both(tmp_path):
    words = "The council of Brae opened the new quay on Monday, and everybody in the town went there to see it."
    head = "<head><meta name='author' content='Ann Lee'></head>"
    page = f"<html>{head}<body><article><p>{words}</p></article></body></html>"
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "a.html.gz").write_bytes(gzip.compress(page.encode()))
    truth = {"a": {"url": "https://notes.example/quay", "articleBody": words}}
    (tmp_path / "ground-truth.json").write_text(json.dumps(truth))
    (found,) = read_pages(tmp_path, quiet)
    assert (found.body, found.their_body, found.author, found.their_author) == (words, words, "Ann Lee", "Ann Lee")


def test_a_lost_entry_is_seen(tmp_path):
    item = "<item><title>T</title><description>It rained.</description></item>"
    (tmp_path / "a.xml").write_text(f"<rss version='2.0'><channel>{item}{item}<!-- <item> --></channel></rss>")
    (counted,) = count_feeds(tmp_path)
    assert (counted.there, counted.found, counted.right) == (2, 2, True)
    assert not replace(counted, found=1).right
    assert replace(counted, found=1, skipped={"draft": 1}).right


def test_killing_leaves_nothing_amiss(tmp_path):
    assert [one.amiss for one in kill_often(tmp_path, 1, seed=3)] == [()]
