"""Pages: an answer as messages within Telegram's limit, quotes never split."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.answer import Answer, Quote
from bot.interface import ENGLISH, Interface
from bot.line import also_in, attribution_of
from bot.message import LIMIT, Message, joined, styled, width
from bot.parts import Cited, Line, Part, answer_parts
from bot.texts import COMMENT, IN_CONTEXT, PART_OF_LONGER, TOO_LONG
from corpus.article import Article, Voice
from corpus.blocks import block_sentences

LONG: Final = 600
"""A longer quote is folded until the reader taps it; UTF-16 units."""
CONTEXT: Final = 3000
"""Characters around a quote at most; with the line below it they fit one message."""


@dataclass(frozen=True, slots=True)
class Page:
    """One message and the quotes in it."""

    message: Message
    quotes: tuple[Quote, ...] = ()


def pages(parts: Iterable[Part], interface: Interface) -> list[Page]:
    """Return *parts* on as few pages as hold them; a heading stays with the quote below it."""
    packed: list[Page] = []
    for block in _blocks(parts, interface):
        both = joined(packed[-1].message, block.message, by="\n\n") if packed else block.message
        if packed and width(both.text) <= LIMIT:
            packed[-1] = Page(both, packed[-1].quotes + block.quotes)
        else:
            packed.append(block)
    return packed


def messages(answer: Answer) -> list[Message]:
    """Return the messages of *answer* in English."""
    return [page.message for page in pages(answer_parts(answer, ENGLISH), ENGLISH)]


def _blocks(parts: Iterable[Part], interface: Interface) -> list[Page]:
    """Return *parts*, each line together with what follows it as long as both fit."""
    blocks: list[Page] = []
    lines: list[Message] = []
    for part in parts:
        if isinstance(part, Line):
            lines.append(styled(part.text, part.style) if part.style else Message(part.text))
            continue
        quote = cited(part, interface)
        both = joined(*lines, quote, by="\n\n")
        if width(both.text) > LIMIT:
            blocks += [Page(line) for line in lines]
            both = quote
        blocks.append(Page(both, (part.quote,)))
        lines = []
    return blocks + [Page(line) for line in lines]


def cited(part: Cited, interface: Interface) -> Message:
    """Return the quote of *part* as a block quotation with its attribution below."""
    quote = part.quote
    key = quote.key if part.marked else None
    built = _with_words(quote, _block_quotation(quote.text, quote.start, key), interface)
    return built if width(built.text) <= LIMIT else _with_words(quote, Message(interface.say(TOO_LONG)), interface)


def context_page(quote: Quote, article: Article, interface: Interface) -> Page:
    """Return the words around *quote* in its block, whole sentences, the quote marked."""
    sentences = block_sentences(article.text, article.block_at(quote.start))
    start, end = sentences[0][0], sentences[-1][1]
    lines = [Message(interface.say(IN_CONTEXT))]
    if end - start > CONTEXT:
        start, end = _around(quote, sentences)
        lines.append(Message(interface.say(PART_OF_LONGER)))
    words = _block_quotation(article.slice(start, end), start, (quote.start, quote.end))
    built = joined(*lines, _with_words(quote, words, interface), by="\n\n")
    return Page(built if width(built.text) <= LIMIT else cited(Cited(quote, marked=True), interface), (quote,))


def _around(quote: Quote, sentences: tuple[tuple[int, int], ...]) -> tuple[int, int]:
    """Return the longest stretch of whole *sentences* about the middle of which *quote* stands."""
    start, end = quote.start, quote.end
    before = [span for span in reversed(sentences) if span[1] <= start]
    after = [span for span in sentences if span[0] >= end]
    while before or after:
        if before and end - before[0][0] <= CONTEXT:
            start = before.pop(0)[0]
        else:
            before = []
        if after and after[0][1] - start <= CONTEXT:
            end = after.pop(0)[1]
        else:
            after = []
    return start, end


def _block_quotation(words: str, start: int, key: tuple[int, int] | None) -> Message:
    """Return *words*, which begin at *start* of the article, with the *key* in bold."""
    quotation = styled(words, "expandable_blockquote" if width(words) > LONG else "blockquote")
    if key is None:
        return quotation
    first, last = key[0] - start, key[1] - start
    bold = joined(Message(words[:first]), styled(words[first:last], "bold"), Message(words[last:]))
    return Message(words, quotation.entities + bold.entities)


def _with_words(quote: Quote, words: Message, interface: Interface) -> Message:
    line = attribution_of(quote, interface)
    attribution = joined(Message("— "), styled(line, "text_link", quote.url) if quote.url else Message(line))
    others = [Message(also_in(item, quote, interface)) for item in quote.also_in]
    comment = [styled(interface.say(COMMENT), "italic")] if quote.voice is Voice.AUTHOR else []
    return joined(*comment, words, attribution, *others, by="\n")
