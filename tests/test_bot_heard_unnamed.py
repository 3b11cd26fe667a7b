"""Who speaks without a name can be asked for next: "and the printer?"."""

from bot.heard import heard_in
from corpus.article import Post
from corpus.read import analyse


def test_a_speaker_without_a_name_is_heard_under_what_the_article_calls_them():
    article = analyse("“The sheets were sent by mail,” the printer said. “No,” said Ada Renn.\n", Post())[0]
    heard = heard_in([article])
    assert ("the printer", "") in heard.speakers
    assert {name for name, _ in heard.speakers} == {"the printer", "Ada Renn"}
