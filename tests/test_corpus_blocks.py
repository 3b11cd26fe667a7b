from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Post, SpeechKind, Voice
from corpus.blocks import quotable_span
from corpus.clean import clean
from corpus.read import analyse, read_post

PIECES = [
    "“",
    "”",
    '"',
    "«",
    "»",
    "„",
    " ",
    "\n",
    "word",
    "It rained.",
    "[1]",
    "[2]",
    "” [1]",
    "1. Title. X, Y. Z.",
    "A",
]


def voices(text):
    article, notes = analyse(clean(text), Post())
    return [
        (block.voice.value, article.slice(*quotable_span(article.text, block)).strip()) for block in article.blocks
    ], notes


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_blocks_tile_every_text(text):
    text = clean(text)
    if not text:
        return
    article, _ = analyse(text, Post())
    assert "".join(article.slice(block.start, block.end) for block in article.blocks) == text
    assert all(
        block.voice is Voice.PRESS or not block.references or block.voice is Voice.HEADING for block in article.blocks
    )


def test_a_long_quotation_with_quotations_inside():
    found, notes = voices(
        "My view first.\n“The port closed. “We waited,” said Ann Lee. “Nobody came.”\nIt opened on Monday.” [1]\n"
        "My view last.\n1. The Port. Doe, Jane. The Paper. Mar 4, 2031.\nNo comments:"
    )
    assert [voice for voice, _ in found] == ["author", "press", "author", "reference", "furniture"]
    assert found[1][1].startswith("The port closed.")
    assert found[1][1].endswith("It opened on Monday.")
    assert notes == ()


def test_straight_and_angled_marks():
    for opening, closing in ('""', "«»", "„“", "„”"):
        found, _ = voices(
            f"{opening}The port closed on Monday.{closing} [1]\nI doubt it.\n[1] Doe, Jane. The Port. The Paper."
        )
        assert [voice for voice, _ in found] == ["press", "author", "reference"], opening


def test_an_unopened_quotation_is_never_press():
    found, notes = voices("The port closed.” [1]\nI doubt it.\n1. The Port. Doe, Jane. The Paper.")
    assert "press" not in [voice for voice, _ in found]
    assert "author" in notes[0].assumed
    assert notes[0].line == 1


def test_an_unclosed_quotation_is_never_press():
    found, notes = voices("“The port closed.\nI doubt it.\n1. The Port. Doe, Jane. The Paper.")
    assert "press" not in [voice for voice, _ in found]
    assert notes


def test_a_mark_without_a_reference_is_press_without_a_source():
    article, notes = analyse("“The port closed.” [3]\nI doubt it.", Post())
    assert article.blocks[0].voice is Voice.PRESS
    assert article.blocks[0].references == ()
    assert "[3]" in notes[0].assumed


def test_furniture_in_six_languages():
    for line in (
        "No comments:",
        "Posted by Ann at 9:12",
        "Komentarų nėra:",
        "Rašyti komentarą",
        "Комментариев нет:",
        "Отправить комментарий",
        "Немає коментарів:",
        "Brak komentarzy:",
        "Prześlij komentarz",
        "Keine Kommentare:",
        "Älterer Post",
    ):
        found, _ = voices(f"I doubt it.\n{line}")
        assert found[-1][0] == "furniture", line


def test_prose_is_no_furniture():
    found, _ = voices("Home is where the port is.\nShare prices fell on Monday, and nobody knew why.")
    assert [voice for voice, _ in found] == ["author"]


def test_the_real_post(seed):
    article = read_post(seed.read_bytes(), name="post").article
    assert [block.voice.value for block in article.blocks if block.voice.value != "heading"][:4] == ["press"] * 4
    reference = article.references[0]
    assert (reference.author, reference.publication, reference.published) == (
        "Anatoly Kurmanaev",
        "New York Times (Online)",
        "2025-09-04",
    )
    direct = {speech.speaker for speech in article.speech if speech.kind is SpeechKind.DIRECT}
    indirect = {speech.speaker for speech in article.speech if speech.kind is SpeechKind.INDIRECT}
    assert direct == {"Samuel Charap", "Putin"}
    assert {"Putin", "Russia", "the Kremlin", "analysts"} <= indirect
