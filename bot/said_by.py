"""Whether words are those of a party: spoken by it, reported as its, or written by it."""

from __future__ import annotations

from bot.answer import Chain
from bot.chain import chain_of, is_unnamed_speech, told_by
from bot.party import Party
from corpus.article import Article, Voice


def is_said_by(party: Party, article: Article, key: tuple[int, int]) -> bool:
    """Tell whether the sentence at *key* of *article* is in the words of *party*."""
    speaker = told_by(article, key)
    if speaker and party.speaks_as(speaker.name, speaker.described_as, article.text):
        return True
    block = article.block_at(key[0])
    chain = chain_of(article, block, key)
    is_speech = chain.speaker is not None or is_unnamed_speech(article.speech, key)
    return not is_speech and is_written_by(party, chain, block.voice)


def is_written_by(party: Party, chain: Chain, voice: Voice) -> bool:
    """Tell whether *party* wrote what *chain* leads to: the post, or as its author or paper what that quotes."""
    if voice is Voice.AUTHOR:
        return party.wrote(chain.post.author, None)
    return chain.source is not None and party.wrote(chain.source.author, chain.source.publication)
