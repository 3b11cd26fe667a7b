"""Whether what the tagger and the rules relate to a source is something that it says, and not what it does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.attribution import Attribution, overlap

Span = tuple[int, int]
CLAUSE: Final = 5  # words; less about which somebody is said to speak, without marks, is a topic and no claim
_TOPIC: Final = re.compile(
    r"\b(?:sp(?:o|ea)k\w*|talk\w*|comment\w*|wr(?:ote|it)\w*|testif\w+|discuss\w*|know\w*|knew|read\w*|learn\w*|"
    r"hear\w*)\b(?! of\b)|\b(?:ask\w*|told|tell\w*|question\w*)(?: \w+){0,3} about\b",
    re.IGNORECASE,
)
"""Cues that have a topic as often as a claim."""
_UNSAID: Final = re.compile(
    r"\b(?:(?:forg[eo]t|fail|omit|neglect)\w* to \w+(?: \w+)?|(?:ignor|overlook)\w*|(?:declin|"
    r"refus)\w+ (?:\w+ly )?to (?:comment|answer|speak|discuss|respond|say|elaborate|talk|disclose|confirm)|(?:not|"
    r"n[’']t)(?: \w+ly)? (?:respond|reply|return)(?: to)?(?: \w+){0,2} (?:requests?|calls?|e-?mails?|messages?|"
    r"questions?)|(?:not|never|\w+n[’']t)(?: \w+){0,3}? (?:say|said|saying|mention(?:ed)?|tell|told|add(?:ed)?|"
    r"note[ds]?|disclosed?|specify|specified|offer(?:ed)?|released?|list(?:ed)?|answer(?:ed)?|respond(?:ed)?|"
    r"discuss(?:ed)?|confirm|provided?|elaborated?|identify|identified)|"
    r"(?:will|shall|may|might|could|should|must)(?: not| never)?(?: \w+ly| well| also| even)?(?: have)? \w+)$",
    re.IGNORECASE,
)
"""What somebody is said not to have said, or not to have said yet, is told by who writes so."""
_DECLINED: Final = re.compile(r"(?:declin|refus)\w+(?: \w+ly)?$", re.IGNORECASE)
_NOTHING: Final = re.compile(
    r"(?:nothing|little|not much)\b(?: \w+)? (?:about|of|on)\b|"
    r"(?P<declined>to (?:comment|answer|speak|discuss|respond|say|elaborate|talk|disclose|confirm|name|identify)\b)"
)
"""No words: "nothing about it", and "to comment on it" where somebody declined."""
_ACT: Final = re.compile(
    r"(?:(?:has|have|had|is|are|was|were|been|also|later|\w+ly) )*(?:sign(?:s|ed|ing)?|pass(?:es|ed|ing)?|adopt\w*|"
    r"enact\w*|ratif\w+|fil(?:es|ed|ing)|arrest\w*|sentenc\w+|convict\w*|grant(?:s|ed|ing)?|cast(?:s|ing)?|pick(?:s|ed|"
    r"ing)?|appoint\w*|nominat\w+|withdr[ae]w\w*|upgrad\w+|launch\w*|outlaw\w*|released|publish(?:ed|es)|elect(?:s|ed|"
    r"ing)?|hijack\w*|"
    r"fir(?:ed|es|ing)|hir(?:ed|es|ing)|seiz\w+|detain\w*|issu(?:es|ed|ing)|wr(?:ote|ites?|itten)\b.* into)\b",
    re.IGNORECASE,
)
"""What is done with a pen or by force is not said."""
_SAYS_TOO: Final = re.compile(r"\b(?:say|stat|claim|argu|ask|describ|urg|warn|call|demand|accus|declar)\w*")
_OPENS_A_QUOTATION: Final = re.compile(r"[“\"«„]")
NEGATION_WITHIN: Final = 25  # characters before a cue in which its negation stands
_RELATIVE: Final = re.compile(r"(?:which|whom|whose)\b", re.IGNORECASE)


def is_claim(text: str, item: Attribution, sentences: Sequence[Span], read: Sequence[Attribution]) -> bool:
    """Tell whether *item* gives words of its source in *text*.

    *sentences* are those of its paragraph, *read* is what rules alone read there, which know a topic from a claim.
    """
    if _is_unsaid(text, item) or _in_another_sentence(item, sentences):
        return False
    if len(text[slice(*item.content)].split()) >= CLAUSE:
        return True
    if item.cue is None or not any(overlap(item.content, other.content) for other in read):
        return False
    topic = _TOPIC.search(text, item.cue[0], max(item.cue[1], item.content[1]))
    return topic is None or topic.start() >= item.cue[1]


def _is_unsaid(text: str, item: Attribution) -> bool:
    """Tell whether *item* is no words of its source: a relative clause, what was not said, what was done."""
    if _RELATIVE.match(text, item.content[0]):  # "in the words with which his predecessor had offered it"
        return True
    if item.cue is None:
        return False
    nothing = _NOTHING.match(text, item.content[0])
    if nothing and (not nothing["declined"] or _DECLINED.search(text, *item.cue)):
        return True
    is_act = _ACT.match(text, *item.cue) and not _SAYS_TOO.search(text, *item.cue)
    is_denied = _UNSAID.search(text, max(0, item.cue[0] - NEGATION_WITHIN), item.cue[1])
    return bool(is_denied or (is_act and not _OPENS_A_QUOTATION.match(text, item.content[0])))


def _in_another_sentence(item: Attribution, sentences: Sequence[Span]) -> bool:
    """Tell whether the source of *item* stands in a sentence that its content has no part of."""
    at = item.source[0] if item.source else item.content[0]
    return any(span[0] <= at < span[1] and not overlap(span, item.content) for span in sentences)
