"""The line below a quote: whose words it gives, through whom they came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.answer import Chain, Quote, Speaker
from bot.chain import is_unnamed_speech
from bot.interface import ENGLISH, Interface
from bot.texts import (
    ACCORDING_TO,
    ALSO_IN,
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
    UNNAMED_WITHOUT_SOURCE,
    UNTITLED,
)
from corpus.article import Post, Reference, Voice


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
        words = _quoted_without_source(speaker, interface) if speaker else say(BY_THE_AUTHOR)
        if unnamed:
            words = say(UNNAMED_WITHOUT_SOURCE)
        elif reported and not speaker:
            words = _reporting(reported, words, interface)
        return f"{words} · {post}"
    source = describe_source(chain.source, interface) if chain.source else say(NO_SOURCE)
    if chain.speaker:
        source = say(QUOTED_IN, speaker=_with_what_is_said_of(chain.speaker, interface), source=source)
    elif reported:
        source = _reporting(reported, source, interface)
    elif unnamed:
        source = say(UNNAMED, source=source)
    return f"{source} · {post}"


def attribution_of(quote: Quote, interface: Interface) -> str:
    """Return the line below *quote* in the language of *interface*."""
    unnamed = is_unnamed_speech(quote.speech, quote.key)
    return attribution(quote.chain, quote.voice, unnamed=unnamed, reported=quote.reported, interface=interface)


def also_in(other: Quote, quote: Quote, interface: Interface = ENGLISH) -> str:
    """Return the line that tells that the words of *quote* stand in *other* too, with what is not told of it yet."""
    post = describe_post(other.chain.post, interface)
    source = other.chain.source
    is_same = source and quote.chain.source and replace(source, mark="") == replace(quote.chain.source, mark="")
    known = post if is_same or source is None else f"{describe_source(source, interface)} · {post}"
    return interface.say(ALSO_IN, attribution=known)


def _quoted_without_source(speaker: Speaker, interface: Interface) -> str:
    named = replace(speaker, described_as=None)
    return interface.say(QUOTED_WITHOUT_SOURCE, speaker=_with_what_is_said_of(named, interface))


def _reporting(reported: Speaker, source: str, interface: Interface) -> str:
    described = ", ".join(_said_of(reported, interface))
    if not described:
        return interface.say(REPORTING, speaker=reported.name, source=source)
    return interface.say(REPORTING_DESCRIBED, speaker=reported.name, described=described, source=source)


def _with_what_is_said_of(speaker: Speaker, interface: Interface) -> str:
    return ", ".join((speaker.name, *_said_of(speaker, interface)))


def _said_of(speaker: Speaker, interface: Interface) -> Iterator[str]:
    """Yield what the article calls *speaker*, or who tells that he said it: of both it would seem to be told."""
    if speaker.according_to:
        yield interface.say(ACCORDING_TO, teller=speaker.according_to)
    elif speaker.described_as:
        yield speaker.described_as


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
