"""Whether words are those of a party: spoken by it, reported as its, or written by it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.answer import Chain
from bot.chain import chain_of, is_unnamed_speech, voices
from bot.described import is_described
from bot.government import is_its_government
from bot.party import Party
from bot.sides import stems_of
from corpus.article import Article, Voice
from corpus.language import ENGLISH
from corpus.library import Library
from index.search import Hit


def names_of(party: Party, articles: Iterable[Article]) -> set[str]:
    """Return the full names of those who are *party* in one of *articles*, and so in the others too."""
    return {
        speech.speaker
        for article in articles
        for speech in article.speech
        if speech.speaker
        and " " in speech.speaker
        and party.speaks_as(speech.speaker, speech.described_as, article.text)
    }


def is_one_speaker(party: Party, hits: Sequence[Hit], library: Library) -> bool:
    """Tell whether the articles of *hits* have one voice that all the names of *party* belong to, with its "and"."""
    own = stems_of(party.name)
    articles = (article for hit in hits if (article := library.get(hit.passage.article)))
    return any(" and " in name and own <= stems_of(name) for article in articles for name in _voices(article))


def _voices(article: Article) -> Iterator[str]:
    yield from (speech.speaker for speech in article.speech if speech.speaker)
    names = [(source.author, source.publication) for source in article.references] + [(article.post.author, None)]
    yield from (name for pair in names for name in pair if name)


def speaks(party: Party, article: Article, key: tuple[int, int]) -> bool:
    """Tell whether *party* speaks in the sentence at *key* of *article*, or says what another said."""
    heard = list(voices(article, key))
    if not heard:
        return party.language == ENGLISH and is_described(party.name, article, key)
    is_theirs = any(party.speaks_as(who.name, who.described_as, article.text) for who in heard)
    return is_theirs or is_its_government(party.name, article, key)


def is_said_by(party: Party, article: Article, key: tuple[int, int]) -> bool:
    """Tell whether the sentence at *key* of *article* is in the words of *party*."""
    if speaks(party, article, key):
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
