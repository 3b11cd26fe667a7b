"""The one door from a span to a quote, and the check before it is shown."""

from __future__ import annotations

from hashlib import sha256

from bot.answer import Quote
from bot.chain import chain_of, innermost, is_unnamed_speech, overlapping
from bot.line import attribution
from bot.permalink import link_to_sentence, permalink, read_permalink
from corpus.article import QUOTABLE, Article, SpeechKind
from corpus.errors import QuothError
from corpus.library import Library


def make_quote(article: Article, span: tuple[int, int], key: tuple[int, int], score: float) -> Quote:
    """Return the quote at *span* whose sentence *key* answers.

    Raises:
        ValueError: the span is not inside one quotable block, or the key not inside the span.
    """
    start, end = span
    block = article.block_at(start)
    if end > block.end or block.voice not in QUOTABLE or not start <= key[0] < key[1] <= end:
        raise ValueError(f"{start}:{end} of {article.id[:12]} is not a quote")
    text = article.slice(start, end)
    chain = chain_of(article, block, key)
    reported = None if chain.speaker else innermost(article, key, SpeechKind.INDIRECT)
    return Quote(
        id=permalink(article.id, start, end),
        article=article.id,
        start=start,
        end=end,
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        key=key,
        voice=block.voice,
        speech=overlapping(article.speech, start, end),
        chain=chain,
        attribution=attribution(
            chain,
            block.voice,
            unnamed=is_unnamed_speech(article.speech, key),
            reported=reported,
        ),
        score=score,
        reported=reported,
        url=link_to_sentence(article, *key),
    )


def quote_at(identity: str, library: Library) -> Quote | None:
    """Return the quote with this id (a permalink), None when there is no such quote in *library*."""
    try:
        prefix, start, end = read_permalink(identity)
        article = library.get(library.find(prefix))
        return make_quote(article, (start, end), (start, end), 1.0) if article else None
    except (ValueError, QuothError):
        return None


def is_still_there(quote: Quote, library: Library) -> bool:
    """Take the slice again from the stored article and compare."""
    article = library.get(quote.article)
    if article is None or quote.end > len(article.text):
        return False
    words = article.slice(quote.start, quote.end)
    return words == quote.text and sha256(words.encode()).hexdigest() == quote.sha256
