import pytest

from corpus.article import Post
from corpus.attribution import Attribution
from corpus.marked_words import is_title
from corpus.read import analyse
from corpus.speech import introduced_by


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("Calm Is the Sea,", True),
        ("A Boat, and No Oars", True),
        ("Calm is the sea,", False),
        ("Calm Is the Sea!", False),
    ],
)
def test_a_title_is_written_in_capitals(words, is_one):
    assert is_title(words, 0, len(words)) is is_one


def test_a_quotation_all_in_capitals_is_read_at_once():
    shouted = " ".join(f"WORD{number}" for number in range(500))
    article, _ = analyse(f"The mayor wrote “{shouted}, and nobody answered” on Monday.", Post())
    assert len(article.text) > len(shouted)


def test_who_is_named_in_a_quotation_does_not_say_it():
    text = "Mr. Orrin Pell came. The navy justified the strike: “We acted, killing Orrin Pell, who said too much.”"
    article, _ = analyse(text, Post())
    assert "We acted" in "".join(article.slice(item.start, item.end) for item in article.speech)
    assert "Orrin Pell" not in {item.speaker for item in article.speech if item.kind.value == "direct"}


def test_a_source_inside_the_marks_does_not_introduce_them():
    quoted, inside, outside = (10, 60), (20, 30), (61, 70)
    within = Attribution(source=inside, cue=(31, 35), content=(10, 60))
    beside = Attribution(source=outside, cue=(71, 75), content=(10, 40))
    assert introduced_by([within], quoted) is None
    assert introduced_by([within, beside], quoted) == beside
