"""Choosing the sentences that answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from bot.demand import asks_of_strangers, has_what_is_demanded, is_about_others, names_asked, unknown_names
from bot.party import Party
from bot.premise import event_asked, is_light, speaks_of, takes_for_granted
from bot.question_line import only_asks
from bot.said_by import is_said_by, speaks
from bot.stated import load_heads
from bot.widen import AS_GOOD, may_stand_together, widen
from corpus.article import Article
from corpus.library import Library
from index.encoder import Parted, Reranker
from index.passage import Passage, context, passage_sentences
from index.search import Hit

RERANKED: Final = 5  # passages that the cross-encoder reads first, which is most of the cost of a question
READ_ON: Final = 10  # that it has read at most, where those do not answer
FUSED: Final = 2.0  # log-odds for each unit of the fused score, where passages are ordered
UNKNOWN_NAME: Final = 1.07  # log-odds that a name costs which the article does not know
UNHEARD: Final = 1.0  # log-odds that it costs a passage not to speak of what the question takes it that somebody did
OWN: Final = 1.5  # log-odds that the best words of whom is asked for lose at most, where others answer in their passage
OTHER_PARTY: Final = 0.5  # log-odds that a sentence loses when it names none of those asked about

ReadAs: TypeAlias = Callable[[Article, Passage], Parted]
"""What the cross-encoder reads of a passage of an article."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer, with its neighbours that have to come along."""

    article: Article
    span: tuple[int, int]
    key: tuple[int, int]
    place: float
    """Log-odds by which candidates are ordered; a conversation may move them."""
    relevance: float
    """Log-odds that the key answers."""
    fits: bool
    """It has what the question demands, the number, the time, the names, and is no question itself."""
    similarity: float
    """Cosine of question and passage."""


@dataclass(frozen=True, slots=True)
class Read:
    """A passage that the cross-encoder has read."""

    hit: Hit
    article: Article
    states: float
    """Log-odds that it states the answer."""
    sentences: Mapping[tuple[int, int], float]
    """How well each of its sentences answers: differences are log-odds."""

    @property
    def place(self) -> float:
        """Log-odds by which passages are ordered."""
        return self.states + FUSED * self.hit.fused + self.hit.pull


def ranked(question: str, hits: Sequence[Hit], library: Library, reranker: Reranker, read_as: ReadAs) -> list[Read]:
    """Read the passages of *hits* that the library has, as *read_as* has their words, and return them best first."""
    read = [(hit, article) for hit in hits if (article := library.get(hit.passage.article))]
    judged = load_heads().judge(question, [read_as(article, hit.passage) for hit, article in read], reranker)
    found = [
        Read(hit, article, item.states, dict(zip(passage_sentences(article, hit.passage), item.sentences, strict=True)))
        for (hit, article), item in zip(read, judged, strict=True)
    ]
    return sorted(found, key=lambda item: -item.place)


def candidates(question: str, read: Sequence[Read], party: Party | None = None) -> list[Candidate]:
    """Return the sentences that may answer of the passages *read*, most relevant first.

    *party* is whose words the question asks for: with a sentence of theirs among its neighbours, that is the key.
    """
    event = None if party else event_asked(question)  # whose words are asked for is said to say them, in other words
    found = [item for passage in read for item in _of_passage(question, passage, event)]
    return [_keyed_on(party, item, read) for item in apart(sorted(found, key=lambda item: -item.place))]


def own_words(question: str, read: Sequence[Read], party: Party) -> Iterator[Candidate]:
    """Yield of each passage *read* the sentence in which *party* answers best.

    It is about as likely to answer as its passage: who asks for somebody's words wants these, though others say more.
    """
    for item in read:
        theirs = [key for key in item.sentences if speaks(party, item.article, key)]
        if theirs:
            best = max(theirs, key=item.sentences.__getitem__)
            more = max(0.0, max(item.sentences.values()) - item.sentences[best] - OWN)
            rated = _rater(question, item, None)(best)
            yield replace(rated, place=rated.place + more, relevance=rated.relevance + more)


def keyed_on_own(found: Sequence[Candidate], own: Sequence[Candidate]) -> list[Candidate]:
    """Return *found* with the *own* words of whom is asked for; where these lie in another quote, they are its key."""
    kept = [item for item in found if not any(_overlap(item, theirs) for theirs in own)]
    for theirs in own:
        around = [item for item in found if _overlap(item, theirs)]
        best = max([theirs, *around], key=lambda item: item.relevance)
        span = min(item.span[0] for item in [theirs, *around]), max(item.span[1] for item in [theirs, *around])
        kept.append(replace(best, key=theirs.key, span=span))
    return apart(sorted(kept, key=lambda item: -item.place))


