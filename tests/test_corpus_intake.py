import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest
from conftest import quiet
from web import Page, serving

from corpus.article import Post, article_id
from corpus.disk import write
from corpus.errors import QuothError
from corpus.fetch import Visitor
from corpus.gather import Gatherer
from corpus.incoming import Incoming
from corpus.intake import Intake, Outcome, intake
from corpus.library import Library

FIRST = "The quay of Brae opened on Monday."
SECOND = "The quay of Brae opened on Tuesday."


def taken(root, text, origin="/posts/quay.md", post=Post(), **options):  # noqa: B008
    with intake(Library(root), "a test") as taking:
        return taking.take(Incoming(origin, text, post), **options)


def test_the_same_text_twice_is_one_article(tmp_path):
    assert taken(tmp_path, FIRST).outcome is Outcome.ADDED
    assert taken(tmp_path, FIRST).outcome is Outcome.KNOWN
    assert taken(tmp_path, FIRST, "https://notes.example/quay", Post(title="Other")).outcome is Outcome.KNOWN
    library = Library(tmp_path)
    assert library.ids() == (article_id(FIRST),)
    assert library.get(article_id(FIRST)).post == Post()
    assert [origin.key for origin in library.origins] == ["/posts/quay.md", "https://notes.example/quay"]


def test_other_metadata_from_the_same_origin_are_taken_over(tmp_path):
    taken(tmp_path, FIRST)
    assert taken(tmp_path, FIRST, post=Post(title="A quay")).outcome is Outcome.CHANGED
    assert Library(tmp_path).get(article_id(FIRST)).post.title == "A quay"


def test_a_new_version_takes_the_place_of_the_old_which_stays_readable(tmp_path):
    old, new = article_id(FIRST), article_id(SECOND)
    taken(tmp_path, FIRST)
    assert taken(tmp_path, SECOND).outcome is Outcome.CHANGED
    library = Library(tmp_path)
    assert library.ids() == (new,)
    left = library.old.get(old)
    assert (left.article.text, left.replaced_by) == (FIRST, new)
    origin = library.origins.get("/posts/quay.md")
    assert (origin.article, origin.before) == (new, (old,))


def test_an_old_version_stays_while_another_origin_carries_it(tmp_path):
    taken(tmp_path, FIRST)
    taken(tmp_path, FIRST, "/posts/copy.md")
    taken(tmp_path, SECOND)
    assert set(Library(tmp_path).ids()) == {article_id(FIRST), article_id(SECOND)}


def test_what_was_removed_stays_removed_until_it_is_asked_for(tmp_path):
    taken(tmp_path, FIRST)
    with intake(Library(tmp_path), "a test") as taking:
        taking.remove(article_id(FIRST))
    library = Library(tmp_path)
    assert library.ids() == ()
    assert library.old.get(article_id(FIRST)).replaced_by is None
    assert taken(tmp_path, FIRST, again=False).outcome is Outcome.REMOVED
    assert taken(tmp_path, FIRST).outcome is Outcome.ADDED


