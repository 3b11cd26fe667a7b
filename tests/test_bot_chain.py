import pytest

from bot.answer import Chain, Speaker
from bot.chain import told_by
from bot.line import attribution
from corpus.article import Post, Reference, Voice
from corpus.blocks import block_sentences
from corpus.read import read_post

BEFORE = "Ilse Marrow, the minister for shipping, met the captains on Tuesday."
LIST = "1. A Title. Harlan, Mira. The Meridian Post. Sep 4, 2031."


LONG = "the captains of the League, who had waited for an hour in the rain before the new lock and longed for home"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (f"“Half is not nothing,” Ms. Marrow said in her defense before {LONG}.", "Ilse Marrow"),
        (f"“No,” Ms. Marrow said to {LONG}.", None),
        (f"Ms. Marrow came late, greeted with the words “Half is not nothing” {LONG}, and left for Brae.", None),
    ],
)
def test_a_sentence_that_opens_with_somebodys_words_is_theirs_however_it_goes_on(sentence, speaker):
    article = read_post(f"“{BEFORE} {sentence}” [1]\n\n{LIST}\n".encode(), name="post").article
    block = article.block_at(article.text.index(sentence))
    key = next(span for span in block_sentences(article.text, block) if article.text.startswith(sentence[:20], span[0]))
    found = told_by(article, key)
    assert (found.name if found else None) == speaker


@pytest.mark.parametrize(
    ("described_as", "said"),
    [
        (None, "reporting what Davor Kest said"),
        ("the League’s envoy", "reporting what Davor Kest, the League’s envoy, said"),
    ],
)
def test_what_the_speaker_is_stands_between_commas(described_as, said):
    chain = Chain(None, Reference("1", author="Mira Harlan"), Post("Talks"))
    line = attribution(chain, Voice.PRESS, unnamed=False, reported=Speaker("Davor Kest", described_as))
    assert line == f"Mira Harlan, {said} · post: “Talks”"
