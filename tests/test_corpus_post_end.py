import pytest

from corpus.article import Post, Voice
from corpus.clean import clean
from corpus.furniture import is_furniture
from corpus.read import analyse

QUOTED = "“The weir holds. It has held for a year.” [1]\nIt leaks in my cellar.\n"
ENTRY = "[1] Ada Lund. “The Weir Holds”. The Weir Post, March 3, 2031."


def blocks(text):
    article, _ = analyse(clean(text), Post())
    return article, {block.voice: article.slice(block.start, block.end).strip() for block in article.blocks}


@pytest.mark.parametrize(
    "line",
    [
        "Share this: Twitter Facebook Email",
        "Older posts | Newer posts | Home",
        "Related posts: The year of the eel",
        "The year of the eel",
        "Powered by Blogger.",
        "← The year of the eel",
    ],
)
def test_what_a_page_has_below_the_reference_list_costs_no_quotation_its_source(line):
    article, words = blocks(f"{QUOTED}\n{ENTRY}\n\n{line}\n")
    assert [reference.title for reference in article.references] == ["The Weir Holds"]
    assert words[Voice.REFERENCE] == ENTRY
    assert words[Voice.FURNITURE] == line
    assert words[Voice.AUTHOR] == "It leaks in my cellar."


def test_a_sentence_below_the_reference_list_is_its_authors():
    article, words = blocks(f"{QUOTED}\nSources:\n{ENTRY}\n\nThe cellar is dry since Monday.\n")
    assert article.references
    assert words[Voice.AUTHOR] == "The cellar is dry since Monday."
    assert words[Voice.HEADING] == "Sources:"


def test_a_numbered_list_of_prose_is_no_reference_list():
    article, words = blocks(f"{QUOTED}1. The weir leaks.\n2. Nobody looks at it.\nThat is all.\n")
    assert article.references == ()
    assert "Nobody looks at it." in words[Voice.AUTHOR]


@pytest.mark.parametrize(
    "line",
    ["Home is where the weir is.", "Share this view.", "« We came as guests, » he said", "Contact was lost"],
)
def test_prose_that_begins_like_furniture_is_none(line):
    assert not is_furniture(line)
