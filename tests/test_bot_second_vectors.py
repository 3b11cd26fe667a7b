from pathlib import Path

from bot.second_vectors import UNASKED, second_encoder
from bot.settings import Settings


def library_of(home, count):
    folder = Path(home) / "library" / "ab"
    folder.mkdir(parents=True)
    for number in range(count):
        (folder / f"ab{number:062x}.json").touch()


def test_a_large_library_gets_none_unasked_and_says_so(tmp_path):
    library_of(tmp_path, UNASKED + 1)
    said = []
    assert second_encoder(Settings(home=tmp_path), said.append) is None
    assert said[0].startswith(f"more than {UNASKED} articles and no QUOTH_MULTILINGUAL")


def test_where_they_are_turned_off_nothing_is_said(tmp_path):
    said = []
    assert second_encoder(Settings(home=tmp_path, multilingual=""), said.append) is None
    assert said == []


def test_a_model_that_is_missing_is_named(tmp_path):
    said = []
    assert second_encoder(Settings(home=tmp_path, multilingual="nobody/nothing", offline=True), said.append) is None
    assert "nobody/nothing" in said[0]
