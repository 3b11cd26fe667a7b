"""What the cross-encoder reads of a question in rough English, weighed together with the multilingual vectors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bot.choose import Read

# The shares of reading and vectors in the order of sentences were chosen on a part of German XQuAD-R and on 180
# questions of ours in six languages over 392 posts. The log-odds were fitted on these, then made steeper by half about
# the threshold: cases in other languages, half of them development cases, were right oftener than the fit said.
READING: Final = 0.585  # for the log-odds of what is read
SENTENCE: Final = 17.6  # for the cosine of question and sentence
BACKGROUND: Final = -24.5  # for the mean cosine of the nearest passages
OFFSET: Final = 4.8


def with_vectors(read: Read, cosines: Mapping[tuple[int, int], float], background: float) -> Read:
    """Return what was *read* with the log-odds that reading and the *cosines* of its sentences make together."""
    best = max(read.sentences.values(), default=0.0)
    sentences = {
        span: READING * (read.states + read.sentences[span] - best) + SENTENCE * cosine
        for span, cosine in cosines.items()
    }
    states = max(sentences.values(), default=0.0) + BACKGROUND * background + OFFSET
    return replace(read, states=states, sentences=sentences)
