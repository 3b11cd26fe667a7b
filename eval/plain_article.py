"""Articles of external sets, which have a title and a text and nothing that is read from it."""

from __future__ import annotations

from corpus.article import Article, Block, Post, Voice, article_id


def plain_article(text: str, title: str | None) -> Article:
    """Return an article whose author says all of *text*; nothing reads it for speech, which takes longest."""
    return Article(article_id(text), text, Post(title=title), (Block(0, len(text), Voice.AUTHOR),), (), ())
