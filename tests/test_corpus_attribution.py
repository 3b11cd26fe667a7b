from corpus.attribution import attributions
from corpus.tagger import Tagged


def test_words_between_a_source_and_a_cue_may_be_another_cues():
    parts = {"source": "Pell", "cue": "signed", "content": "the act"}
    text = "Pell signed the act, outlawing boats."
    tagged = [Tagged(role, text.index(words), text.index(words) + len(words)) for role, words in parts.items()]
    (found,) = attributions(text, [*tagged, Tagged("cue", 21, 30)], [(0, len(text))])
    assert text[slice(*found.cue)] == "signed"
