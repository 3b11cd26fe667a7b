"""Twelve deliberate faults: each in turn shuts the gate, which names what it saw; without them it is open."""

import html
import re
import shutil
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256

import pytest
from toy_models import BagEncoder, DeafReranker, OverlapReranker, StaleEncoder

import bot.engine
import bot.line
import bot.quote
import corpus.references
import index.passage
from bot.answer import Speaker
from bot.chain import chain_of
from corpus.article import Article, Voice
from corpus.library import Library
from corpus.read import analyse
from eval.beside import others
from eval.build_checks import broken_by_build
from eval.cases import read_cases
from eval.gate import Rules, judged
from eval.gold import located
from eval.memo import MemoEncoder, MemoReranker
from eval.run import Run, run_cases
from eval.store import write_run
from eval.subject import Subject
from index.build import build

RULES = Rules(
    metrics={
        "right@1": {"worst": 0, "change": 0.05},
        "key@1": {"worst": 0, "change": 0.05},
        "any refusal: recall": {"worst": 0, "change": 0.05},
    }
)


def quiet(_stage, _done, _total, /):
    """Show no progress."""


class KeptLibrary(Library):
    """A library that reads each article once."""

    def __init__(self, root, turned=lambda article: article):
        super().__init__(root)
        self._read = lru_cache(None)(lambda identity: turned(Library.get(self, identity)))

    def get(self, identity):
        return self._read(identity)


@pytest.fixture(scope="module")
def library(home):
    return KeptLibrary(home / "library")


@pytest.fixture(scope="module")
def encoder():
    return MemoEncoder(BagEncoder())


@pytest.fixture(scope="module")
def cases():
    """Return every fifth case, and refusals enough for the gate to conclude from."""
    english = [case for case in read_cases() if case.language == "en"]
    answered, refused = ([case for case in english if bool(case.gold) is kind] for kind in (True, False))
    authors = [case for case in answered if case.voice is Voice.AUTHOR]
    speakers = [case for case in answered if case.speaker]
    return list(dict.fromkeys((*answered[::9], *refused[::4], *authors[:5], *speakers[:10])))


@pytest.fixture
def subject_of(library, encoder, tmp_path):
    """Return a function that indexes with whatever is patched and returns what is measured."""

    def make(of=library, reranker=None, built_by=encoder):
        build(of, tmp_path / "index", lambda: built_by, quiet)
        return Subject(of, tmp_path / "index", encoder, MemoReranker(reranker or OverlapReranker()))

    return make


def run_of(subject, cases, folder):
    rows, _ = run_cases(located(cases, subject.library), subject, quiet)
    broken = tuple(broken_by_build(subject, folder, rebuild=False))
    return Run({}, tuple(rows), broken, (), ())


@pytest.fixture(scope="module")
def healthy(library, encoder, cases, tmp_path_factory):
    folder = tmp_path_factory.mktemp("healthy")
    build(library, folder / "index", lambda: encoder, quiet)
    subject = Subject(library, folder / "index", encoder, MemoReranker(OverlapReranker()))
    return run_of(subject, cases, folder)


@pytest.fixture
def failed(healthy, cases, tmp_path):
    """Return a function that runs the cases and returns the names of the checks that fail."""

    def names(subject):
        checks = judged(run_of(subject, cases, tmp_path), RULES, healthy.rows)
        return {check.name for check in checks if check.state == "failed"}

    return names


def test_without_a_fault_the_gate_is_open_ten_times(healthy):
    for _ in range(10):
        checks = judged(healthy, RULES, healthy.rows)
        assert [check for check in checks if check.state == "failed"] == []
    states = Counter(check.state for check in checks if check.name in RULES.metrics)
    assert states == {"passed": 3}


