"""Whether the corpus answers, and if not, in which way it does not."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Final

from bot.answer import Chain, Verdict
from bot.chain import chain_of
from bot.choose import Candidate
from bot.party import Party
from bot.said_by import is_said_by, is_written_by
from bot.sides import is_state
from bot.two_sides import sides_of
from bot.words_asked import asks_for_author
from corpus.article import Voice

ANSWERS: Final = 0.35  # below, a refusal is the better answer; chosen on development questions
POSSIBLE: Final = 0.2  # probability from which a sentence is at least about what is asked
COMMENTS: Final = 0.05  # from which the nearest comment is one on what is asked; those that are begin at .07
LIKELY: Final = 0.5  # from which somebody's own words answer, though a comment seems to answer better
TOLD_BY_OTHERS: Final = 0.7  # from which words of others do where somebody's own are asked for
SURE: Final = 0.9  # the same, where these words do not name them
ON_TOPIC: Final = 0.60  # cosine of question and nearest passage below which the corpus is about something else

_POSITION_ASKED: Final = re.compile(
    r"\b(?:says?|said|wants?|wanted|thinks?|believes?|claims?|claimed|demands?|demanded|argues?|position|"
    r"according to)\b",
    re.IGNORECASE,
)
_SAYING_ASKED: Final = re.compile(
    r"\b(?:says?|said|tells?|told|words?|calls?|called|answers?|answered)\b", re.IGNORECASE
)
_OWN_WORDS: Final = re.compile(r"\b(?:himself|herself|itself|themselves|own|exact|literally)\b", re.IGNORECASE)


def probability(relevance: float) -> float:
    """Return about which share of quotes of this *relevance* (log-odds) answer their question, 0..1."""
    return 1 / (1 + math.exp(-relevance))


def answering(found: Sequence[Candidate], threshold: float = ANSWERS) -> list[Candidate]:
    """Return the candidates that answer, in their order: those that fit, with a probability from *threshold* on."""
    return [item for item in found if item.fits and probability(item.relevance) >= threshold]


def is_led_by_a_comment(chosen: Sequence[Candidate], party: Party) -> bool:
    """Tell whether of those *chosen*, never none, a comment that is not *party*'s is the likeliest to answer."""
    surest = max(chosen, key=lambda item: item.relevance)
    return _is_comment(surest) and not is_said_by(party, surest.article, surest.key)


def judge(question: str, party: Party | None, found: Sequence[Candidate], chosen: Sequence[Candidate]) -> Verdict:
    """Return the verdict on *question*, which asks for words of *party*, when *chosen* of those *found* answer."""
    if not chosen:
        return _refusal(question, party, found)
    if asks_for_author(question):
        return Verdict.ANSWERED
    if party is None:
        only = bool(_POSITION_ASKED.search(question)) and all(_is_comment(item) for item in chosen)
        return Verdict.ONLY_COMMENTARY if only else Verdict.ANSWERED
    theirs = [item for item in chosen if is_said_by(party, item.article, item.key)]
    surest = max(chosen, key=lambda item: item.relevance)
    is_put_in_their_mouth = _is_person(party, found) and _is_comment(surest) and surest not in theirs
    is_likely_theirs = any(probability(item.relevance) >= LIKELY for item in theirs)
    if is_likely_theirs or (theirs and not is_put_in_their_mouth):
        return Verdict.ANSWERED
    if (is_put_in_their_mouth or _is_comment(chosen[0])) and not _asks_what_will_be(question, party):
        return Verdict.ONLY_COMMENTARY
    asks_for_own_words = _SAYING_ASKED.search(question) and _is_person(party, found)
    # What others say about somebody is shown under a heading that says so, if it surely answers.
    told = 1.0 if _OWN_WORDS.search(question) else TOLD_BY_OTHERS
    is_told = any(probability(item.relevance) >= (told if _names(party, item) else max(told, SURE)) for item in chosen)
    return Verdict.NOT_STATED if asks_for_own_words and not is_told else Verdict.ANSWERED


def _refusal(question: str, party: Party | None, found: Sequence[Candidate]) -> Verdict:
    """Return in which way nothing *found* answers."""
    if not _is_on_topic(found):
        return Verdict.OFF_CORPUS
    nearest = found[0]
    is_theirs = party is not None and is_written_by(party, _chain(nearest), _voice(nearest))
    asks_for_a_position = (party or _POSITION_ASKED.search(question)) and not asks_for_author(question)
    is_others_comment = _is_comment(nearest) and not is_theirs and probability(nearest.relevance) >= COMMENTS
    return Verdict.ONLY_COMMENTARY if asks_for_a_position and is_others_comment else Verdict.NOT_STATED


def _is_on_topic(found: Sequence[Candidate]) -> bool:
    near = max((item.similarity for item in found), default=0.0)
    return near >= ON_TOPIC or any(probability(item.relevance) >= POSSIBLE for item in found)


def _asks_what_will_be(question: str, party: Party) -> bool:
    """Tell whether *question* asks what *party* will do, which a comment may foresee."""
    return bool(re.search(rf"\bwill (?:the )?{re.escape(party.name)}\b", question, re.IGNORECASE))


def _is_comment(item: Candidate) -> bool:
    """Tell whether it is what the author of a post says about what the post quotes."""
    return _voice(item) is Voice.AUTHOR and bool(item.article.references)


def _chain(item: Candidate) -> Chain:
    return chain_of(item.article, item.article.block_at(item.key[0]), item.key)


def _is_person(party: Party, found: Sequence[Candidate]) -> bool:
    """Tell whether *party* is somebody rather than a side, whose position others may report without its words."""
    return not any(is_state(party.name, item.article.text) for item in found)


def _names(party: Party, item: Candidate) -> bool:
    return any(Party(side).is_named_in(item.article.slice(*item.span)) for side in sides_of(party.name))


def _voice(item: Candidate) -> Voice:
    return item.article.block_at(item.key[0]).voice
