"""Whether words are those of a party: spoken by it, reported as its, or written by it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Chain
from bot.chain import is_unnamed_speech, speaker_of
from bot.party import Party
from corpus.article import Speech, SpeechKind, Voice


def is_said_by(party: Party, speech: Sequence[Speech], key: tuple[int, int], chain: Chain, voice: Voice) -> bool:
    """Tell whether the sentence at *key*, with its *chain*, is in the words of *party*; *speech* is what is around."""
    speaker = chain.speaker or speaker_of(speech, key, SpeechKind.INDIRECT)
    if speaker and party.speaks_as(speaker.name, speaker.described_as):
        return True
    is_speech = chain.speaker is not None or is_unnamed_speech(speech, key)
    return not is_speech and is_written_by(party, chain, voice)


def is_written_by(party: Party, chain: Chain, voice: Voice) -> bool:
    """Tell whether *party* wrote what *chain* leads to: the post, or as its author or paper what that quotes."""
    if voice is Voice.AUTHOR:
        return party.wrote(chain.post.author, None)
    return chain.source is not None and party.wrote(chain.source.author, chain.source.publication)
