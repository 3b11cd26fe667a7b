import pytest

from corpus.tagger import Tagged
from corpus.whole_names import in_whole_names


@pytest.mark.parametrize(
    ("text", "source", "whole"),
    [
        ("first reported by the Ostrin Times on Tuesday", "the Ostrin", "the Ostrin Times"),
        ("Former Brae Gov. Hanne Solberg: a life", "Former", "Former Brae Gov. Hanne Solberg"),
        ("Kest Monday told them", "Kest", "Kest"),
        ("Kest’s Lamp Fund said so", "Kest", "Kest"),
        ("the crew of Skerrow said so", "the crew", "the crew"),
        ("Kest In the Strait", "Kest", "Kest"),
    ],
)
def test_a_source_goes_on_to_the_end_of_its_name(text, source, whole):
    start = text.index(source)
    (found,) = in_whole_names(text, [Tagged("source", start, start + len(source))])
    assert text[found.start : found.end] == whole


def test_a_name_ends_where_the_next_span_begins():
    text = "Kest Says No"
    found = list(in_whole_names(text, [Tagged("source", 0, 4), Tagged("cue", 5, 9)]))
    assert found == [Tagged("source", 0, 4), Tagged("cue", 5, 9)]
