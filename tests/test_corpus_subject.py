import pytest

from corpus.read import read_post
from corpus.subject import is_agent, is_in_marks, is_passive


def speakers(sentence):
    """The speakers of what is said in *sentence*, behind one that introduces two people."""
    text = f"Davor Kest, the League’s envoy, met Ilse Marrow, the minister, in Brae on Monday.\n\n{sentence}\n"
    return {item.speaker for item in read_post(text.encode(), name="post").article.speech}


@pytest.mark.parametrize(
    "sentence",
    [
        "Residents were advised to expect the water to be brown for another two weeks.",
        "They were told there would be no ferry to Skerrow before the end of summer.",
    ],
)
def test_who_is_told_something_says_nothing(sentence):
    assert speakers(sentence) <= {None}


def spans(sentence, source, cue):
    start, other = sentence.index(source), sentence.index(cue)
    return sentence, (start, start + len(source)), (other, other + len(cue))


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "expected"),
    [
        ("Kest was also accused of theft.", "Kest", "accused", True),
        ("Kest was also accused of theft.", "Kest was", "accused", True),
        ("The council has been widely expected to vote.", "The council", "has been widely expected", True),
        ("Kest, the envoy, is said to have left.", "Kest", "is said", True),
        ("Kest, the envoy, is reported to have told them so.", "Kest", "reported", False),
        ("Kest was convinced that it would sail.", "Kest", "was convinced", False),
        ("Kest was quoted by the Courier as saying no.", "Kest", "quoted", False),
        ("Kest was reported as saying no.", "Kest", "was reported", False),
        ("Kest was late and said so.", "Kest", "said", False),
        ("Kest is reported to have told his party that he would go.", "Kest", "is reported to have told", False),
    ],
)
def test_the_subject_of_a_passive_is_who_is_told(sentence, source, cue, expected):
    assert is_passive(*spans(sentence, source, cue)) is expected


def test_by_whom_somebody_is_told_says_it():
    sentence = "Kest was described as a thief by the police, whom he had called."
    assert is_agent(*spans(sentence, "the police", "described"))
    assert not is_agent(*spans(sentence, "he", "described"))


def test_what_stands_between_commas_behind_an_auxiliary_is_no_part_of_the_name():
    found = speakers(
        "The Harbor Ministry has, in a statement, called on skippers to “keep the lamps of others in sight”."
    )
    assert found == {"the Harbor Ministry"}


def test_the_subject_of_a_relative_clause_does_not_say_what_follows_it():
    found = speakers(
        "Marrow, echoing a message that Kest has expressed, said the strait needs “more lamps and fewer laws.”"
    )
    assert found == {"Ilse Marrow"}


def test_a_title_in_quotation_marks_says_nothing():
    text = "A song called “How Far to Skerrow,” said the lamps were dark."
    assert is_in_marks(text, (text.index("How"), text.index("”") + 1))
    assert not is_in_marks(text, (0, 6))
