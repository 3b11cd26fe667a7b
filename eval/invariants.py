"""What must hold for every answer, whatever its quality; each function yields what is broken."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from bot.answer import Answer, Quote, Verdict
from bot.interface import ENGLISH
from bot.message import LIMIT, width
from bot.pages import pages
from bot.parts import answer_parts
from bot.quote import make_quote
from corpus.article import QUOTABLE, Article, Voice
from corpus.blocks import block_sentences
from corpus.library import Library


def broken_by(answer: Answer, library: Library) -> Iterator[str]:
    """Yield one line for each invariant that *answer* breaks."""
    if (answer.verdict is Verdict.ANSWERED) != bool(answer.quotes):
        yield f"verdict {answer.verdict} with {len(answer.quotes)} quotes"
    for quote in (*answer.quotes, *answer.nearest):
        yield from _broken_by_quote(quote, library)
    for page in pages(answer_parts(answer, ENGLISH), ENGLISH):
        message = page.message
        if width(message.text) > LIMIT:
            yield f"a message of {width(message.text)} UTF-16 units"
        for entity in message.entities:
            if entity.offset < 0 or entity.offset + entity.length > width(message.text):
                yield f"an entity outside its message: {entity}"


def _broken_by_quote(quote: Quote, library: Library) -> Iterator[str]:
    article = library.get(quote.article)
    if article is None:
        yield f"{quote.id}: its article is not in the library"
        return
    if article.text[quote.start : quote.end] != quote.text or sha256(quote.text.encode()).hexdigest() != quote.sha256:
        yield f"{quote.id}: not the words of the article"
    block = article.block_at(quote.start)
    if quote.end > block.end:
        yield f"{quote.id}: crosses a block"
        return
    if block.voice not in QUOTABLE or block.voice is not quote.voice:
        yield f"{quote.id}: shown as {quote.voice}, is {block.voice}"
        return
    if not quote.start <= quote.key[0] < quote.key[1] <= quote.end:
        yield f"{quote.id}: the key lies outside"
        return
    sentences = block_sentences(article.text, block)
    if quote.start not in {start for start, _ in sentences} or quote.end not in {end for _, end in sentences}:
        yield f"{quote.id}: not whole sentences"
    yield from _broken_by_chain(quote, article)


def _broken_by_chain(quote: Quote, article: Article) -> Iterator[str]:
    if quote.voice is Voice.PRESS and quote.chain.source is None and "source not given" not in quote.attribution:
        yield f"{quote.id}: press words without a source, and it does not say so"
    if quote.voice is Voice.AUTHOR and quote.chain.source is not None:
        yield f"{quote.id}: the author's words are credited to a source"
    if quote.chain.post != article.post or "post:" not in quote.attribution:
        yield f"{quote.id}: the chain does not end in its post"
    stored = make_quote(article, (quote.start, quote.end), quote.key, quote.score)
    if (quote.chain, quote.reported, quote.attribution) != (stored.chain, stored.reported, stored.attribution):
        yield f"{quote.id}: the chain is not what the article says"