def test_erased_text_is_nowhere(tmp_path):
    taken(tmp_path, FIRST)
    with intake(Library(tmp_path), "a test") as taking:
        taking.remove(article_id(FIRST), erase=True)
    assert Library(tmp_path).old.get(article_id(FIRST)).article is None
    assert not any(b"Monday" in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


@pytest.mark.parametrize("step", range(5))
def test_a_replacement_that_was_interrupted_is_finished_by_the_next_one(tmp_path, monkeypatch, step):
    """Stop in front of each of the writes that a replacement consists of."""

    class StoppedError(Exception):
        pass

    def stop_at(method):
        def stopping(*arguments, **options):
            calls.append(method)
            if len(calls) == step + 1:
                raise StoppedError
            return method(*arguments, **options)

        return stopping

    calls = []
    taken(tmp_path, FIRST)
    with monkeypatch.context() as patched:
        for place, name in ((Library, "add"), (Library, "remove"), (Intake, "finish")):
            patched.setattr(place, name, stop_at(getattr(place, name)))
        patched.setattr("corpus.intake.write", stop_at(write))
        with pytest.raises(StoppedError):
            taken(tmp_path, SECOND)
    assert set(Library(tmp_path).ids()) & {article_id(FIRST), article_id(SECOND)}
    taken(tmp_path, SECOND)
    library = Library(tmp_path)
    assert library.ids() == (article_id(SECOND),)
    assert library.old.get(article_id(FIRST)).replaced_by == article_id(SECOND)
    assert not (tmp_path / "unfinished.json").exists()


def test_a_full_disk_is_one_line_and_leaves_what_was_there(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    taken(tmp_path, FIRST)
    monkeypatch.setattr("corpus.disk.os.fsync", full)
    with pytest.raises(QuothError, match="No space left on device"):
        taken(tmp_path, SECOND)
    monkeypatch.undo()
    assert Library(tmp_path).ids() == (article_id(FIRST),)
    assert not list(tmp_path.rglob(".*.txt.*"))


ADD = "import sys; from bot.cli import main; sys.argv[0] = 'quoth'; main()"


def test_killed_at_any_moment_the_library_is_whole_and_the_next_run_finishes(tmp_path):
    """The command `quoth-eval crash-add` does this many more times."""
    posts, home = tmp_path / "posts", tmp_path / "home"
    posts.mkdir()
    random.seed(5)
    for number in range(8):
        (posts / f"{number}.txt").write_text(f"{FIRST} Ship {number} came in.")
    command = [sys.executable, "-c", ADD, "--home", str(home), "add", str(posts)]
    for _ in range(4):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(random.uniform(0.2, 2.5))
            os.kill(process.pid, signal.SIGKILL)
        library = Library(home / "library")
        assert all(library.get(identity).text.startswith(FIRST) for identity in library.ids())
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    assert len(Library(home / "library").ids()) == 8


PAGE = """<html><head><title>T</title></head><body><article><p>{} I went there to see it with my own eyes, and so did
 everybody else who lives in the town or near it.</p></article></body></html>"""


def gather(root, source, *, again=True):
    with intake(Library(root), "a test") as taking:
        return Gatherer(taking, Visitor(private=True), quiet, again=again).gather(source)


def test_a_page_is_fetched_again_only_when_it_changed(tmp_path):
    with serving() as web:
        url = web.serve("/quay", PAGE.format(FIRST), ETag='"1"')
        assert [item.outcome for item in gather(tmp_path, url).taken] == [Outcome.ADDED]
        assert [item.outcome for item in gather(tmp_path, url).taken] == [Outcome.KNOWN]
        assert web.asked[-1][1]["if-none-match"] == '"1"'
        web.serve("/quay", PAGE.format(SECOND), ETag='"2"')
        assert [item.outcome for item in gather(tmp_path, url).taken] == [Outcome.CHANGED]
    library = Library(tmp_path)
    assert len(library.ids()) == 1
    assert library.get(library.ids()[0]).text.startswith(SECOND)


def test_a_feed_of_teasers_brings_the_pages_behind_them_once(tmp_path):
    with serving() as web:
        link = web.serve("/quay", PAGE.format(FIRST))
        item = f"<item><title>A quay</title><link>{link}</link><description>The quay…</description></item>"
        feed = f"<?xml version='1.0'?><rss version='2.0'><channel><title>T</title>{item}</channel></rss>"
        url = web.serve("/feed", feed, "application/rss+xml")
        assert [one.outcome for one in gather(tmp_path, url).taken] == [Outcome.ADDED]
        assert [one.outcome for one in gather(tmp_path, url).taken] == [Outcome.KNOWN]
        assert [path for path, _ in web.asked].count("/quay") == 1
    library = Library(tmp_path)
    assert library.get(library.ids()[0]).text.startswith(FIRST)


def test_a_source_that_fails_is_remembered_until_it_works(tmp_path):
    with serving() as web:
        web.pages["/quay"] = Page(status=500)
        report = gather(tmp_path, web.url + "/quay")
        assert "answered 500" in str(report.errors[0])
        assert [(item.source, item.count) for item in Library(tmp_path).skipped()] == [(web.url + "/quay", 1)]
        gather(tmp_path, web.serve("/quay", PAGE.format(FIRST)))
    assert Library(tmp_path).skipped() == ()


def test_a_name_with_tricks_in_it_stays_in_the_library(tmp_path):
    folder = tmp_path / "posts"
    folder.mkdir()
    name = folder / "..%2f..%2fx \n\x1b[31m.txt"
    name.write_text(FIRST)
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    gather(tmp_path / "library", str(name))
    made = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    assert made
    assert all(path.is_relative_to(tmp_path / "library") for path in made)


def test_what_is_stored_can_be_read_without_quoth(tmp_path):
    taken(tmp_path, FIRST, post=Post(title="A quay"))
    identity = article_id(FIRST)
    assert (tmp_path / identity[:2] / f"{identity}.txt").read_text() == FIRST
    assert json.loads((tmp_path / identity[:2] / f"{identity}.json").read_text())["post"]["title"] == "A quay"
