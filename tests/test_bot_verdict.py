from dataclasses import replace

import pytest
from conftest import plain

from bot.answer import Verdict
from bot.choose import Candidate
from bot.verdict import judge
from corpus.article import Block, Reference, Voice


def comment(text):
    """What the author of a post says about an article that it quotes, and that surely answers."""
    article = replace(
        plain(text), blocks=(Block(0, len(text), Voice.AUTHOR),), references=(Reference("1", title="On the Lamps"),)
    )
    span = (0, len(text))
    return Candidate(article, span, span, 3.0, 3.0, fits=True, similarity=0.8)


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
    assert judge(question, found, found) is verdict
