from bot.followup import Turn, turn_of


def test_a_follow_up_knows_who_answered_and_recalls_who_is_heard(engine):
    resigned = turn_of(engine.ask("who resigned as minister for shipping?"))
    successor = turn_of(engine.ask("who succeeded her?", resigned))
    assert successor.question == "who succeeded Ilse Marrow?"
    assert "Piet Alder" in successor.answered
    promised = engine.ask("what did he promise?", successor)
    assert "Alder" in promised.before.men
    assert promised.understood_as == "what did Piet Alder promise?"
    assert "Alder" in turn_of(promised).men
    court = engine.ask("why?", turn_of(engine.ask("what did Maren Toft tell the Court of the Seas?"))).before
    assert ("Maren Toft", "leads the League’s legal team") in court.speakers
    assert "the League" in court.sides


def test_of_what_is_gone_nothing_is_recalled(engine):
    before = Turn("who resigned?", None, shown=("0" * 12 + "-0-9", "junk"))
    assert engine.ask("why?", before).before == before
