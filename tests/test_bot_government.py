import pytest

from bot.answer import GroupKind
from bot.demand import has_what_is_demanded
from bot.party import Party
from bot.said_by import speaks
from corpus.blocks import block_sentences
from corpus.read import read_post

ALONE = """\
Mirren will fix the price of bread from April on, the government announced on Friday. Bakers who charge more will \
lose their license.

The government said that flour would be sold from its own stores until the harvest.
"""
TWO = """\
The dam of Halvar stands above Mirren. Mirren’s foreign minister, Lutz Ferran, left the room.

The government said that it would not sign a treaty before the winter. The ministry of energy said that the turbines \
would be tested in August.
"""
EXPELLED = """\
Mirren expelled two diplomats of Halvar on Monday. Halvar had listened to the telephones of ministers for years, the \
government said.
"""
GIVEN = """\
Halvar will receive ten tons of flour, the government announced on Friday in Mirren’s parliament.
"""
AT_WAR = """\
Russia will mine the ports in the south, the government announced on Friday. Ukraine asked for ships.
"""


@pytest.fixture(scope="module")
def said():
    def said_by(text, called):
        article = read_post(text.encode(), name="post").article
        keys = [key for block in article.blocks for key in block_sentences(article.text, block)]
        return sum(speaks(Party(called), article, key) for key in keys)

    return said_by


@pytest.mark.parametrize(
    "called", ["Mirren", "the government of Mirren", "Mirren's government", "the Mirren government"]
)
def test_the_government_is_that_of_the_only_state(said, called):
    assert said(ALONE, called) == 2


@pytest.mark.parametrize("called", ["Halvar", "the ministry of Mirren", "Ilse Marrow"])
def test_the_government_is_nobody_elses(said, called):
    assert said(ALONE, called) == 0


@pytest.mark.parametrize("called", ["Mirren", "Halvar"])
@pytest.mark.parametrize("text", [TWO, EXPELLED, GIVEN])
def test_with_two_states_in_play_the_government_is_neithers(said, text, called):
    assert said(text, called) == 0


@pytest.mark.parametrize("called", ["Russia", "Ukraine"])
def test_what_a_state_at_war_will_do_may_be_announced_by_the_other(said, called):
    text = AT_WAR.partition(" Ukraine asked")[0]
    assert said(text + "\n", "Russia") == 1
    assert said(AT_WAR.replace("asked for ships", "has no ships"), called) == 0


def test_what_the_government_announced_is_said_by_the_state(engine):
    quotes = engine.ask("What did Varland announce about the toll?").quotes
    assert any("the government announced" in quote.text for quote in quotes if quote.group is GroupKind.SAID_BY)


def test_a_price_that_is_the_topic_need_not_be_named():
    words = "“I cannot bake at a loss,” said a baker."
    assert has_what_is_demanded("What did the baker say about the price of bread?", words)
    assert not has_what_is_demanded("What is the price of bread?", words)
