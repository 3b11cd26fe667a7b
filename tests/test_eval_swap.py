from bot.engine import Engine
from corpus.article import Post
from corpus.library import Library
from corpus.read import analyse
from eval.cases import read_cases
from index.build import build
from index.models import load_encoder, load_reranker

ONE, OTHER = ("Jonas Vell", "Vell, Jonas"), ("Mira Harlan", "Harlan, Mira")


def swapped(words):
    for one, other in zip(ONE, OTHER, strict=True):
        words = words.replace(one, "\0").replace(other, one).replace("\0", other)
    return words


def test_swapped_authors_change_attributions_and_nothing_else(engine, home, tmp_path):
    library = Library(tmp_path / "library")
    for article in Library(home / "library").articles():
        post = article.post
        author = swapped(post.author) if post.author else None
        turned = Post(**{**{name: getattr(post, name) for name in Post.__slots__}, "author": author})
        library.add(analyse(swapped(article.text), turned)[0])
    encoder = load_encoder()
    build(library, tmp_path / "index", lambda: encoder, lambda *_: None)
    other = Engine(library, tmp_path / "index", encoder, load_reranker())
    attributions = 0
    for case in read_cases()[::16]:
        was, now = engine.ask(case.question), other.ask(case.question)
        assert now.verdict is was.verdict, case.id
        before, after = (answer.quotes + answer.nearest for answer in (was, now))
        assert [(quote.text, quote.score) for quote in after] == [(quote.text, quote.score) for quote in before], (
            case.id
        )
        assert [quote.attribution for quote in after] == [swapped(quote.attribution) for quote in before], case.id
        attributions += [quote.attribution for quote in after] != [quote.attribution for quote in before]
    assert attributions
