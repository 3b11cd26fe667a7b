"""What must hold for every answer, whatever its quality; each function yields what is broken.

What an article says is worked out here from its blocks and references, not by the code that makes quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from bot.answer import Answer, Quote, Verdict
from bot.message import LIMIT, width
from bot.quote import make_quote
from bot.widen import LONGEST_QUOTE
from corpus.article import QUOTABLE, Article, Block, Voice
from corpus.blocks import block_sentences
from corpus.library import Library
from eval.reader import messages_for

_TURNS: Final = re.compile(r"[“\"«„]?(?:But|However|Yet|Nevertheless)\b")


@dataclass(frozen=True, slots=True)
class Break:
    """A rule that was broken, and where."""

    rule: str
    detail: str

    def __str__(self) -> str:
        """Return both in one line."""
        return f"{self.rule}: {self.detail}"


def broken_by(answer: Answer, library: Library) -> Iterator[Break]:
    """Yield each invariant that *answer* breaks."""
    if (answer.verdict is Verdict.ANSWERED) != bool(answer.quotes):
        yield Break("verdict and quotes", f"{answer.verdict} with {len(answer.quotes)} quotes")
    if answer.verdict is Verdict.UNAVAILABLE:
        yield Break("crash", answer.question)
    for quote in (*answer.quotes, *answer.nearest):
        yield from _broken_by_quote(quote, library)
    yield from _broken_by_messages(answer)


def _broken_by_messages(answer: Answer) -> Iterator[Break]:
    sent = messages_for(answer)
    for message in sent:
        if width(message.text) > LIMIT:
            yield Break("message limits", f"a message of {width(message.text)} UTF-16 units")
        for entity in message.entities:
            if entity.offset < 0 or entity.offset + entity.length > width(message.text):
                yield Break("message limits", f"an entity outside its message: {entity}")
    for quote in (*answer.quotes, *answer.nearest):
        if width(quote.text) < LIMIT // 2 and not any(quote.text in message.text for message in sent):
            yield Break("message limits", f"{quote.id}: no message holds the whole of it")


def _broken_by_quote(quote: Quote, library: Library) -> Iterator[Break]:
    article = library.get(quote.article)
    if article is None:
        yield Break("exactness", f"{quote.id}: its article is not in the library")
        return
    if article.text[quote.start : quote.end] != quote.text or sha256(quote.text.encode()).hexdigest() != quote.sha256:
        yield Break("exactness", f"{quote.id}: not the words of the article")
    block = article.block_at(quote.start)
    if quote.end > block.end:
        yield Break("one block", f"{quote.id}: crosses a block")
        return
    if block.voice not in QUOTABLE or block.voice is not quote.voice:
        yield Break("voice", f"{quote.id}: shown as {quote.voice}, is {block.voice}")
        return
    yield from _broken_by_sentences(quote, article, block)
    if not quote.start <= quote.key[0] < quote.key[1] <= quote.end:
        yield Break("key", f"{quote.id}: the key lies outside")
        return
    yield from _broken_by_chain(quote, article, block)


def _broken_by_sentences(quote: Quote, article: Article, block: Block) -> Iterator[Break]:
    sentences = block_sentences(article.text, block)
    starts, ends = [start for start, _ in sentences], [end for _, end in sentences]
    if quote.start not in starts or quote.end not in ends:
        yield Break("whole sentences", f"{quote.id}: starts or ends inside a sentence")
        return
    first, last = starts.index(quote.start), ends.index(quote.end)
    if last + 1 < len(sentences) and last - first + 1 < LONGEST_QUOTE and _TURNS.match(article.text, starts[last + 1]):
        yield Break("turned round", f"{quote.id}: ends before the sentence that turns it round")


def _broken_by_chain(quote: Quote, article: Article, block: Block) -> Iterator[Break]:
    source = article.references[block.references[0]] if block.references else None
    if quote.chain.source != source:
        yield Break("chain", f"{quote.id}: the source is not the one that the block cites")
    if quote.voice is Voice.PRESS and source is None and "source not given" not in quote.attribution:
        yield Break("chain", f"{quote.id}: press words without a source, and it does not say so")
    if quote.chain.post != article.post or "post:" not in quote.attribution:
        yield Break("chain", f"{quote.id}: it does not end in its post")
    told = (source.author, source.title, source.publication, source.published) if source else ()
    for words in (*told, article.post.title, article.post.published):
        if words and words not in quote.attribution:
            yield Break("attribution", f"{quote.id}: {words!r} is missing in “{quote.attribution}”")
    speaker = quote.chain.speaker or quote.reported
    for name in (speaker.name, speaker.according_to) if speaker else ():
        if name and name not in quote.attribution:
            yield Break("attribution", f"{quote.id}: {name!r} is missing in “{quote.attribution}”")
    stored = make_quote(article, (quote.start, quote.end), quote.key, quote.score)
    if (quote.chain, quote.reported, quote.attribution) != (stored.chain, stored.reported, stored.attribution):
        yield Break("chain", f"{quote.id}: it is not what the article says")
