import json
from hashlib import sha256

from test_bot_cli import quoth, refused
from web import serving

DRY = "It is dry."
PAGE = """<html><head><title>T</title></head><body><article><p>The quay of Brae opened on Monday. I went there to see it
 with my own eyes, and so did everybody else who lives in the town or near it.</p></article></body></html>"""
FEED = """<?xml version='1.0'?><rss version='2.0' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
 <title>T</title><item><title>A quay</title><link>{}/quay</link><content:encoded>It rained on Monday.</content:encoded>
 </item></channel></rss>"""


def test_everything_that_can_be_added(tmp_path):
    folder = tmp_path / "posts"
    folder.mkdir()
    (folder / "a.html").write_text(PAGE)
    (folder / "b.txt").write_text("It snowed on Friday.")
    mail = b"From: Ann Lee <a@b.example>\nSubject: News\nMIME-Version: 1.0\n\nIt hailed on Sunday.\n"
    (folder / "c.eml").write_bytes(mail)
    with serving() as web:
        feed = web.serve("/feed", FEED.format(web.url), "application/rss+xml")
        sources = (str(folder), str(folder / "*.txt"), feed, "-")
        result = quoth(tmp_path, "add", *sources, "--json", stdin=DRY, QUOTH_FETCH_PRIVATE="1")
        assert result.returncode == 0, result.stderr
        told = json.loads(result.stdout)
        assert (told["added"], told["known"], told["failed"]) == (5, 1, 0)
        assert sorted(item["origin"] for item in told["articles"]) == sorted(
            [str(folder / "a.html"), str(folder / "b.txt"), str(folder / "b.txt"), str(folder / "c.eml"),
             f"{web.url}/quay", f"stdin {sha256(DRY.encode()).hexdigest()[:12]}"]
        )  # fmt: skip
        assert "not a public address" in refused(quoth(tmp_path, "add", feed), 3)


def test_watching_says_nothing_until_something_happens(tmp_path):
    folder = tmp_path / "posts"
    folder.mkdir()
    (folder / "a.txt").write_text("It rained on Monday.")
    (folder / "b.txt").write_text("It snowed on Friday.")
    assert quoth(tmp_path, "watch", "add", "--mirror", str(folder)).returncode == 0
    assert quoth(tmp_path, "watch", "run").stdout.startswith("2 added, ")
    quiet = quoth(tmp_path, "watch", "run")
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")
    (folder / "a.txt").write_text("It rained on Tuesday.")
    (folder / "b.txt").unlink()
    assert quoth(tmp_path, "watch", "run").stdout.startswith("0 added, 1 changed, 1 removed, ")
    assert len(quoth(tmp_path, "list").stdout.splitlines()) == 1
    assert json.loads(quoth(tmp_path, "watch", "list", "--json").stdout)["source"] == str(folder)
    assert quoth(tmp_path, "watch", "remove", str(folder)).returncode == 0
    assert quoth(tmp_path, "watch", "list").stdout == ""
    refused(quoth(tmp_path, "watch", "add", str(tmp_path / "nowhere")), 2)


def test_a_permalink_of_a_removed_article_says_so(tmp_path):
    post = tmp_path / "post.txt"
    post.write_text("It rained on Monday.")
    quoth(tmp_path, "add", str(post))
    identity = json.loads(quoth(tmp_path, "list", "--json").stdout)["id"]
    assert quoth(tmp_path, "show", f"{identity[:12]}-0-20").stdout.splitlines() == ["unchanged", "It rained on Monday."]
    assert quoth(tmp_path, "remove", identity).returncode == 0
    gone = quoth(tmp_path, "show", f"{identity[:12]}-0-20", "--json")
    assert (gone.returncode, json.loads(gone.stdout)["state"]) == (1, "gone")
