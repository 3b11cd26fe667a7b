import pytest

from bot.followup import Turn, made_whole, turn_of

CREWS = Turn("what do the ferry crews demand?", None, speakers=(("Anselm Roth", "the company’s director"),))


FIRE = Turn("what does the ministry say about the fire?", None)


VOSS = Turn("What did Voss say about the towers?", "Hedda Voss")


FORCE = Turn("What did Macron say about the force?", "Emmanuel Macron")


@pytest.mark.parametrize(
    ("before", "question", "whole"),
    [
        (FIRE, "and what does the keeper say?", "what does the keeper say about the fire?"),
        (FORCE, "how did Putin react?", "how did Putin react to the force?"),
        (FORCE, "How did Putin comment on that?", "How did Putin comment on the force?"),
        (FORCE, "what did he say?", "what did Emmanuel Macron say about the force?"),
        (CREWS, "what does the director say to that?", "what does the director say?"),
        (CREWS, "what does the company reply?", "what does the company say?"),
        (CREWS, "how did Putin react?", "how did Putin react: what do the ferry crews demand?"),
        (CREWS, "and the company?", "what does the company demand?"),
        (FIRE, "and the keepers?", "what do the keepers say about the fire?"),
        (FIRE, "and the United States?", "what does the United States say about the fire?"),
        (FIRE, "and Giorgos Pappas?", "what does Giorgos Pappas say about the fire?"),
        (
            Turn("How many boats sank?", None),
            "what did the coast guard say?",
            "How many boats sank, according to the coast guard?",
        ),
        (Turn("Who owns it, according to Brae?", None), "what does Kest think?", "Who owns it, according to Kest?"),
        (Turn("Who resigned?", "Ilse Marrow"), "what did she say?", "what did Ilse Marrow say?"),
        (
            Turn("Why did it burn according to Brae?", None),
            "what does Kest think?",
            "Why did it burn, according to Kest?",
        ),
        (
            Turn("who opposed the wind park?", "Orrin Pell"),
            "what did he say?",
            "what did Orrin Pell say about the wind park?",
        ),
        (VOSS, "who disagreed with her?", "who disagreed with Hedda Voss about the towers?"),
        (VOSS, "who objected to them?", "who objected to the towers?"),
        (VOSS, "who succeeded her?", "who succeeded Hedda Voss?"),
    ],
)
def test_an_open_question_is_about_what_the_one_before_is(before, question, whole):
    assert made_whole(question, before) == whole


def test_the_party_asked_about_comes_first_without_a_topic(engine):
    crews = turn_of(engine.ask("what do the ferry crews demand?"))
    for question in ("what does the director say about that?", "what does the company reply?"):
        assert told(engine.ask(question, crews).quotes[0]) == "Anselm Roth"


def told(quote):
    return (quote.chain.speaker or quote.reported).name
