import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

QUOTH = Path(sys.executable).with_name("quoth")


def quoth(home, *arguments, stdin=None, **environment):
    known = {key: value for key, value in os.environ.items() if not key.startswith("QUOTH_")}
    return subprocess.run(
        [QUOTH, *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**known, "QUOTH_HOME": str(home), **environment},
    )


def refused(result, code):
    assert result.returncode == code, result.stderr
    assert "Traceback" not in result.stderr
    lines = [line for line in result.stderr.splitlines() if line.startswith("quoth: ")]
    assert len(lines) == 1, result.stderr
    return lines[0]


def test_an_empty_home_answers_from_the_samples(tmp_path):
    result = quoth(tmp_path / "home", "ask", "what does Russia want on army size?")
    assert result.returncode == 0, result.stderr
    assert "sample library" in result.stderr
    assert "limit on the number of Ukrainian" in " ".join(result.stdout.replace("│", " ").split())


def test_add_index_ask_list_show_remove(tmp_path):
    post = tmp_path / "post.md"
    post.write_text("---\ntitle: Port\n---\nThe port of Brae closed on Monday because of a storm.\n")
    assert quoth(tmp_path, "add", str(post)).stdout.startswith("1 added")
    assert quoth(tmp_path, "add", str(post)).stdout.startswith("0 added, 1 already there")
    assert quoth(tmp_path, "index").returncode == 0
    answer = json.loads(quoth(tmp_path, "ask", "--json", "When did the port of Brae close?").stdout)
    assert answer["verdict"] == "answered"
    identity = quoth(tmp_path, "list").stdout.split()[0]
    assert "The port of Brae" in quoth(tmp_path, "show", identity).stdout
    assert quoth(tmp_path, "remove", identity).returncode == 0
    assert quoth(tmp_path, "list").stdout == ""


def test_questions_from_stdin(home):
    result = quoth(home, "ask", "--json", "-", stdin="How deep is the channel kept?\nHow does photosynthesis work?\n")
    assert [json.loads(line)["verdict"] for line in result.stdout.splitlines()] == ["answered", "off_corpus"]
    assert result.returncode == 0


def test_a_refusal_is_one(home):
    assert quoth(home, "ask", "How does photosynthesis work?").returncode == 1


@pytest.mark.parametrize("question", ["", "🙂", "x" * 10_000])
def test_what_is_no_question(home, question):
    refused(quoth(home, "ask", question), 2)


def test_an_unknown_setting(home):
    assert "QUOTH_ENCODR" in refused(quoth(home, "ask", "who?", QUOTH_ENCODR="x"), 2)


def test_a_model_that_is_not_there(home):
    refused(quoth(home, "ask", "who?", QUOTH_ENCODER="nobody/nothing", QUOTH_OFFLINE="1"), 3)


def test_a_home_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("")
    refused(quoth(tmp_path / "file" / "home", "ask", "who?"), 3)


def test_bad_files_leave_the_good_ones(tmp_path):
    folder = tmp_path / "posts"
    folder.mkdir()
    (folder / "good.txt").write_text("The port closed.")
    (folder / "empty.txt").write_text("")
    (folder / "link.txt").symlink_to(folder / "nowhere")
    with (folder / "large.txt").open("wb") as file:
        file.truncate(50 << 20)
    result = quoth(tmp_path, "add", str(folder))
    assert result.returncode == 3
    assert result.stdout.startswith("1 added, 0 already there, 3 failed")
    assert "Traceback" not in result.stderr
    assert len(result.stderr.splitlines()) == 3


def test_a_folder_without_articles_is_told_apart_from_one_that_was_read(tmp_path):
    (tmp_path / "empty").mkdir()
    result = quoth(tmp_path, "add", str(tmp_path / "empty"))
    assert result.returncode == 1
    assert result.stdout.strip().endswith("nothing to read there")


def test_what_was_assumed_is_said(tmp_path):
    post = tmp_path / "post.txt"
    post.write_text("First line.\nThe port closed.” [1]\n")
    assert f"{post}:2: " in quoth(tmp_path, "add", str(post)).stderr


def test_a_damaged_index(tmp_path):
    post = tmp_path / "post.txt"
    post.write_text("The port closed on Monday.")
    quoth(tmp_path, "add", str(post))
    quoth(tmp_path, "index")
    next((tmp_path / "index").glob("*/vectors.faiss")).write_bytes(b"?")
    assert "quoth index" in refused(quoth(tmp_path, "ask", "when?"), 3)


def test_a_token_that_is_none(home):
    refused(quoth(home, "serve"), 2)
    line = refused(quoth(home, "serve", QUOTH_TELEGRAM_TOKEN="secret-thing"), 2)
    assert "secret" not in line