def apart(found: Sequence[Candidate]) -> list[Candidate]:
    """Return *found* without overlaps: what begins in one passage and ends in the next may come from both."""
    kept: list[Candidate] = []
    for item in found:
        at = next((number for number, better in enumerate(kept) if _overlap(better, item)), None)
        if at is None:
            kept.append(item)
        elif _belongs(item, kept[at]):
            better = kept[at].span
            kept[at] = replace(kept[at], span=(min(better[0], item.span[0]), max(better[1], item.span[1])))
    return kept


def _overlap(one: Candidate, other: Candidate) -> bool:
    same = one.article.id == other.article.id
    return same and one.span[0] < other.span[1] and other.span[0] < one.span[1]


def _belongs(item: Candidate, better: Candidate) -> bool:
    """Tell whether *item*, which overlaps with a *better* one, is nearly as good and not said by somebody else."""
    near = item.fits and item.relevance >= better.relevance - AS_GOOD
    return near and may_stand_together(item.article, better.key, item.key)


def _of_passage(question: str, read: Read, event: str | None) -> Iterator[Candidate]:
    """Yield the sentences of one passage that answer best, each with its neighbours; no two overlap."""
    rated = map(_rater(question, read, event), read.sentences)
    taken: list[Candidate] = []
    for item in sorted(rated, key=lambda item: (not item.fits, -item.place)):
        near = not taken or read.sentences[item.key] >= read.sentences[taken[0].key] - AS_GOOD
        if near and all(item.span[1] <= other.span[0] or other.span[1] <= item.span[0] for other in taken):
            taken.append(item)
            yield item


def _rater(question: str, read: Read, event: str | None) -> Callable[[tuple[int, int]], Candidate]:
    known = _known(read.article, read.hit)
    strangers = UNKNOWN_NAME * unknown_names(question, known) + _unheard(question, event, read)
    asked = names_asked(question, read.article.text)
    is_on_others = asks_of_strangers(question, known)

    def rate(key: tuple[int, int]) -> Candidate:
        rated = _rated(question, read, key, asked, strangers)
        return replace(rated, fits=False) if is_on_others else rated

    return rate


def _rated(question: str, read: Read, key: tuple[int, int], asked: frozenset[str], strangers: float) -> Candidate:
    """Return the sentence *key* with its neighbours; *asked* are names, *strangers* is what unknown ones cost."""
    article, scored = read.article, read.sentences
    span = widen(article, article.block_at(key[0]), key, scored)
    words = article.slice(*span)
    less = strangers + max(scored.values()) - scored[key] + OTHER_PARTY * is_about_others(asked, words)
    fits = has_what_is_demanded(question, words) and not only_asks(article, key)
    return Candidate(article, span, key, read.place - less, read.states - less, fits, read.hit.similarity)


def _keyed_on(party: Party | None, item: Candidate, read: Sequence[Read]) -> Candidate:
    if party is None or is_said_by(party, item.article, item.key):
        return item
    rated = {
        key: value
        for passage in read
        if passage.article.id == item.article.id
        for key, value in passage.sentences.items()
    }
    inside = [key for key in rated if item.span[0] <= key[0] and key[1] <= item.span[1]]
    theirs = [key for key in inside if is_said_by(party, item.article, key)]
    return replace(item, key=max(theirs, key=rated.__getitem__)) if theirs else item


def _unheard(question: str, event: str | None, read: Read) -> float:
    """Return what it costs the passage not to speak of the *event* that *question* takes for granted.

    One that all of the article does not know costs as a name besides, where the question is certain of it.
    """
    if event is None:
        return 0.0
    passage = read.hit.passage
    words = f"{context(read.article, passage)} {read.article.slice(passage.start, passage.end)}"
    if speaks_of(event, words):
        return 0.0
    is_certain = takes_for_granted(question) and not is_light(event)
    return UNHEARD + UNKNOWN_NAME * (is_certain and not speaks_of(event, read.article.text))


def _known(article: Article, hit: Hit) -> str:
    parts = [context(article, hit.passage), article.post.author, article.post.published, article.text]
    for reference in article.references:
        parts += [reference.author, reference.publication, reference.published]
    return " ".join(part for part in parts if part)
