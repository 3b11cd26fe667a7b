"""Changing what must not be changed, to see that it is caught: in quotes, in chains, in sentences put to ``who``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from bot.answer import Answer, Quote, Speaker, Verdict
from bot.quote import make_quote
from bot.who import Whose
from corpus.article import QUOTABLE, Article, Reference, article_id
from corpus.blocks import block_sentences
from corpus.library import Library
from corpus.months import MONTHS
from eval.invariants import broken_by

Span = tuple[int, int]
_NUMBERS: Final = re.compile(r"\d[\d,.]*\d|\d")
_UNITS: Final = {"million": "billion", "percent": "points", "miles": "meters", "tons": "pounds", "crowns": "dollars"}
_HEDGES: Final = {"could": "will", "would": "will", "may": "must", "might": "will", "potentially": "certainly"}
_NEGATIONS: Final = {" not ": " ", " never ": " always ", " no ": " a ", " will ": " will not ", " is ": " is not "}
_MONTHS: Final = {name.title(): "Brumaire" for name in MONTHS if len(name) > 4}
_SUBJECT: Final = re.compile(r"\b[A-Z]\w{3,}")
_LOOK_ALIKE: Final = str.maketrans("aeopc", "аеорс")  # Latin to Cyrillic
_BUT: Final = re.compile(r",? but\b")
NOBODY: Final = "Nobody Atall"


@dataclass(frozen=True, slots=True)
class Mutation:
    """One kind of change, and how often it was caught."""

    name: str
    tried: int
    caught: int


def kill_rate(mutations: Iterable[Mutation]) -> float | None:
    """Return the share of all changes that were caught, 0..1; None when nothing was changed."""
    found = list(mutations)
    tried = sum(item.tried for item in found)
    return sum(item.caught for item in found) / tried if tried else None


def number(words: str) -> str:
    """Return *words* with the first number one higher."""
    return _NUMBERS.sub(lambda match: str(int(re.sub(r"\D", "", match[0])) + 1), words, count=1)


def swapped(table: dict[str, str]) -> Callable[[str], str]:
    """Return a change that replaces the first word of *table* that occurs."""

    def change(words: str) -> str:
        for old, new in table.items():
            if old in words:
                return words.replace(old, new, 1)
        return words

    return change


def subject(words: str) -> str:
    """Return *words* with the first name or capitalized word replaced."""
    return _SUBJECT.sub("Atlantis", words, count=1)


def look_alike(words: str) -> str:
    """Return *words* with Cyrillic letters in the first word that has some that look the same."""
    return re.sub(r"\b\w{4,}\b", lambda match: match[0].translate(_LOOK_ALIKE), words, count=1)


def spliced(words: str) -> str:
    """Return *words* without their middle, an ellipsis in its place."""
    parts = words.split()
    return " ".join([*parts[: len(parts) // 3], "…", *parts[2 * len(parts) // 3 :]]) if len(parts) > 8 else words


def one_word(words: str) -> str:
    """Return *words* with the one in the middle replaced."""
    parts = words.split()
    return " ".join([*parts[: len(parts) // 2], "perhaps", *parts[len(parts) // 2 + 1 :]])


WORDS: Final[dict[str, Callable[[str], str]]] = {
    "number": number,
    "unit": swapped(_UNITS),
    "negation": swapped(_NEGATIONS),
    "hedge": swapped(_HEDGES),
    "date": swapped(_MONTHS),
    "subject": subject,
    "look-alike letters": look_alike,
    "spliced with an ellipsis": spliced,
    "one word": one_word,
}


def mutate_words(whose: Callable[[str], Whose], sentences: Sequence[tuple[Article, Span]]) -> list[Mutation]:
    """Put changed *sentences* to ``who``.

    Caught means: not called exact. Words that are only clipped or repeated are caught when the whole sentence, or
    every speaker, is shown.
    """
    return _counted(_judged_words(whose, sentences))


def _judged_words(
    whose: Callable[[str], Whose], sentences: Sequence[tuple[Article, Span]]
) -> Iterator[tuple[str, bool]]:
    twice = _repeated(sentences)
    for article, span in sentences:
        words = article.slice(*span)
        for name, mutant in _changed_words(article, span):
            yield name, not whose(mutant).exact
        if (but := _BUT.search(words)) and len(words[: but.start()].split()) >= 3:
            places = whose(words[: but.start()]).places
            yield "clipped before “but”", any(words in place.quote.text for place in places)
    for words, quotes in twice.items():
        told = {place.quote.attribution for place in whose(words).places}
        yield "repeated sentence, two speakers", {quote.attribution for quote in quotes} <= told


def _changed_words(article: Article, span: Span) -> Iterator[tuple[str, str]]:
    words = article.slice(*span)
    for name, change in WORDS.items():
        if (mutant := change(words)) != words:
            yield name, mutant
    for item in article.speech:
        if item.mention and span[0] <= item.mention[0] < item.mention[1] <= span[1]:
            left, right = item.mention[0] - span[0], item.mention[1] - span[0]
            yield "speaker", words[:left] + NOBODY + words[right:]
            break


def mutate_quotes(library: Library, sentences: Sequence[tuple[Article, Span]]) -> list[Mutation]:
    """Change quotes and chains of *library*; caught means: an invariant breaks."""
    return _counted(_judged_quotes(library, sentences))


def _judged_quotes(library: Library, sentences: Sequence[tuple[Article, Span]]) -> Iterator[tuple[str, bool]]:
    changed = (pair for article, span in sentences for pair in _changed_quotes(article, span))
    for name, mutant in (*changed, *_exchanged(_repeated(sentences))):
        answer = Answer("?", Verdict.ANSWERED, (mutant,), (), None, 0.0)
        yield f"{name}, in a quote", bool(list(broken_by(answer, library)))


def _changed_quotes(article: Article, span: Span) -> Iterator[tuple[str, Quote]]:
    quote = make_quote(article, span, span, 1.0)
    for name, change in WORDS.items():
        if (words := change(quote.text)) != quote.text:
            yield name, replace(quote, text=words, sha256=sha256(words.encode()).hexdigest())
    nobody = Speaker(NOBODY, None)
    yield "speaker", replace(quote, chain=replace(quote.chain, speaker=nobody))
    yield "reported speaker", replace(quote, reported=nobody)
    other = Reference("9", author=NOBODY, title="Nothing", published="1999-01-01")
    yield "source", replace(quote, chain=replace(quote.chain, source=other))
    if quote.chain.source:
        dated = replace(quote.chain.source, published="1999-01-01")
        yield "date of the source", replace(quote, chain=replace(quote.chain, source=dated))
    yield "post", replace(quote, chain=replace(quote.chain, post=replace(article.post, author=NOBODY)))
    yield "attribution", replace(quote, attribution=f"{NOBODY} · post: “Nothing”")
    yield "stale version of the article", _stale(article, span)
    # True slices in all else, so that only the rules about sentences can catch them.
    if quote.end - quote.start > 2:
        yield "clipped", _cut(quote, article, quote.end - 2)
    if (but := _BUT.search(quote.text)) and but.start():
        yield "clipped before “but”", _cut(quote, article, quote.start + but.start())
    if re.match(r"\s+But\b", article.text[quote.end :]):
        yield "clipped before the sentence with “But”", quote


def _cut(quote: Quote, article: Article, end: int) -> Quote:
    words = article.slice(quote.start, end)
    return replace(quote, end=end, key=(quote.start, end), text=words, sha256=sha256(words.encode()).hexdigest())


def _stale(article: Article, span: Span) -> Quote:
    """Return the quote as it would be from a version of the article with one letter changed."""
    text = article.text[: span[0]] + "§" + article.text[span[0] + 1 :]
    return make_quote(replace(article, text=text, id=article_id(text)), span, span, 1.0)


def _repeated(sentences: Iterable[tuple[Article, Span]]) -> dict[str, list[Quote]]:
    """Return the quotes of each sentence that stands in several places with different attributions."""
    found: dict[str, list[Quote]] = {}
    for article, span in sentences:
        found.setdefault(article.slice(*span), []).append(make_quote(article, span, span, 1.0))
    return {words: quotes for words, quotes in found.items() if len({item.attribution for item in quotes}) > 1}


def _exchanged(repeated: dict[str, list[Quote]]) -> Iterator[tuple[str, Quote]]:
    for first, *others in repeated.values():
        for other in others:
            if other.attribution != first.attribution:
                chain = {"chain": other.chain, "reported": other.reported, "attribution": other.attribution}
                yield "repeated sentence, two speakers", replace(first, **chain)  # type: ignore[arg-type]


def _counted(judged: Iterable[tuple[str, bool]]) -> list[Mutation]:
    tried, caught = Counter[str](), Counter[str]()
    for name, is_caught in judged:
        tried[name] += 1
        caught[name] += is_caught
    return [Mutation(name, tried[name], caught[name]) for name in sorted(tried)]


def sentences_of(library: Library) -> Sequence[tuple[Article, Span]]:
    """Return every sentence that *library* could quote."""
    return [
        (article, span)
        for article in library.articles()
        for block in article.blocks
        if block.voice in QUOTABLE
        for span in block_sentences(article.text, block)
    ]
