import json

import pytest

from bot.answer import GroupKind, Verdict
from bot.contract import to_json
from bot.engine import Engine
from corpus.article import Voice
from corpus.errors import UsageError
from corpus.library import Library
from corpus.read import read_post
from eval.invariants import broken_by
from index.build import build
from index.models import load_encoder, load_reranker


def ask_seed(seed, tmp_path, question):
    library = Library(tmp_path / "library")
    library.add(read_post(seed.read_bytes(), name="post").article)
    encoder = load_encoder()
    build(library, tmp_path / "index", lambda: encoder, lambda *_: None)
    answer = Engine(library, tmp_path / "index", encoder, load_reranker()).ask(question)
    assert list(broken_by(answer, library)) == []
    return answer


def test_the_cap_is_press_with_its_chain(seed, tmp_path):
    quote = ask_seed(seed, tmp_path, "what does Russia want on army size?").quotes[0]
    assert "a cap on the size of the Ukrainian military" in quote.text
    assert (quote.voice, quote.chain.source.author) == (Voice.PRESS, "Anatoly Kurmanaev")


def test_the_fait_accompli_is_charaps(seed, tmp_path):
    quote = ask_seed(seed, tmp_path, "who fears a fait accompli?").quotes[0]
    assert quote.chain.speaker.name == "Samuel Charap"


def test_the_wishes_are_the_authors_comment(seed, tmp_path):
    quote = ask_seed(seed, tmp_path, "why can't the wishes be paid for?").quotes[0]
    assert quote.voice is Voice.AUTHOR
    assert quote.attribution.startswith("Comment by the post’s author")


def test_the_tanks_are_refused(seed, tmp_path):
    answer = ask_seed(seed, tmp_path, "how many tanks does Ukraine have?")
    assert (answer.verdict, answer.quotes) == (Verdict.NOT_STATED, ())
    assert answer.nearest


def test_one_family_is_shown_once(engine):
    answer = engine.ask("How much does Varland charge for passing the Tessel strait?")
    assert "4,000 crowns" in answer.quotes[0].text
    assert len(answer.quotes[0].also_in) == 2
    assert "sample post" in answer.quotes[0].attribution


def test_off_corpus(engine):
    assert engine.ask("How does photosynthesis work?").verdict is Verdict.OFF_CORPUS


@pytest.mark.parametrize("question", ["", "   ", "🙂🙂", "\u200f\u202e", "\x00\x07", "x" * 10_000])
def test_what_is_no_question(engine, question):
    with pytest.raises(UsageError):
        engine.ask(question)


def test_a_quote_whose_article_is_gone_is_dropped(tmp_path):
    library = Library(tmp_path / "library")
    library.add(read_post(b"The port of Brae closed on Monday because of a storm.", name="post").article)
    encoder = load_encoder()
    build(library, tmp_path / "index", lambda: encoder, lambda *_: None)
    engine = Engine(library, tmp_path / "index", encoder, load_reranker())
    assert engine.ask("When did the port of Brae close?").quotes
    library.remove(library.ids()[0])
    assert not engine.ask("When did the port of Brae close?").quotes


def test_a_new_generation_is_taken_up(tmp_path):
    library = Library(tmp_path / "library")
    library.add(read_post(b"The port of Brae closed on Monday because of a storm.", name="post").article)
    encoder = load_encoder()
    build(library, tmp_path / "index", lambda: encoder, lambda *_: None)
    engine = Engine(library, tmp_path / "index", encoder, load_reranker())
    library.add(read_post(b"The herring quota is 6,000 tons a year.", name="post").article)
    build(library, tmp_path / "index", lambda: encoder, lambda *_: None)
    assert "6,000" in engine.ask("How large is the herring quota?").quotes[0].text


def test_the_contract(engine):
    record = json.loads(to_json(engine.ask("Why does Ilse Marrow think others should pay for the light?")))
    assert set(record) == {"question", "verdict", "party", "quotes", "nearest", "generation", "seconds"}
    quote = record["quotes"][0]
    assert set(quote) == {
        "id", "text", "article", "start", "end", "sha256", "key", "voice", "group", "speech", "chain", "attribution",
        "score", "also_in", "url",
    }  # fmt: skip
    assert (record["party"], quote["group"]) == ("Ilse Marrow", "said_by")
    assert [link["role"] for link in quote["chain"]] == ["speaker", "source", "post"]
    assert quote["url"].startswith("https://quoth.example/samples/tessel-toll#:~:text=")


def test_what_others_say_answers_under_its_own_heading_but_not_for_somebodys_own_words(engine):
    told = engine.ask("What did Davor Kest say the toll had cost the shipowners?")
    assert told.verdict is Verdict.ANSWERED
    assert told.quotes[0].group is GroupKind.SAID_ABOUT
    own = engine.ask("What did Davor Kest himself say the toll had cost the shipowners?")
    assert (own.verdict, own.quotes) == (Verdict.NOT_STATED, ())
