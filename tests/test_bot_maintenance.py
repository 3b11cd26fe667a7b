import json
from functools import partial
from random import Random

import pytest
from conftest import plain, quiet
from test_bot_cli import quoth

from bot.check import State
from bot.compare import changed_answers, read_questions
from bot.doctor import examine, exit_code
from bot.doctor_index import check_generation, check_index
from bot.doctor_library import check_library
from bot.engine import Engine
from bot.settings import Settings
from bot.stats import Dates, count
from corpus.errors import UsageError
from corpus.library import Library
from eval.crash import kill_often
from eval.hash_encoder import HashEncoder
from eval.publishing import ask_while_publishing
from eval.sample_home import sample_indexer
from index.build import build
from index.generation import open_current
from index.plan import make_plan


class Longest:
    """Judges that the longest text answers best."""

    name = "longest@1"

    def logits(self, _question, texts):
        return [float(len(text)) for text in texts]

    def read(self, _question, _texts):
        return None


@pytest.fixture
def library(tmp_path):
    library = Library(tmp_path / "library")
    for number in range(3):
        library.add(plain(f"Lighthouse number {number} was lit on Monday. Its keeper has {number} lamps."))
    build(library, tmp_path / "index", HashEncoder, quiet)
    return library


def test_a_plan_says_what_a_build_then_does_and_touches_nothing(library, tmp_path):
    gone, kept = library.ids()[:2]
    library.remove(gone)
    library.add(plain(library.get(kept).text, "With a title"))
    library.add(plain("The port of Brae closed on Monday."))
    before = sorted(path.stat().st_mtime_ns for path in tmp_path.rglob("*"))
    plan = make_plan(library, tmp_path / "index", HashEncoder, quiet)
    assert sorted(path.stat().st_mtime_ns for path in tmp_path.rglob("*")) == before
    added = plain("The port of Brae closed on Monday.").id
    assert (plan.added, plan.changed, plan.removed) == (
        (added,),
        (kept,),
        (gone,),
    )
    assert (plan.indexed, plan.lost, plan.passages, plan.to_encode, plan.read_anew) == (3, 2, 3, 2, 0)
    assert plan.rate > 0
    assert build(library, tmp_path / "index", HashEncoder, quiet).encoded == plan.to_encode
    assert make_plan(library, tmp_path / "index", HashEncoder, quiet).nothing_to_do


def test_the_answers_that_change_are_shown_before_publishing(library, tmp_path):
    old = open_current(tmp_path / "index").manifest.id
    library.add(plain("Bread is baked from flour, water and salt in the oven of the old mill by the river."))
    new = build(library, tmp_path / "index", HashEncoder, quiet).id
    engines = [Engine(library, tmp_path / "index" / identity, HashEncoder(), Longest()) for identity in (old, new)]
    questions = tmp_path / "questions.txt"
    questions.write_text("What is bread baked from?\n\nWho keeps lighthouse 2?\n")
    found = list(changed_answers(read_questions(questions), *engines, quiet))
    assert "What is bread baked from?" in [item.before.question for item in found]
    assert all(item.before.generation == old and item.after.generation == new for item in found)
    assert not list(changed_answers(["What is bread baked from?"], engines[1], engines[1], quiet))


def test_a_line_that_is_no_question_is_named(tmp_path):
    (tmp_path / "questions.txt").write_text("Who?\n???\n")
    with pytest.raises(UsageError, match=r"questions\.txt:2: the question holds no words"):
        read_questions(tmp_path / "questions.txt")


def test_what_is_counted(home):
    found = count(Library(home / "library").articles())
    assert (found.articles, found.languages, found.papers) == (60, {"en": 60}, 6)
    assert sum(found.voices.values()) == found.characters
    assert found.posts.missing == 0
    assert found.most_cited["The Tessel Courier"] == 14
    assert found.skipped["press quotations whose source is not given"] == 1
    assert count([]).posts == Dates(None, None, 0)


def broken_or_to_do(home):
    library = Library(home / "library")
    found = [*check_library(library, quiet), *check_generation(open_current(home / "index"), library)]
    return {check.name: check for check in (*found, *check_index(home / "index", 2)) if check.state is not State.OK}


def test_a_healthy_home_has_nothing_to_mend(library, tmp_path):
    assert library.ids()
    assert broken_or_to_do(tmp_path) == {}


def test_what_is_amiss_is_named_with_what_mends_it(library, tmp_path):
    first, second, third = library.ids()
    (tmp_path / "library" / first[:2] / f"{first}.txt").write_text("Another text.")
    (tmp_path / "library" / second[:2] / f"{second}.json").unlink()
    (tmp_path / "library" / third[:2] / f".{third}.json.77").write_text("{")
    (tmp_path / "index" / ".0123456789abcdef.77").mkdir()
    found = broken_or_to_do(tmp_path)
    assert {name: check.state for name, check in found.items()} == {
        "texts": State.BROKEN,
        "leftovers": State.TO_DO,
        "up to date": State.TO_DO,
        "leftovers of builds": State.TO_DO,
    }
    assert found["texts"].remedy == f"quoth remove {first[:12]}, then add them again"
    assert found["leftovers"].message.startswith("1 texts without a record, 1 unfinished files")
    assert found["up to date"].message == "since the index was built 0 articles were added, 0 changed, 1 removed"
    assert exit_code(list(found.values())) == 3


def test_an_index_of_another_encoder_a_missing_one_and_a_bad_token(library, tmp_path):
    settings = Settings(home=tmp_path, offline=True, telegram_token="nonsense")
    found = {check.name: check for check in examine(settings, quiet)}
    assert found["drift"].state is State.BROKEN
    assert "hash@1" in found["drift"].message
    assert found["Telegram"].state is State.BROKEN
    assert "nonsense" not in str(found.values())
    assert len(found) >= 20
    (tmp_path / "index" / "CURRENT").unlink()
    found = {check.name: check for check in examine(settings, quiet)}
    assert (found["index"].state, found["index"].remedy) == (State.BROKEN, "quoth index")
    assert library.ids()


def test_the_commands(home, tmp_path):
    run = partial(quoth, home, QUOTH_MULTILINGUAL="")
    plan = json.loads(run("index", "--plan", "--json").stdout)
    assert (plan["added"], plan["to_encode"]) == ([], 0)
    assert "nothing has changed" in run("index", "--plan").stdout
    assert run("rollback").returncode == 3
    assert run("doctor").returncode == 0
    stats = json.loads(run("stats", "--json").stdout)
    assert (stats["articles"], stats["families"]["shared"]) == (60, 13)
    assert "in 3 posts: The toll begins" in " ".join(run("stats").stdout.split())
    (tmp_path / "questions.txt").write_text("How deep is the channel kept?\n")
    assert "0 of 1 answers change" in run("index", "--diff", str(tmp_path / "questions.txt")).stdout


def test_a_killed_build_leaves_answers_and_the_next_one_finishes(tmp_path):
    found = list(kill_often(sample_indexer(tmp_path, quiet), 6, Random(1)))
    assert [fault for item in found for fault in item.faults] == []
    assert any(item.interrupted for item in found)


def test_no_question_fails_and_no_answer_mixes_while_generations_are_published(library, tmp_path):
    assert library.ids()
    load = ask_while_publishing(tmp_path, (HashEncoder(), Longest()), ["Who keeps the lighthouse?"], 8, quiet)
    assert load.faults == ()
    assert load.published == 8
    assert load.generations > 1
