"""The chain of voices that a quote came through: who speaks in a sentence, directly or reported."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.answer import Chain, Speaker
from corpus.article import Article, Block, Speech, SpeechKind
from corpus.second_hand import teller_of

MAIN = 0.45  # share of a sentence from which speech in it is what the sentence is about
EDGE = 0.25  # the same, for what opens or ends it
MARK = 2  # characters of a mark before or behind somebody's words, or of one with a full stop
SHORTEST_OPENING = 12  # characters of direct speech from which it is more than a word of somebody's
SPEAKER_WITHIN = 20  # characters behind it in which its speaker is named
_DETERMINED = re.compile(r"(?:An?|The|His|Her|Its|Their|One|Two|Three|Several|Some|Many) ")
_NOBODY_ELSE = re.compile(
    r"(?:I|we|he|she|it|they|who|that|nobody|no one|neither|both|all)\b|.*\b(?:memorandum|paper|draft|treaty|agreement|"
    r"plan|proposal|law|clause|budget|audit|report|study|poll|survey|figures|numbers|text|document|letter|ruling)s?\b",
    re.IGNORECASE,
)
"""Words for a speaker that tell nobody from who spoke before: a pronoun, or a paper that he may have written."""


def chain_of(article: Article, block: Block, key: tuple[int, int]) -> Chain:
    """Return the chain of the sentence at *key* in *block*."""
    source = article.references[block.references[0]] if block.references else None
    return Chain(innermost(article, key, SpeechKind.DIRECT), source, article.post)


def overlapping(speech: Sequence[Speech], start: int, end: int) -> tuple[Speech, ...]:
    """Return what of *speech* shares a character with [start, end)."""
    return tuple(item for item in speech if item.start < end and start < item.end)


def is_unnamed_speech(speech: Sequence[Speech], key: tuple[int, int]) -> bool:
    """Tell whether the sentence at *key* is mostly direct speech whose speaker the article does not name."""
    main = _main_speech(speech, key, SpeechKind.DIRECT)
    return bool(main) and all(item.speaker is None for item in main)


def told_by_unnamed(article: Article, key: tuple[int, int]) -> bool:
    """Tell whether the sentence at *key* gives words of somebody whom the article mentions and does not name."""
    if told_by(article, key):
        return False
    mentions = [item.mention for item in main_speech(article, key) if item.mention]
    return any(not _NOBODY_ELSE.match(article.slice(*mention)) for mention in mentions)


def main_speech(article: Article, key: tuple[int, int]) -> list[Speech]:
    """Return the speech that the sentence at *key* is about, whether it has a speaker or not."""
    kinds = (SpeechKind.DIRECT, SpeechKind.INDIRECT)
    return [item for kind in kinds for item in _main_speech(article.speech, key, kind)]


def told_by(article: Article, key: tuple[int, int]) -> Speaker | None:
    """Return whose speech the sentence at *key* is or else gives indirectly, None when nobody's or nobody named."""
    return next(voices(article, key), None)


def voices(article: Article, key: tuple[int, int]) -> Iterator[Speaker]:
    """Yield who speaks in the sentence at *key*, in their own words or reported, and then who says that they did."""
    kinds = (SpeechKind.DIRECT, SpeechKind.INDIRECT)
    found = (who for kind in kinds if (who := innermost(article, key, kind)))
    if first := next(found, None):
        yield first
        if first.according_to and (teller := speaker_of(article.speech, key, SpeechKind.INDIRECT)):
            yield teller


def innermost(article: Article, key: tuple[int, int], kind: SpeechKind) -> Speaker | None:
    """Return whose speech of this *kind* the sentence at *key* mostly is, at whatever hand; None as in `speaker_of`."""
    speech = overlapping(article.speech, *key)
    main = _main_speech(speech, key, kind)
    for item in speech:
        teller = teller_of(speech, item) if item.kind is kind and item.speaker else None
        if item.speaker and teller and (main == [item] or (main == [teller] and _is_main(item, key))):
            return Speaker(item.speaker, item.described_as, _called(article, teller))
    return speaker_of(speech, key, kind)


def _called(article: Article, teller: Speech) -> str | None:
    """Return the name of the *teller*, or else what the article calls him: "his lawyers"."""
    if teller.speaker or teller.mention is None:
        return teller.speaker
    words = article.slice(*teller.mention)
    return words[0].lower() + words[1:] if _DETERMINED.match(words) else words


def speaker_of(speech: Sequence[Speech], key: tuple[int, int], kind: SpeechKind) -> Speaker | None:
    """Return whose speech of this *kind* the sentence at *key* mostly is, None when nobody's or nobody named.

    What two say in turn is said by both: "Ukraine says that Russian forces blew it up; Russia denies it". Where one of
    them has no name, neither is told.
    """
    main = _main_speech(speech, key, kind)
    named = {item.speaker: item.described_as for item in main if item.speaker}
    if not named or any(item.mention and not item.speaker for item in main):
        return None
    return Speaker(" and ".join(named), next(iter(named.values())) if len(named) == 1 else None)


def _main_speech(speech: Sequence[Speech], key: tuple[int, int], kind: SpeechKind) -> list[Speech]:
    """Return the speech of this *kind* that the sentence at *key* is about: most of it, its beginning, or its end.

    Speech inside speech is not the sentence's.
    """
    main: list[Speech] = []
    for item in speech:
        if item.kind is kind and _is_main(item, key):
            first, last = _told(item)
            if not any(first < _told(other)[1] and _told(other)[0] < last for other in main):
                main.append(item)
    return main


def _is_main(item: Speech, key: tuple[int, int]) -> bool:
    """Tell whether the sentence at *key* is about *item*: it is most of it, or a good part and opens or ends it."""
    start, end = key
    first, last = _told(item)
    if last <= start or end <= first:
        return False
    share = (min(last, end) - max(first, start)) / (end - start)
    at_an_edge = first - start <= MARK or end - last <= MARK
    return share >= MAIN or (at_an_edge and share >= EDGE) or _opens(item, key)


def _opens(item: Speech, key: tuple[int, int]) -> bool:
    """Tell whether the sentence at *key* opens with somebody's direct words and says whose, however it goes on."""
    begins = (
        item.kind is SpeechKind.DIRECT and 0 < item.start - key[0] <= MARK and item.end - item.start >= SHORTEST_OPENING
    )
    return begins and item.mention is not None and item.end < item.mention[0] <= item.end + SPEAKER_WITHIN


def _told(item: Speech) -> tuple[int, int]:
    """Return the place of *item*, with the speaker beside it where it is reported: "NATO declared that…"."""
    if item.kind is SpeechKind.DIRECT or item.mention is None:
        return item.start, item.end
    return min(item.start, item.mention[0]), max(item.end, item.mention[1])
