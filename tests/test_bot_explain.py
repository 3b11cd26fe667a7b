from io import StringIO

from rich.console import Console

from bot.answer import Verdict
from bot.choose import READ_ON, RERANKED
from bot.engine import Engine
from bot.explain import show_explained
from corpus.library import Library
from index.models import load_encoder, load_reranker

QUESTION = "How much does Varland charge for passing the Tessel strait?"
COMMENTED = "What does Zelensky say about disarming by a clause a country that builds its own missiles?"


def test_every_stage_is_shown_with_what_became_of_each_sentence(engine):
    found = engine.explain(QUESTION)
    out = StringIO()
    show_explained(found, Console(file=out, width=200))
    assert found.answer.quotes[0].text in {item.article.slice(*item.span) for item in found.weighed.found}
    assert len(found.weighed.hits) == READ_ON
    assert [line for line in out.getvalue().splitlines() if "shown" in line and "4,000 crowns" in line]
    assert "too unlikely" in out.getvalue()
    assert out.getvalue().rstrip().endswith("verdict: answered")


def test_more_is_read_where_the_first_passages_do_not_answer(engine):
    assert len(engine.explain(QUESTION).weighed.read) == RERANKED
    assert len(engine.explain("Who bakes the best bread?").weighed.read) == READ_ON


def test_a_threshold_of_one_refuses_everything(home):
    library = Library(home / "library")
    strict = Engine(library, home / "index", load_encoder(), load_reranker(), threshold=1.0)
    answer = strict.ask(QUESTION)
    assert (answer.verdict, answer.quotes) == (Verdict.NOT_STATED, ())
    assert answer.nearest
    assert strict.ask(COMMENTED).verdict is Verdict.ONLY_COMMENTARY


def test_a_comment_that_answers_best_is_not_put_in_the_mouth_of_a_person(engine):
    answer = engine.ask("How many hours does the bus around the bay need, according to Tove Lindgard?")
    assert answer.verdict is Verdict.ONLY_COMMENTARY


def test_words_of_somebody_on_whom_only_the_author_comments_are_refused(engine):
    assert engine.ask(COMMENTED).verdict is Verdict.ONLY_COMMENTARY
