"""The chain of voices that a quote came through, and the line that tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answer import Chain, Quote, Speaker
from bot.interface import ENGLISH, Interface
from bot.texts import (
    BY_THE_AUTHOR,
    NO_SOURCE,
    POST,
    QUOTED_IN,
    QUOTED_WITHOUT_SOURCE,
    REFERENCE,
    REPORTING,
    REPORTING_DESCRIBED,
    SAMPLE_POST,
    UNNAMED,
    UNTITLED,
)
from corpus.article import Article, Block, Post, Reference, Speech, SpeechKind, Voice

MAIN = 0.45  # share of a sentence from which speech in it is what the sentence is about
EDGE = 0.25  # the same, for what opens or ends it
SHORTEST_OPENING = 12  # characters of direct speech from which it is more than a word of somebody's
SPEAKER_WITHIN = 20  # characters behind it in which its speaker is named
_NOBODY_ELSE = re.compile(
    r"(?:I|we|he|she|it|they|who|that|nobody|no one|neither|both|all)\b|.*\b(?:memorandum|paper|draft|treaty|agreement|"
    r"plan|proposal|law|clause|budget|audit|report|study|poll|survey|figures|numbers|text|document|letter|ruling)s?\b",
    re.IGNORECASE,
)
"""Words for a speaker that tell nobody from who spoke before: a pronoun, or a paper that he may have written."""


def chain_of(article: Article, block: Block, key: tuple[int, int]) -> Chain:
    """Return the chain of the sentence at *key* in *block*."""
    source = article.references[block.references[0]] if block.references else None
    return Chain(speaker_of(article.speech, key, SpeechKind.DIRECT), source, article.post)


def overlapping(speech: Sequence[Speech], start: int, end: int) -> tuple[Speech, ...]:
    """Return what of *speech* shares a character with [start, end)."""
    return tuple(item for item in speech if item.start < end and start < item.end)


def attribution(
    chain: Chain,
    voice: Voice,
    *,
    unnamed: bool,
    reported: Speaker | None,
    interface: Interface = ENGLISH,
) -> str:
    """Return the line below a quote.

    *unnamed*: the key sentence is direct speech of somebody without a name; *reported*: whose words it gives
    indirectly.
    """
    say = interface.say
    post = describe_post(chain.post, interface)
    if voice is Voice.AUTHOR:
        speaker = chain.speaker
        words = say(QUOTED_WITHOUT_SOURCE, speaker=speaker.name) if speaker else say(BY_THE_AUTHOR)
        if reported and not speaker:
            words = _reporting(reported, words, interface)
        return f"{words} · {post}"
    source = describe_source(chain.source, interface) if chain.source else say(NO_SOURCE)
    if chain.speaker:
        source = say(QUOTED_IN, speaker=_described(chain.speaker), source=source)
    elif reported:
        source = _reporting(reported, source, interface)
    elif unnamed:
        source = say(UNNAMED, source=source)
    return f"{source} · {post}"


def attribution_of(quote: Quote, interface: Interface) -> str:
    """Return the line below *quote* in the language of *interface*."""
    unnamed = is_unnamed_speech(quote.speech, quote.key)
    return attribution(quote.chain, quote.voice, unnamed=unnamed, reported=quote.reported, interface=interface)


def _reporting(reported: Speaker, source: str, interface: Interface) -> str:
    if reported.described_as is None:
        return interface.say(REPORTING, speaker=reported.name, source=source)
    return interface.say(REPORTING_DESCRIBED, speaker=reported.name, described=reported.described_as, source=source)


def _described(speaker: Speaker) -> str:
    return f"{speaker.name}, {speaker.described_as}" if speaker.described_as else speaker.name


def describe_source(source: Reference, interface: Interface = ENGLISH) -> str:
    """Return author, title, publication and date of *source*, as far as they are known."""
    title = f"“{source.title}”" if source.title else None
    known = [part for part in (source.author, title, source.publication, source.published) if part]
    return ", ".join(known) or source.url or interface.say(REFERENCE, mark=source.mark)


def describe_post(post: Post, interface: Interface = ENGLISH) -> str:
    """Return title, author and date of *post*, as far as they are known."""
    title = f"“{post.title}”" if post.title else interface.say(UNTITLED)
    known = ", ".join(part for part in (title, post.author, post.published) if part)
    return interface.say(SAMPLE_POST if post.sample else POST, post=known)


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
    kinds = (SpeechKind.DIRECT, SpeechKind.INDIRECT)
    found = (speaker_of(article.speech, key, kind) for kind in kinds)
    return next((speaker for speaker in found if speaker), None)


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
    start, end = key
    main: list[Speech] = []
    for item in speech:
        if item.kind is not kind:
            continue
        first, last = _told(item)
        if last <= start or end <= first:
            continue
        share = (min(last, end) - max(first, start)) / (end - start)
        at_an_edge = first - start <= 1 or end - last <= 2
        inside = any(first < _told(other)[1] and _told(other)[0] < last for other in main)
        if not inside and (share >= MAIN or (at_an_edge and share >= EDGE) or _opens(item, key)):
            main.append(item)
    return main


def _opens(item: Speech, key: tuple[int, int]) -> bool:
    """Tell whether the sentence at *key* opens with somebody's direct words and says whose, however it goes on."""
    begins = item.kind is SpeechKind.DIRECT and item.start - key[0] == 1 and item.end - item.start >= SHORTEST_OPENING
    return begins and item.mention is not None and item.end < item.mention[0] <= item.end + SPEAKER_WITHIN


def _told(item: Speech) -> tuple[int, int]:
    """Return the place of *item*, with the speaker beside it where it is reported: "NATO declared that…"."""
    if item.kind is SpeechKind.DIRECT or item.mention is None:
        return item.start, item.end
    return min(item.start, item.mention[0]), max(item.end, item.mention[1])
