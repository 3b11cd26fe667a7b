"""Judging passages: the cross-encoder reads them against a question, and the rules tell what answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.answer import Verdict
from bot.beside import Shown
from bot.choose import READ_ON, RERANKED, Candidate, Read, candidates, keyed_on_own, own_words, ranked
from bot.dated import in_time, with_date
from bot.said_by import is_said_by
from bot.said_on import said_on
from bot.topic_viewed import topic_viewed
from bot.verdict import answering, is_led_by_a_comment, judge
from bot.weighed import Weighed
from bot.who_says import with_statement
from bot.wording import Wording
from corpus.article import Article
from corpus.library import Library
from index.encoder import Parted, Reranker
from index.passage import Passage
from index.search import Hit


class Judging:
    """Judges passages of one library."""

    def __init__(self, library: Library, reranker: Reranker, threshold: float) -> None:
        self._library, self._reranker, self.threshold = library, reranker, threshold

    def weigh(
        self,
        wording: Wording,
        hits: Sequence[Hit],
        others: Sequence[Candidate] = (),
        shown: Shown | None = None,
        lifted: Callable[[list[Read]], list[Read]] = list,
    ) -> Weighed:
        """Weigh *hits* for a question of this *wording*, and what is judged already, the *others*, beside them.

        *lifted* changes what was read where more is known of it. The cross-encoder reads the first of the hits, and the
        next where those do not answer, or a comment answers best of them though somebody's words are asked for.
        """
        asking, asked, times = wording.asking, wording.asked, wording.times
        topic = topic_viewed(asking, asked)
        read: list[Read] = []

        def read_as(article: Article, place: Passage) -> Parted:
            return with_date(asked.read(article, place), times, article, place)

        for more in (hits[:RERANKED], hits[RERANKED:READ_ON]):
            judged = lifted(ranked(asking, more, self._library, self._reranker, read_as))
            read += with_statement(asking, in_time(times, judged), self._reranker, read_as)
            found = candidates(asking, read, asked.party)
            if asked.party and topic:
                found = said_on(topic, asked.party, found)
            found = beside([*found, *others], shown)
            chosen = answering(found, self.threshold)
            if asked.party and chosen and not any(is_said_by(asked.party, item.article, item.key) for item in chosen):
                own = beside(answering(list(own_words(asking, read, asked.party)), self.threshold), shown)
                found, chosen = keyed_on_own(found, own), keyed_on_own(chosen, own)
            verdict = judge(asking, asked.party, found, chosen)
            if verdict is Verdict.ANSWERED and not (asked.party and is_led_by_a_comment(chosen, asked.party)):
                break
        read.sort(key=lambda item: -item.place)
        return Weighed(verdict, tuple(found), tuple(chosen), tuple(hits), tuple(read))


def beside(found: Sequence[Candidate], shown: Shown | None) -> list[Candidate]:
    """Return those *found*, best first, that the reader of the words *shown* may want."""
    kept = [item for item in found if shown is None or shown.admits(Passage(item.article.id, *item.span))]
    return sorted(kept, key=lambda item: -item.place)