def test_the_same_run_gives_the_same_bytes(healthy, cases, subject_of, tmp_path):
    write_run(healthy, tmp_path / "a")
    write_run(run_of(subject_of(), cases, tmp_path), tmp_path / "b")
    for name in ("run.json", "cases.jsonl"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_other_systems_stand_beside_ours_and_refuse_as_serves_them_best(cases, subject_of, monkeypatch):
    monkeypatch.setattr("eval.beside.find_spec", lambda _package: None)
    subject = subject_of()
    bm25, dense, *missing = others(located(cases, subject.library), subject)
    assert [(row.name, row.setting, set(row.values.values())) for row in missing] == [
        ("verbatim-core", "not installed", {None}),
        ("LangChain with FAISS", "not installed", {None}),
    ]
    for row in (bm25, dense):
        assert row.values["exactness"].mean == 1
        assert row.values["voice"] is None
        assert 0.2 < row.values["right@1"].mean <= row.values["right@3"].mean
    assert bm25.values["right"].mean > dense.values["right"].mean  # the toy encoder only counts hashed words


def test_a_span_shifted_by_one_character_is_seen(subject_of, failed, monkeypatch):
    made = bot.engine.make_quote

    def shifted(article, span, key, score):
        quote = made(article, span, key, score)
        if quote.end == len(article.text):
            return quote
        text = article.text[quote.start + 1 : quote.end + 1]
        return replace(quote, start=quote.start + 1, end=quote.end + 1, text=text, sha256=digest(text))

    monkeypatch.setattr("bot.engine.make_quote", shifted)
    assert "whole sentences" in failed(subject_of())


def test_a_text_shifted_against_its_span_never_reaches_a_reader(subject_of, failed, monkeypatch):
    made = bot.engine.make_quote

    def shifted(article, span, key, score):
        quote = made(article, span, key, score)
        text = article.text[quote.start + 1 : quote.end + 1]
        return replace(quote, text=text, sha256=digest(text))

    monkeypatch.setattr("bot.engine.make_quote", shifted)
    monkeypatch.setattr("bot.engine.is_still_there", lambda _quote, _library: True)
    assert "exactness" in failed(subject_of())


def test_a_speaker_taken_from_the_nearest_capitals_is_seen(subject_of, failed, monkeypatch):
    def nearest(article, block, key):
        names = re.findall(r"[A-Z]\w+ [A-Z]\w+", article.text[: key[0]])
        return replace(chain_of(article, block, key), speaker=Speaker(names[-1], None) if names else None)

    monkeypatch.setattr("bot.quote.chain_of", nearest)
    assert "wrong mouth" in failed(subject_of())


def test_a_comment_labeled_press_is_seen(library, subject_of, failed):
    def mislabeled(article):
        blocks = [
            replace(block, voice=Voice.PRESS) if block.voice is Voice.AUTHOR else block for block in article.blocks
        ]
        return replace(article, blocks=tuple(blocks))

    assert "wrong mouth" in failed(subject_of(KeptLibrary(library.root, mislabeled)))


def test_indexed_furniture_is_seen(subject_of, failed, monkeypatch):
    monkeypatch.setattr("index.passage.QUOTABLE", frozenset(Voice))
    assert "indexed voices" in failed(subject_of())


def test_a_reranker_that_is_off_is_seen(subject_of, failed):
    assert "key@1" in failed(subject_of(reranker=DeafReranker()))


def test_a_threshold_that_is_off_is_seen(subject_of, failed, monkeypatch):
    monkeypatch.setattr("bot.judging.answering", lambda found, _threshold: list(found))
    assert "any refusal: recall" in failed(subject_of())


def test_stale_vectors_are_seen(subject_of, failed):
    assert "vectors" in failed(subject_of(built_by=StaleEncoder()))


def test_sentences_cut_at_200_characters_are_seen(subject_of, failed, monkeypatch):
    whole = index.passage.block_sentences

    def cut(text, block):
        return tuple((start, min(end, start + 200)) for start, end in whole(text, block))

    monkeypatch.setattr("index.passage.block_sentences", cut)
    assert "whole sentences" in failed(subject_of())


def test_unescaped_words_are_seen(subject_of, failed, monkeypatch):
    monkeypatch.setattr(Article, "slice", lambda article, start, end: html.unescape(article.text[start:end]))
    assert "exactness" in failed(subject_of())


def test_duplicated_passages_are_seen(subject_of, failed, monkeypatch):
    once = index.passage._of_block

    def twice(*arguments):
        for passage in once(*arguments):
            yield passage
            yield passage

    monkeypatch.setattr("index.passage._of_block", twice)
    assert "indexed once" in failed(subject_of())


def test_a_wrong_date_is_seen(library, subject_of, failed, monkeypatch, tmp_path):
    find = corpus.references.find_date

    def next_year(text):
        found = find(text)
        return found and (str(int(found[0][:4]) + 1) + found[0][4:], *found[1:])

    shutil.copytree(library.root, tmp_path / "library")
    article = next(article for article in library.articles() if article.references)
    monkeypatch.setattr("corpus.references.find_date", next_year)
    Library(tmp_path / "library").add(analyse(article.text, article.post)[0])
    assert "references" in failed(subject_of(KeptLibrary(tmp_path / "library")))


def test_a_wrong_publication_is_seen(subject_of, failed, monkeypatch):
    told = bot.line.describe_source

    def echoed(source, *rest):
        return told(replace(source, publication="The Echo"), *rest)

    monkeypatch.setattr("bot.line.describe_source", echoed)
    assert "attribution" in failed(subject_of())


def digest(text):
    return sha256(text.encode()).hexdigest()
