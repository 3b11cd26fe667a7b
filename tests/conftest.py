"""What several tests need: the sample library, indexed once, and the real data where it is at hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from bot.engine import Engine
from corpus.article import Article, Block, Post, SpeechKind, Voice, article_id
from corpus.library import Library
from corpus.read import analyse
from corpus.samples import add_samples
from eval.hash_encoder import HashEncoder
from index.build import build
from index.models import load_encoder, load_reranker

settings.register_profile("quoth", deadline=None)  # a busy machine is no failure
settings.load_profile("quoth")

DATA = Path(__file__).parents[2] / "shared" / "data"


class Counting(HashEncoder):
    """Keeps what it encoded."""

    def __init__(self):
        self.texts = []

    def encode(self, texts):
        self.texts += texts
        return super().encode(texts)


def plain(text, title=None):
    """Return an article whose author says *text*; nothing reads it for speech, which takes longest."""
    return Article(article_id(text), text, Post(title=title), (Block(0, len(text), Voice.AUTHOR),), ())


def speakers(text):
    """Return each speech of *text* as (speaker, words), in its order."""
    article, _ = analyse(text, Post())
    return [(speech.speaker, article.slice(speech.start, speech.end)) for speech in article.speech]


def direct(text):
    """Return the direct speech of *text*."""
    return [item for item in analyse(text, Post())[0].speech if item.kind is SpeechKind.DIRECT]


def quiet(_stage: str, _done: int, _total: int, /) -> None:
    """Show no progress."""


@pytest.fixture(scope="session")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("home")
    add_samples(Library(folder / "library"))
    build(Library(folder / "library"), folder / "index", load_encoder, quiet)
    return folder


@pytest.fixture(scope="session")
def engine(home):
    return Engine(Library(home / "library"), home / "index", load_encoder(), load_reranker())


@pytest.fixture(scope="session")
def seed():
    path = DATA / "seed" / "post.txt"
    if not path.is_file():
        pytest.skip(f"the real post is not here: {path}")
    return path
