from corpus.article import Post
from corpus.attribution import attributions
from corpus.read import analyse
from corpus.tagger import Tagged


def test_words_between_a_source_and_a_cue_may_be_another_cues():
    parts = {"source": "Pell", "cue": "signed", "content": "the act"}
    text = "Pell signed the act, outlawing boats."
    tagged = [Tagged(role, text.index(words), text.index(words) + len(words)) for role, words in parts.items()]
    (found,) = attributions(text, [*tagged, Tagged("cue", 21, 30)], [(0, len(text))])
    assert text[slice(*found.cue)] == "signed"


def said(text):
    article, _ = analyse(text, Post())
    return [(speech.speaker, article.slice(speech.start, speech.end)) for speech in article.speech]


def test_a_quotation_between_two_sentences_of_saying_is_of_who_spoke_before():
    found = said(
        "Otto Quell, a baker, demanded a second vote. “People voted for a price,” he said. “If it says 310 on the "
        "loaf, I do not pay 395.” The legal adviser of the council believes that a second vote would bind nobody."
    )
    assert ("Otto Quell", "If it says 310 on the loaf, I do not pay 395.") in found


def test_what_begins_with_that_does_not_stand_before_its_cue():
    found = said(
        "His finance director, Berta Lund, no relation, had told investors a week earlier that 900 posts would be cut; "
        "the company now says she was speaking of post offices."
    )
    assert ("Berta Lund", "that 900 posts would be cut") in found


def test_the_subject_of_a_clause_is_not_who_says_what_follows_it():
    found = said("The minister, Berta Lund, whom the opposition has urged to resign, said that she would stay.")
    assert [speaker for speaker, words in found if "stay" in words] == ["Berta Lund"]


def test_the_author_of_a_comment_reports_nobodys_words():
    text = (
        "“Mr. Otto Quell said on Monday that the bridge was safe. He likes it.” [1]\n"
        "Mr. Quell said the same of the last bridge. Otto Quell wants a bridge of his own.\n"
        "[1] Ada Lund. “Safe”. The Weir Post, March 3, 2031."
    )
    assert [words for _, words in said(text)] == ["that the bridge was safe"]
