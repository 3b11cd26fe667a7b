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
    r"discuss(?:ed)?|confirm(?:ed)?|provided?|elaborated?|identify|identified|threaten(?:ed)?|promised?|announced?|"
    r"explain(?:ed)?|named?|declined?)|"
    r"(?:will|shall|may|might|could|should|must)(?: not| never)?(?: \w+ly| well| also| even)?(?: have)? \w+)$",
    re.IGNORECASE,
)
"""What somebody is said not to have said, or not to have said yet, is told by who writes so."""
_DECLINED: Final = re.compile(r"(?:declin|refus)\w+(?: \w+ly)?$", re.IGNORECASE)
_NOTHING: Final = re.compile(
    r"(?:nothing|little|not much)\b(?: \w+)? (?:about|of|on)\b|"
    r"(?P<declined>to (?:be \w+|comment|answer|speak|discuss|respond|say|elaborate|talk|disclose|confirm|name|"
    r"identify)\b)"
)
"""No words: "nothing about it", and "to comment on it" where somebody declined."""
_ACT: Final = re.compile(
    r"(?:(?:has|have|had|is|are|was|were|been|[’']s|would|also|later|now|not|never|\w+ly) )*(?:"
    r"sign(?:s|ed|ing)?|pass(?:es|ed|ing)?|adopt\w*|"
    r"enact\w*|ratif\w+|fil(?:es|ed|ing)|arrest\w*|sentenc\w+|convict\w*|grant(?:s|ed|ing)?|cast(?:s|ing)?|pick(?:s|ed|"
    r"ing)?|appoint\w*|nominat\w+|withdr[ae]w\w*|upgrad\w+|launch\w*|outlaw\w*|released|publish(?:ed|es)|elect(?:s|ed|"
    r"ing)?|hijack\w*|vot(?:es?|ed|ing)|s(?:ought|eek(?:s|ing)?)|impos\w+|introduc\w+|approv\w+(?! of)|overturn\w*|"
    r"sanction\w*|authori[sz](?:es|ed|ing)|impeach\w*|hand(?:s|ed|ing)? out|monitor\w*|honor(?:s|ed|ing)|enjoy\w*|"
    r"push(?:es|ed|ing)?(?! for)|right about|wrong about|contact(?:s|ed)|put on|seem\w*|"
    r"appear\w*|fir(?:ed|es|ing)|hir(?:ed|es|ing)|seiz\w+|detain\w*|issu(?:es|ed|ing)|"
    r"wr(?:ote|ites?|itten)\b.* into)\b",
    re.IGNORECASE,
)
"""What is done with a pen, by vote or by force is not said, nor is how somebody seems."""
_SAYS: Final = (
    r"\b(?:say|stat|claim|argu|ask|describ|urg|warn|call|demand|accus|declar|convey|expla|believ|think|want|hop)"
)
_SAYS_TOO: Final = re.compile(_SAYS)
_TO_SAY: Final = re.compile(rf"to {_SAYS}")
_WAS_ASKED: Final = re.compile(
    r"(?:\b(?:when|if|while|after|was|were|is|are|been|being|gets?|got)(?: \w+ly| again)? a|\bA)sked\b"
)
_QUESTION: Final = re.compile(r"(?:if|whether|about|why|how|what|when|who|which|where)\b")
"""What somebody was asked is what another said."""
_REJECTS: Final = re.compile(r"\b(?:declin|reject|refus|accept)\w+$", re.IGNORECASE)
_OFFER: Final = re.compile(
    r"(?:[\w’'-]+ ){0,3}?(?:offers?|resignations?|requests?|invitations?|appeals?|applications?|petitions?|motions?)\b"
)
"""What is declined or rejected by doing so."""
_MATTER: Final = re.compile(
    r"\b(?:details?|information|discussions?|conversations?|thoughts|reputation|instances?|evidence) "
    r"(?:about|on|of|for)$"
)
"""What there is to say about, without what is said."""
_UNDER_A_HEADING: Final = re.compile(r"(?:\A|\n)[A-Z][\w.]*(?: [A-Z]\w*){0,2}\n+\Z")
HEADING_WITHIN: Final = 60  # characters before a line in which a heading of three words stands
_OPENS_A_QUOTATION: Final = re.compile(r"[“\"«„]")
ASKED_WITHIN: Final = 18  # characters before "asked" in which it is told that somebody was
NEGATION_WITHIN: Final = 25  # characters before a cue in which its negation stands
_THAT: Final = re.compile(r"that (?:s?he|it|they|there|nobody|(?:the|an?|no|his|her|its|their) \w+|[A-Z][\w-]+) \w+")
_RELATIVE: Final = re.compile(r"(?:which|whom|whose)\b", re.IGNORECASE)


def is_claim(text: str, item: Attribution, sentences: Sequence[Span], read: Sequence[Attribution]) -> bool:
    """Tell whether *item* gives words of its source in *text*.

    *sentences* are those of its paragraph, *read* is what rules alone read there, which know a topic from a claim.
    """
    if _is_unsaid(text, item) or _in_another_sentence(item, sentences):
        return False
    if len(text[slice(*item.content)].split()) >= CLAUSE or _THAT.match(text, *item.content):
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
    if _REJECTS.search(text, *item.cue) and _OFFER.match(text, item.content[0]):
        return True
    if _was_asked(text, item) or _is_dateline(text, item) or _MATTER.search(text[slice(*item.cue)]):
        return True
    says_too = _SAYS_TOO.search(text, *item.cue) or _TO_SAY.match(text, item.content[0])
    is_act = _ACT.match(text, *item.cue) and not says_too
    is_denied = _UNSAID.search(text, max(0, item.cue[0] - NEGATION_WITHIN), item.cue[1])
    return bool(is_denied or (is_act and not _OPENS_A_QUOTATION.match(text, item.content[0])))


def _was_asked(text: str, item: Attribution) -> bool:
    """Tell whether *item* is a question to its source: "Kest said when asked whether he would pay"."""
    if item.cue is None or not _QUESTION.match(text, item.content[0]):
        return False
    asks = item.source is not None and text[item.cue[1] : item.source[0]].strip() == "by"
    found = _WAS_ASKED.search(text, max(0, item.cue[0] - ASKED_WITHIN), item.cue[1])
    return found is not None and found.end() > item.cue[0] and not asks


def _is_dateline(text: str, item: Attribution) -> bool:
    """Tell whether the source of *item* is the town before news of it, which stand under the name of a state."""
    if item.source is None or text[item.source[1] : item.source[1] + 1] != ":":
        return False
    start = item.source[0]
    return _UNDER_A_HEADING.search(text[max(0, start - HEADING_WITHIN) : start]) is not None


def _in_another_sentence(item: Attribution, sentences: Sequence[Span]) -> bool:
    """Tell whether the source of *item* stands in a sentence that its content has no part of."""
    at = item.source[0] if item.source else item.content[0]
    return any(span[0] <= at < span[1] and not overlap(span, item.content) for span in sentences)
