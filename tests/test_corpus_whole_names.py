import pytest

from corpus.read import read_post
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
        ("a statement by Varland, New Ostrin and Skerrow on Monday", "Varland", "Varland, New Ostrin and Skerrow"),
        ("Varland, New Ostrin and Skerrow said so", "Varland", "Varland"),
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


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Kest’s older sister said", "Kest’s older sister"),
        ("Kest’s new Minister Ilse al-Marrow said", "Kest’s new Minister Ilse al-Marrow"),
        ("Kest’s fishermen said", "Kest’s fishermen"),
        ("Kest’s visit to Skerrow said", "Kest"),
        ("Kest’s statement said", "Kest"),
        ("Kest the fishermen said", "Kest"),
    ],
)
def test_who_belongs_to_the_owner_speaks_and_not_the_owner(text, whole):
    cue = Tagged("cue", len(text) - len("said"), len(text))
    first, _ = in_whole_names(text, [Tagged("source", 0, len("Kest")), cue])
    assert text[first.start : first.end].strip() == whole


def test_all_of_a_list_condemn_what_is_condemned_by_them():
    text = "The toll was condemned in a joint statement by Varland, Ostrin and Skerrow as “a tax on the sea.”\n"
    speech = read_post(text.encode(), name="post").article.speech
    assert {item.speaker for item in speech} == {"Varland, Ostrin and Skerrow"}
