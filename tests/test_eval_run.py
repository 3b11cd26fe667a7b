from dataclasses import replace

from corpus.article import Voice
from corpus.library import Library
from eval.cases import read_cases
from eval.invariants import broken_by


def test_there_are_enough_cases_and_each_names_its_words(home):
    cases = read_cases()
    assert len(cases) >= 80
    assert sum(case.gold is None for case in cases) >= 25
    assert len({case.id for case in cases}) == len(cases)
    texts = [article.text for article in Library(home / "library").articles()]
    for case in cases:
        assert case.gold is None or any(case.gold.words in text for text in texts), case.id


def test_each_break_is_seen(engine, home):
    library = Library(home / "library")
    answer = engine.ask("How deep is the channel kept?")
    quote = answer.quotes[0]
    assert list(broken_by(answer, library)) == []
    for wrong in (
        replace(quote, text=quote.text.upper()),
        replace(quote, start=quote.start + 1),
        replace(quote, end=quote.end + 400),
        replace(quote, voice=Voice.AUTHOR),
        replace(quote, key=(0, 1)),
        replace(quote, chain=replace(quote.chain, source=None)),
        replace(quote, chain=replace(quote.chain, post=replace(quote.chain.post, title="Another"))),
    ):
        assert list(broken_by(replace(answer, quotes=(wrong,)), library)), wrong
