"""``quoth add``: what counts as a source, and what is said then."""

from test_bot_cli import quoth


def test_two_texts_from_stdin_are_two_articles(tmp_path):
    for text in ("An oak stands in the park.", "A birch stands on the hill."):
        assert (
            quoth(tmp_path, "add", "-", stdin=text).stdout == "1 added, 0 already there, 0 failed; next: quoth index\n"
        )
    assert quoth(tmp_path, "add", "-", stdin=text).stdout == "0 added, 1 already there, 0 failed\n"
    assert len(quoth(tmp_path, "list").stdout.splitlines()) == 2


def test_the_library_itself_is_no_source(tmp_path):
    home = tmp_path / "home"
    (tmp_path / "post.txt").write_text("An oak stands in the park.")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    assert quoth(home, "add", str(tmp_path / "post.txt")).returncode == 0
    assert quoth(home, "add", str(tmp_path)).stdout == "0 added, 1 already there, 1 failed\n"
    assert quoth(home, "add", str(tmp_path / "**" / "*.txt")).stdout == "0 added, 1 already there, 1 failed\n"


def test_an_empty_path_is_not_the_folder_one_is_in(tmp_path):
    result = quoth(tmp_path, "add", "")
    assert result.returncode == 3
    assert "an empty path names nothing" in result.stderr
