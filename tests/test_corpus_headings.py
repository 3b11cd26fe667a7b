from corpus.article import Post, Voice
from corpus.read import analyse

VERSE = """“The harbor sleeps,
the lamp is low,
and he who keeps
the light must go.” [1]

1. A Title. Harlan, Mira. The Meridian Post. Sep 4, 2031.
"""


def test_a_line_of_verse_is_no_heading():
    article, _ = analyse(VERSE, Post())
    assert [block.voice for block in article.blocks] == [Voice.PRESS, Voice.REFERENCE]
