import pytest

from bot.words import differences, nearest, occurrences, words_of

PRINTED = "“We wait for the tide,” said Ilse Marrow — 1,200 tons don’t move."


@pytest.mark.parametrize(
    "typed",
    ['"we wait for the TIDE" said', "wait  for the tide", "ilse marrow - 1,200 tons don't move", "tide, said: Ilse"],
)
def test_marks_dashes_blanks_and_case_make_no_difference(typed):
    assert len(occurrences(words_of(typed).folded, words_of(PRINTED))) == 1


@pytest.mark.parametrize(
    "typed", ["we waited for the tide", "1,300 tons", "tons do move", "we wait … the tide", "wаit for the tide"]
)
def test_other_letters_and_missing_words_do(typed):
    assert occurrences(words_of(typed).folded, words_of(PRINTED)) == []


def test_every_place_is_found():
    assert occurrences(("the", "sea"), words_of("the sea the sea, the sea")) == [(0, 2), (2, 4), (4, 6)]


def test_what_differs_is_told_word_by_word():
    typed = "We waited for the tide"
    sought, printed = words_of(typed), words_of(PRINTED)
    likeness, (first, last) = nearest(sought.folded, printed)
    assert likeness == pytest.approx(0.8)
    stretch = type(printed)(printed.folded[first:last], printed.spans[first:last])
    assert [(item.yours, item.printed) for item in differences(sought, typed, stretch, PRINTED)] == [("waited", "wait")]


def test_a_word_left_out_does_not_cut_off_the_last_one():
    text = "The boats do not wait and neither do our drivers, she said."
    sought, printed = words_of("The boats do wait and neither do our drivers"), words_of(text)
    _, (first, last) = nearest(sought.folded, printed)
    assert printed.folded[last - 1] == "drivers"
    found = differences(sought, "The boats do wait and neither do our drivers", words_of(text[: text.index(",")]), text)
    assert [(item.yours, item.printed) for item in found] == [("", "not")]
    assert first == 0
