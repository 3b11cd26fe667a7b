import pytest

from bot.beside import ALIKE, REPEATED, Shown, search_beside, shown_rows
from bot.followup import turn_of


def test_what_else_shows_other_quotes_and_the_same_question_the_same(engine):
    question = "What did Ilse Marrow say about the light?"
    first = engine.ask(question)
    again = engine.ask(question, turn_of(first))
    assert [quote.id for quote in again.quotes] == [quote.id for quote in first.quotes]
    more = engine.ask("What else?", turn_of(first))
    assert more.understood_as == question
    shown = (*more.quotes, *more.nearest)
    assert shown
    assert shown[0].id not in {quote.id for quote in first.quotes}


def test_who_says_so_shows_the_same_quotes_and_spoils_nothing(engine):
    first = engine.ask("how many boats did the storm of November 14 take?")
    other = engine.ask("what else?", turn_of(first))
    for shown in (first, other):
        again = engine.ask("who says so?", turn_of(shown))
        assert {quote.key for quote in again.quotes} <= {quote.key for quote in shown.quotes}
        assert bool(again.quotes) == bool(shown.quotes)
    guard = engine.ask("and the coast guard?", turn_of(engine.ask("who says so?", turn_of(first))))
    assert guard.quotes[0].text.startswith("Five boats from Ostrin were lost")


def test_what_was_shown_pulls_and_gives_way_itself(engine):
    first = engine.ask("What did Ilse Marrow say about the light?")
    shown = first.quotes[0]
    generation = engine._reader.newest()
    hits = search_beside(
        generation, engine._encoder, "Who pays for the lighthouse?", 10, Shown((shown.id,), (), REPEATED)
    )
    ((seen, share),) = shown_rows(generation, [shown.id]).items()
    passage = generation.passage(seen)
    assert share == pytest.approx((shown.end - shown.start) / (passage.end - passage.start))
    cosines = generation.vectors.rows([hit.row for hit in hits]) @ generation.vectors.rows([seen])[0]
    expected = ALIKE * (cosines - cosines.mean()) + [REPEATED * share * (hit.row == seen) for hit in hits]
    assert seen in {hit.row for hit in hits}
    assert [hit.pull for hit in hits] == pytest.approx(expected.tolist(), abs=1e-5)
    assert search_beside(generation, engine._encoder, "Who pays?", 5, Shown(("0" * 12 + "-0-9", "junk"), (), 0.0)) == (
        search_beside(generation, engine._encoder, "Who pays?", 5, None)
    )
