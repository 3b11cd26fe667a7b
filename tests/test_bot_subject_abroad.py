"""A German “was” is no English “was”: what follows it is nobody whose words are asked for."""

from bot.by_speaker import party_of


def test_a_question_in_another_language_has_no_english_subject(engine):
    chosen = engine.explain("What does Varland say about the toll?").weighed.chosen
    assert party_of("Will Varland lower the toll?", chosen).name == "Varland"
    assert party_of("Was kostet der Zoll Varland?", chosen) is None
