"""The chain of voices that a quote came through, and the line that tells it."""

from __future__ import annotations

from bot.answer import Chain, Speaker
from corpus.article import Article, Block, Post, Reference, Speech, SpeechKind, Voice

HALF = 0.5


def chain_of(article: Article, block: Block, key: tuple[int, int]) -> Chain:
    """Return the chain of the sentence at *key* in *block*."""
    source = article.references[block.references[0]] if block.references else None
    return Chain(speaker_of(article, key, SpeechKind.DIRECT), source, article.post)


def overlapping(article: Article, start: int, end: int) -> tuple[Speech, ...]:
    """Return the speech that shares a character with [start, end)."""
    return tuple(item for item in article.speech if item.start < end and start < item.end)


def attribution(chain: Chain, voice: Voice, *, unnamed: bool, reported: Speaker | None) -> str:
    """Return the line below a quote.

    *unnamed*: the key sentence is direct speech of somebody without a name; *reported*: whose words it gives
    indirectly.
    """
    post = describe_post(chain.post)
    if voice is Voice.AUTHOR:
        words = f"{chain.speaker.name}, quoted without a source" if chain.speaker else "Comment by the post’s author"
        return f"{words} · {post}"
    source = describe_source(chain.source) if chain.source else "source not given"
    if chain.speaker:
        return f"{_described(chain.speaker)} · quoted in {source} · {post}"
    if reported:
        return f"{source}, reporting what {_described(reported)} said · {post}"
    if unnamed:
        return f"Speaker not named in the article · quoted in {source} · {post}"
    return f"{source} · {post}"


def _described(speaker: Speaker) -> str:
    return f"{speaker.name}, {speaker.described_as}" if speaker.described_as else speaker.name


def describe_source(source: Reference) -> str:
    """Return author, title, publication and date of *source*, as far as they are known."""
    title = f"“{source.title}”" if source.title else None
    known = [part for part in (source.author, title, source.publication, source.published) if part]
    return ", ".join(known) or source.url or f"reference [{source.mark}]"


def describe_post(post: Post) -> str:
    """Return title, author and date of *post*, as far as they are known."""
    title = f"“{post.title}”" if post.title else "untitled"
    known = ", ".join(part for part in (title, post.author, post.published) if part)
    return f"{'sample ' if post.sample else ''}post: {known}"


def is_unnamed_speech(article: Article, key: tuple[int, int]) -> bool:
    """Tell whether the sentence at *key* is mostly direct speech whose speaker the article does not name."""
    speech = _main_speech(article, key, SpeechKind.DIRECT)
    return speech is not None and speech.speaker is None


def speaker_of(article: Article, key: tuple[int, int], kind: SpeechKind) -> Speaker | None:
    """Return whose speech of this *kind* the sentence at *key* mostly is, None when nobody's or nobody named."""
    speech = _main_speech(article, key, kind)
    return Speaker(speech.speaker, speech.described_as) if speech and speech.speaker else None


def _main_speech(article: Article, key: tuple[int, int], kind: SpeechKind) -> Speech | None:
    """Return the speech of this *kind* that the sentence at *key* is about: most of it, or its beginning or its end."""
    start, end = key
    for item in overlapping(article, start, end):
        share = (min(item.end, end) - max(item.start, start)) / (end - start)
        at_an_edge = item.start - start <= 1 or end - item.end <= 2
        if item.kind is kind and (share >= HALF or (at_an_edge and share >= HALF / 2)):
            return item
    return None
