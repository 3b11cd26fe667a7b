from corpus.tagger import Tagged, _in_whole_words


def test_a_span_ends_with_its_word_or_where_the_next_begins():
    spans = [Tagged("source", 0, 2), Tagged("cue", 5, 7), Tagged("content", 7, 9)]
    assert _in_whole_words("Pell said", spans) == [Tagged("source", 0, 4), *spans[1:]]
