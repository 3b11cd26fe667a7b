import pytest

from bot.answer import GroupKind
from bot.described import description
from bot.party import Party
from bot.party_asked import party_asked
from bot.said_by import speaks
from bot.widen import may_stand_together
from corpus.blocks import block_sentences
from corpus.read import read_post

WARD = """\
The ward in Aldmoor will close in June. “Nobody asked those who give birth here,” said a midwife who has worked there \
for twenty years. She fears that children will be born on the road.

A retired doctor called the decision an accounting trick. “They count beds and not mothers,” the doctor said.

Teun Okker, who chairs the board, said that the next hospital was near. His lawyer denied that the board had decided \
in secret.
"""
QUARRY = """\
A retired miner said that the dust would settle in the wells. Another retired miner, who lives closer, said that the \
noise would be worse than the dust.

The mayor of Corvel, Adela Fenn, said that the quarry was too loud. “Nobody sleeps,” the mayor of the next town said.
"""


@pytest.fixture(scope="module")
def said():
    def said_by(text, called):
        article = read_post(text.encode(), name="post").article
        keys = [key for block in article.blocks for key in block_sentences(article.text, block)]
        return [article.slice(*key) for key in keys if speaks(Party(called), article, key)]

    return said_by


@pytest.mark.parametrize(
    ("called", "words"),
    [
        ("the midwife", ["Nobody asked", "She fears"]),
        ("the midwife who has worked there", ["Nobody asked", "She fears"]),
        ("the retired doctor", ["an accounting trick", "They count beds"]),
        ("the doctor", ["an accounting trick", "They count beds"]),
        ("his lawyer", ["decided in secret"]),
        ("Teun Okker's lawyer", ["decided in secret"]),
        ("the mayor's lawyer", []),
        ("the young doctor", []),
        ("the nurse", []),
        ("the doctors", []),
    ],
)
def test_who_has_no_name_is_whom_the_article_describes(said, called, words):
    found = said(WARD, called)
    assert len(found) == len(words)
    assert all(some in sentence for some, sentence in zip(words, found, strict=True))


@pytest.mark.parametrize("called", ["the retired miner", "the mayor"])
def test_of_two_who_fit_neither_is_meant(said, called):
    assert not any("dust" in sentence or "Nobody sleeps" in sentence for sentence in said(QUARRY, called))


def test_a_teacher_has_no_head_of_their_own(said):
    text = "Teachers in Corvel went on strike. Their union’s head, Ilse Brandt, said that forty pupils were a crowd.\n"
    assert said(text, "the teachers")
    assert not said(text, "the teacher")


@pytest.mark.parametrize(("words", "head"), [("the retired officer", "officer"), ("her insurer", "insurer")])
def test_what_somebody_is(words, head):
    found = description(words)
    assert found is not None
    assert found.head == head


def test_a_name_describes_nobody():
    assert description("Hanne Solberg") is None


@pytest.mark.parametrize(
    ("question", "party"),
    [("what did her insurer say about the fire?", "her insurer"), ("what did her letter say about the toll?", None)],
)
def test_her_insurer_is_somebody_and_her_letter_is_not(question, party):
    asked = party_asked(question)
    assert (asked.name if asked else None) == party


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What does the retired officer say?", "One nervous helmsman"),
        ("What does the keeper's insurer say about the damage of the fire?", "half a million crowns"),
        ("what did the shipping agent say about the letter?", "proposed Brae"),
    ],
)
def test_words_of_who_is_only_described_are_said_by_them(engine, question, words):
    said = [quote for quote in engine.ask(question).quotes if quote.group is GroupKind.SAID_BY]
    assert [words in quote.text for quote in said] == [True]


def test_a_policeman_is_not_the_police(said):
    text = "The police said that the march was peaceful.\n\nA policeman said that he had seen one broken window.\n"
    (window,) = said(text, "the policeman")
    (march,) = said(text, "the police")
    assert ("window" in window, "peaceful" in march) == (True, True)


def test_two_without_a_name_do_not_stand_in_one_quote():
    text = (
        "“My house stands there,” said a widow. A young engineer called the plan the only way. The engineer smiled.\n"
    )
    article = read_post(text.encode(), name="post").article
    widow, engineer, _ = block_sentences(article.text, article.blocks[0])
    assert not may_stand_together(article, widow, engineer)
    assert may_stand_together(article, widow, widow)
