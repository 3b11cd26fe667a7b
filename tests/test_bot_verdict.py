from dataclasses import replace

import pytest
from conftest import plain

from bot.answer import Verdict
from bot.choose import Candidate
from bot.party_asked import party_asked
from bot.verdict import judge
from corpus.article import Block, Reference, Voice
from corpus.read import read_post


def judged(question, found, chosen):
    """Return the verdict when whose words are asked for is read out of *question*."""
    return judge(question, party_asked(question), found, chosen)


def comment(text, relevance=3.0):
    """What the author of a post says about an article that it quotes, and that by default surely answers."""
    article = replace(
        plain(text), blocks=(Block(0, len(text), Voice.AUTHOR),), references=(Reference("1", title="On the Lamps"),)
    )
    span = (0, len(text))
    return Candidate(article, span, span, relevance, relevance, fits=True, similarity=0.8)


def quoted(text, relevance):
    """What a post quotes."""
    post = f"“{text}” [1]\n\n1. On the Lamps. Pell, Orrin. The Meridian Post. May 9, 2025.\n"
    article = read_post(post.encode(), name="post").article
    key = (article.text.index(text), article.text.index(text) + len(text))
    return Candidate(article, key, key, relevance, relevance, fits=True, similarity=0.8)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Whom will Orrin Pell blame?", Verdict.ANSWERED),
        ("Will the ministry explain the fire?", Verdict.ANSWERED),
        ("Whom does Orrin Pell blame?", Verdict.ONLY_COMMENTARY),
        ("Whom will they blame, according to Orrin Pell?", Verdict.ONLY_COMMENTARY),
    ],
)
def test_a_comment_may_foresee_what_somebody_will_do_but_not_say_it_for_them(question, verdict):
    found = [comment("Pell and the ministry will blame the keeper.")]
    assert judged(question, found, found) is verdict


@pytest.mark.parametrize(
    ("relevance", "verdict"),
    [(0.5, Verdict.ANSWERED), (-0.5, Verdict.ONLY_COMMENTARY), (None, Verdict.ONLY_COMMENTARY)],
)
def test_own_words_that_are_likely_to_answer_go_before_a_comment(relevance, verdict):
    found = [comment("Ms. Ronn will never say that the lamps were old.")]
    found += [] if relevance is None else [quoted("Edda Ronn said that the lamps were old.", relevance)]
    assert judged("What did Edda Ronn say about the lamps?", found, found) is verdict


@pytest.mark.parametrize(("relevance", "verdict"), [(-2.0, Verdict.ONLY_COMMENTARY), (-4.0, Verdict.NOT_STATED)])
def test_a_comment_on_something_else_is_not_all_there_is(relevance, verdict):
    found = [comment("Cakes are for those who cannot bake.", relevance)]
    assert judged("What did Edda Ronn say about the lamps?", found, []) is verdict


@pytest.mark.parametrize(
    ("party", "verdict"), [("Hungary", Verdict.ANSWERED), ("Varland", Verdict.ANSWERED), ("Ostrin", Verdict.NOT_STATED)]
)
def test_others_may_report_the_position_of_a_state_without_its_words(party, verdict):
    found = [quoted("The lamps of Hungary and Ostrin are old, and those of Varland’s ministry are not.", -0.5)]
    assert judged(f"What did {party} say about the lamps?", found, found) is verdict


@pytest.mark.parametrize(
    ("relevance", "party", "verdict"),
    [
        (1.5, "the police", Verdict.NOT_STATED),
        (1.5, "the keeper", Verdict.ANSWERED),
        (0.5, "the keeper", Verdict.NOT_STATED),
        (2.5, "the police", Verdict.ANSWERED),
    ],
)
def test_words_of_others_that_do_not_name_who_is_asked_for_have_to_be_surer(relevance, party, verdict):
    found = [quoted("The fire was set on purpose below the room of the keeper.", relevance)]
    assert judged(f"What did {party} say about the fire?", found, found) is verdict
