"""What the doctor says of the models where articles were removed since the index was built."""

import shutil

from bot.doctor_models import check_models
from bot.settings import Settings
from corpus.intake import intake
from corpus.library import Library
from index.generation import open_current


def test_passages_of_removed_articles_are_not_encoded_again(home, tmp_path):
    library = Library(shutil.copytree(home / "library", tmp_path / "library"))
    generation = open_current(home / "index")
    ids = library.ids()
    for gone, states in ((ids[:1], ["ok", "ok"]), (ids[1:], ["ok"])):
        with intake(library, "a test") as taking:
            for identity in gone:
                taking.remove(identity)
        found = list(check_models(Settings(home=tmp_path), generation, Library(library.root)))
        assert [check.state for check in found if check.name in {"encoder", "drift"}] == states, found
