from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.clean import clean
from corpus.dates import iso_date
from corpus.decode import LONGEST, decode
from corpus.errors import QuothError
from corpus.read import read_post
from corpus.references import parse_reference
from corpus.sentences import sentence_spans


@given(st.text())
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"%PDF-1.4 \x00", "not text"),
        (b"a\x00b", "not text"),
        ("Vilnius ąž".encode("cp1257"), "not UTF-8"),
        (b"x" * (LONGEST + 1), "MiB"),
    ],
)
def test_bytes_that_are_no_article(data, said):
    with pytest.raises(QuothError, match=said) as caught:
        decode(data, "post.txt")
    assert caught.value.hint


def test_utf16_with_a_byte_order_mark():
    assert decode("“Ąžuolas”".encode("utf-16"), "post.txt") == "“Ąžuolas”"


@pytest.mark.parametrize(
    "source",
    [
        "---\ntitle: a: b\n---\nText.",
        "---\n- x\n---\nText.",
        "---\nauthr: A\n---\nText.",
        "---\npublished: soon\n---\nx",
    ],
)
def test_front_matter_that_is_wrong(source):
    with pytest.raises(QuothError):
        read_post(source.encode(), name="post.md")


def test_front_matter():
    post = read_post(
        b"---\ntitle: A Port\nauthor: Ann\npublished: 2031-03-04\ntags: [sea, port]\n---\n\nText.",
        name="post.md",
    ).article.post
    assert (post.title, post.author, post.published, post.tags) == ("A Port", "Ann", "2031-03-04", ("sea", "port"))


@pytest.mark.parametrize(
    "text",
    ["Sep 4, 2025", "4 September 2025", "2025-09-04", "04.09.2025", "2025 m. rugsėjo 4 d.", "4 сентября 2025",
     "4 вересня 2025", "4 września 2025", "4. September 2025"],
)  # fmt: skip
def test_dates(text):
    assert iso_date(text) == "2025-09-04"


def test_what_is_no_date():
    assert iso_date("soon") is None
    assert iso_date("2025-02-30") is None
    assert iso_date("September 2025") == "2025-09"


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("1. The Port. Doe, Jane. The Paper (Online) Paper Company. Sep 4, 2025.",
         ("Jane Doe", "The Port", "The Paper (Online)", "2025-09-04")),
        ("[2] Doe, Jane. The Port Opens. The Paper. 4 September 2025.",
         ("Jane Doe", "The Port Opens", "The Paper", "2025-09-04")),
        ("3) Jane Doe, “The Port,” The Paper, September 2025.", ("Jane Doe", "The Port", "The Paper", "2025-09")),
        ("4. https://quoth.example/a", (None, None, None, None)),
    ],
)  # fmt: skip
def test_references(line, fields):
    found = parse_reference(line)
    assert (found.author, found.title, found.publication, found.published) == fields


@pytest.mark.parametrize(
    "sentences",
    [
        ["The U.S. envoy met Mr. Kest.", "They parted."],
        ["Mikhail S. Gorbachev spoke on Sept. 4 of 3.5 percent.", "Nobody answered."],
        ["He waited… and left.", "It rained."],
        ["“We wait. We hope,” he said.", "Nobody came."],
        ["“Nobody came.”", "She left."],
    ],
)
def test_sentences(sentences):
    text = " ".join(sentences)
    assert [text[slice(*span)] for span in sentence_spans(text, 0, len(text))] == sentences


@given(st.text(alphabet="ab .!?“”\n", max_size=80))
def test_sentences_hold_every_letter(text):
    spans = sentence_spans(text, 0, len(text))
    assert "".join("".join(text[slice(*span)].split()) for span in spans) == "".join(text.split())
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
