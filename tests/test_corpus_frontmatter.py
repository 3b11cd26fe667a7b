"""Front matter that is not what quoth reads is refused, rather than quoted as the author's words."""

import pytest

from corpus.errors import QuothError
from corpus.frontmatter import split_front_matter


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('+++\ntitle = "The pier"\n+++\nIt creaks.', "is not YAML"),
        ("---\ntitle: The pier\n\nIt creaks.", "has no end"),
    ],
)
def test_other_front_matter_is_named(text, said):
    with pytest.raises(QuothError, match=said):
        split_front_matter(text, "pier.md")


@pytest.mark.parametrize("text", ["---\n\nIt creaks.", "---\nTitle page lost: it creaks.", "+++\nIt creaks."])
def test_a_line_that_opens_a_text_is_text(text):
    assert split_front_matter(text, "pier.md")[1:] == (text, 0)
