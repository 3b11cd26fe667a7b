"""What lies near to a question across languages, and what multilingual vectors alone make of it.

They judge passages in other languages, and all of them for a question that cannot be read in English. The log-odds made
here mean the same as those of :mod:`bot.choose`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Final

from bot.answer import Verdict
from bot.choose import Candidate
from bot.dated import DATED_AMONG, is_of
from bot.demand import has_what_is_demanded
from bot.period import Period
from bot.preferred import preferred_first
from bot.widen import AS_GOOD, widen
from corpus.article import Article
from corpus.language import is_english
from corpus.library import Library
from index.encoder import Encoder, Vector
from index.errors import IndexMismatchError, ModelMissingError
from index.generation import Generation
from index.multilingual import Multilingual
from index.passage import Passage, passage_sentences
from index.search import Hit
from index.search_multilingual import background, search_foreign, search_multilingual

OPENED: Final = 5  # passages whose sentences are encoded, which is most of the cost of a question
PASSAGE: Final = 0.5  # weight of the passage, against 1 of the sentence, in the order of sentences; German XQuAD-R
# Log-odds that the sentence answers; logistic fit on the 1,190 German questions of XQuAD-R over its English sentences,
# each with its sentence in the pool and without; weighted as if three questions of four had theirs in the corpus.
SENTENCE: Final = 38.9  # for the cosine of question and sentence
BACKGROUND: Final = -29.8  # for the mean cosine of the nearest passages: some questions are near to everything
OFFSET: Final = -9.5
# Of German questions about something else nine in ten stay below.
ON_TOPIC: Final = 0.775  # cosine of question and nearest passage below which the corpus is about something else
NEIGHBOR: Final = 0.02  # of cosine below the best sentence within which its neighbor belongs to the answer
_COUNT_ASKED: Final = re.compile(
    r"\b(?:сколько|скольких|какая доля|какую долю|скільки|скількох|яка частка|яку частку|kiek|kokia dalis|wie ?viele?|"
    r"combien|ile|ilu|процент\w*|відсот\w*|procent\w*|prozent\w*|pourcentage)\b",
    re.IGNORECASE,
)
_TIME_ASKED: Final = re.compile(
    r"\b(?:когда|коли|kada|wann|quand|kiedy|в каком году|(?:в|у) якому році|kuriais metais|in welchem jahr|"
    r"en quelle année|w którym roku)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Near:
    """A question as the multilingual encoder sees it, and what lies near to it."""

    question: str
    vector: Vector
    background: float
    """Mean cosine of the nearest passages."""
    hits: Sequence[Hit]
    """The passages, in the order in which they are opened."""
    foreign: AbstractSet[int]
    """Rows of all passages that are not in English."""


class Languages:
    """Finds and judges across languages; the encoder is loaded at the first question that needs it."""

    def __init__(self, library: Library, load: Callable[[], Encoder]) -> None:
        self._library, self._load = library, load

    @cached_property
    def _encoder(self) -> Encoder | None:
        try:
            return self._load()
        except ModelMissingError:
            return None

    def search(self, question: str, generation: Generation, depth: int) -> list[Hit]:
        """Return the best passages for a *question* in another language, best first; each ranking puts up *depth*.

        Nothing when the encoder is not on this machine, or the generation was built without one.

        Raises:
            IndexMismatchError: the generation was built with another one.
        """
        part, encoder = generation.multilingual, self._encoder
        if part is None or encoder is None:
            return []
        return search_multilingual(generation, part, question, _vector(question, generation, encoder), depth=depth)

    def near(self, question: str, generation: Generation, times: Sequence[Period] = ()) -> Near | None:
        """Return the passages near to a *question* in another language; what is of one of *times* comes first.

        None when the encoder is not on this machine, or the generation was built without one.

        Raises:
            IndexMismatchError: the generation was built with another one.
        """
        part, encoder = generation.multilingual, self._encoder
        if part is None or encoder is None:
            return None
        vector = _vector(question, generation, encoder)
        hits = search_multilingual(generation, part, question, vector)
        return self._near(question, vector, part, self._opened(hits, times))

    def foreign_passages(self, question: str, generation: Generation, times: Sequence[Period] = ()) -> list[Candidate]:
        """Return the best sentences that are not in English for a *question* in English, best first.

        What is of one of *times* comes before the others.

        Raises:
            IndexMismatchError: the generation was built with another one.
        """
        part = generation.multilingual
        if part is None or not len(part.foreign) or self._encoder is None:
            return []
        vector = _vector(question, generation, self._encoder)
        hits = search_foreign(generation, part, question, vector)
        return self.judged(self._near(question, vector, part, self._opened(hits, times)))

    def judged(self, near: Near) -> list[Candidate]:
        """Return the best sentence of each passage *near* to a question, best first."""
        opened = [(hit, article) for hit in near.hits if (article := self._library.get(hit.passage.article))]
        found = [
            _best_sentence(near, hit, article, cosines)
            for hit, article in opened
            if (cosines := self.cosines(near, article, hit.passage))
        ]
        return [item for _, item in sorted(found, key=lambda pair: -pair[0])]

    def cosines(self, near: Near, article: Article, passage: Passage) -> dict[tuple[int, int], float]:
        """Return how near each sentence of *passage* is to the question."""
        spans = passage_sentences(article, passage)
        if not spans or self._encoder is None:
            return {}
        vectors = self._encoder.encode([article.slice(*span) for span in spans])
        return dict(zip(spans, (vectors @ near.vector).tolist(), strict=True))

    def _near(self, question: str, vector: Vector, part: Multilingual, hits: Sequence[Hit]) -> Near:
        return Near(question, vector, background(part, vector), hits, frozenset(part.foreign.tolist()))

    def _opened(self, hits: Sequence[Hit], times: Sequence[Period]) -> list[Hit]:
        """Return those of *hits* that are opened: what is of one of *times* first, and then others too."""
        if not times:
            return list(hits[:OPENED])
        return preferred_first(hits[:DATED_AMONG], self._library, partial(is_of, times), OPENED)[: 2 * OPENED]


def _vector(question: str, generation: Generation, encoder: Encoder) -> Vector:
    if generation.manifest.multilingual != encoder.name:
        raise IndexMismatchError(
            f"the index was built with {generation.manifest.multilingual}, this is {encoder.name}",
            hint="rebuild it: quoth index",
        )
    return encoder.encode_question(question)


def log_odds(sentence: float, background: float) -> float:
    """Return the log-odds that a sentence answers, from its cosine and that of the nearest passages on average."""
    return OFFSET + SENTENCE * sentence + BACKGROUND * background


def rank_score(sentence: float, passage: float) -> float:
    """Return what sentences are ordered by, from the cosine of the *sentence* and ``Hit.fused`` of its *passage*."""
    return sentence + PASSAGE * passage


def foreign_verdict(found: Sequence[Candidate], chosen: Sequence[Candidate]) -> Verdict:
    """Return the verdict when *chosen* of the *found* candidates answer."""
    if chosen:
        return Verdict.ANSWERED
    nearest = max((item.similarity for item in found), default=0.0)
    return Verdict.OFF_CORPUS if nearest < ON_TOPIC else Verdict.NOT_STATED


def _best_sentence(
    near: Near, hit: Hit, article: Article, cosines: Mapping[tuple[int, int], float]
) -> tuple[float, Candidate]:
    """Return the sentence of the passage that answers best, after what the passages' best are ordered by."""
    scored = {span: cosine * AS_GOOD / NEIGHBOR for span, cosine in cosines.items()}
    in_english = is_english(article.text)
    found = []
    for key, cosine in cosines.items():
        span = widen(article, article.block_at(key[0]), key, scored)
        fits = not in_english or has_what_is_demanded(_demand_in_english(near.question), article.slice(*span))
        relevance = log_odds(cosine, near.background)
        candidate = Candidate(article, span, key, relevance + hit.pull, relevance, fits, hit.similarity)
        found.append((rank_score(cosine, hit.fused) + hit.pull / SENTENCE, candidate))
    return max(found, key=lambda pair: (pair[1].fits, pair[0]))


def _demand_in_english(question: str) -> str:
    """Return what :mod:`bot.demand` understands of *question*: that a number or a time is asked for."""
    if _COUNT_ASKED.search(question):
        return "how many"
    return "when" if _TIME_ASKED.search(question) else question
