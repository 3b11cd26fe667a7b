"""Marks close a quotation where they stand behind it, not where a list of references begins."""

import pytest

from corpus.article import Post, Voice
from corpus.read import analyse

LIST = "[1] Karl Wenn, “No Doctor”, Hill Gazette, June 10, 2031\n[2] Hill Gazette, June 11, 2031"
SHARED = "Share this:\nTwitter Facebook\nPosted by Ana Reed at 10:11"
FIRST = "“Orsk Hill will lose its only doctor in July, the health office said.” [1]"
LAST = "“‘We would pay double,’ the mayor said on Sunday.” [2]"


def press(text):
    article, notes = analyse(text, Post())
    blocks = [block for block in article.blocks if block.voice is Voice.PRESS]
    marks = [[article.references[number].mark for number in block.references] for block in blocks]
    return [article.slice(block.start, block.end).strip() for block in blocks], marks, notes


def test_a_post_that_ends_with_a_quotation_keeps_its_list():
    assert press(f"{FIRST}\n\nWell done.\n\n{LAST}\n\n{LIST}\n\n{SHARED}") == ([FIRST, LAST], [["1"], ["2"]], ())


def test_words_of_the_author_in_marks_take_no_source_from_the_list_below():
    own = "They called it “a small loss”"
    assert press(f"{FIRST}\n\n{own}\n\n{LIST}\n\n{SHARED}")[:2] == ([FIRST], [["1"]])


@pytest.mark.parametrize("between", ["\n", "\n\n", " ", ""])
def test_a_mark_on_a_line_of_its_own_closes(between):
    quoted = FIRST.replace("” [1]", f"”{between}[1]")
    assert press(f"{quoted}\n\nWell done.\n\n{LIST}")[:2] == ([quoted], [["1"]])
