from dataclasses import replace

import pytest
from conftest import plain
from toy_models import BagEncoder, OverlapReranker

from corpus.library import Library
from eval.gold import Place
from eval.sweep import BOTH, DENSE, LEXICAL, Outcome, Way, prepare

TEXTS = (
    "The lighthouse of Vell has nine lamps. Its keeper sleeps by day.",
    "Lamps are sold in the harbor of Vell. A lamp costs two crowns there.",
)
ONE_A_PASSAGE = 12  # tokens


@pytest.fixture
def library(tmp_path):
    library = Library(tmp_path)
    for text in TEXTS:
        library.add(plain(text))
    return library


def gold(library, words):
    for article in library.articles():
        if words in article.text:
            start = article.text.index(words)
            return Place(article, start, start + len(words), (start, start + len(words)))
    raise AssertionError(words)


@pytest.mark.parametrize("ranking", [DENSE, LEXICAL, BOTH])
def test_the_right_sentence_of_the_right_passage_counts(library, ranking):
    trial = prepare(library, BagEncoder(), OverlapReranker(), Way(ranking=ranking))
    assert len(trial.pieces) == 2
    question = "how many lamps has the lighthouse?"
    assert trial.outcome(question, [gold(library, "nine lamps")]) == Outcome(first=True, five=True, sentence=True)
    beside = [gold(library, "keeper sleeps")]
    assert trial.outcome(question, beside) == Outcome(first=True, five=True, sentence=False)
    assert trial.outcome(question, [gold(library, "two crowns")]) == Outcome(first=False, five=True, sentence=False)


def test_without_a_cross_encoder_the_order_of_the_search_is_judged(library):
    trial = prepare(library, BagEncoder(), OverlapReranker(), Way(read=0))
    found = trial.outcome("how many lamps has the lighthouse?", [gold(library, "nine lamps")])
    assert found == Outcome(first=True, five=True, sentence=None)


def test_budget_and_context_change_what_is_encoded(library):
    small = prepare(library, BagEncoder(), OverlapReranker(), Way(budget=ONE_A_PASSAGE))
    assert len(small.pieces) == 4
    titled = plain("It has nine lamps.")
    library.add(replace(titled, post=replace(titled.post, title="The lighthouse")))
    bare = prepare(library, BagEncoder(), OverlapReranker(), Way(context=False))
    assert [text.text for _, _, text in bare.pieces if "It has" in text.text] == ["It has nine lamps."]
    whole = prepare(library, BagEncoder(), OverlapReranker(), Way())
    assert [text.text for _, _, text in whole.pieces if "It has" in text.text] == ["The lighthouse. It has nine lamps."]
