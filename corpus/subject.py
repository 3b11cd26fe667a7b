"""Whether a source can be who says what its cue introduces: not who is told, accused or expected, nor another's verb's.

"Residents were told that…" are somebody's words to the residents; whoever says them stands behind "by", if anywhere.
"""

from __future__ import annotations

import re
from typing import Final

from corpus.quotation import MARKS

Span = tuple[int, int]
_TOLD: Final = (
    r"told|advised|warned|urged|informed|ordered|reminded|instructed|asked|expected|believed|thought|considered|accused|"
    r"called|estimated|reported|alleged|critici[sz]ed|required|directed|encouraged|denied|blamed|invited|described|"
    r"known|said|supposed|condemned|praised|charged|promised|offered|suspected|commended|mocked|hailed|dubbed|labell?ed"
)
"""What is done to the subject of a passive by whom the words are."""
_BE: Final = r"(?:is|are|was|were|been|being|be)"
_HAVE: Final = r"(?:has|have|had|will|would|should|must|could|can|may|might)"
_ADVERB: Final = r"(?:\w+ly|also|now|then|not|never|even|still|once|later|often|long|again|since|widely)"
_PASSIVE: Final = re.compile(
    rf"(?:, [^,]{{2,90}},)? ?(?:{_HAVE} )?(?:{_ADVERB} )?(?:{_BE} )?\b{_BE}(?: {_ADVERB})* (?:{_TOLD})\b"
)
_HANDED_ON: Final = re.compile(
    r"(?: by [^,.;“\"]{2,60}| in [^,.;“\"]{2,60})? as (?:saying|telling|stating)\b|"
    r" to have (?:\w+ly )?(?:said|told|written|called|asked|warned|argued|claimed|promised|demanded|threatened|denied|"
    r"complained|admitted|described|declared|ordered|offered|vowed|insisted|suggested|accused|blamed|announced)\b"
)
"""Behind "was quoted" and "is reported", which leave the words with the subject."""
_ENDS_IN_BE: Final = re.compile(rf"(?: {_HAVE})? {_BE}$")
_OBJECT: Final = re.compile(r"whom $")
_RELATIVE: Final = re.compile(r"(?:that|which) $")
_ITS_VERB: Final = re.compile(r" (?:has|have|had|is|was|were|are|\w+ed)\b[^,]*,")
_BEFORE: Final = 6  # characters before a source in which a relative pronoun stands


def is_passive(text: str, source: Span, cue: Span) -> bool:
    """Tell whether the *source* in *text* is the subject of a passive, whose verb the *cue* is."""
    if cue[1] <= source[0]:
        return False
    be = _ENDS_IN_BE.search(text, *source)
    told = _PASSIVE.match(text, be.start() if be else source[1], cue[1])
    return told is not None and told.end() > cue[0] and not _HANDED_ON.match(text, told.end())


def is_in_a_clause(text: str, source: Span, cue: Span) -> bool:
    """Tell whether *source* is the subject of a clause that ends before *cue*: "Marrow, whom Kest blames, said"."""
    if "," not in text[source[1] : cue[0]]:
        return False
    before = text[max(0, source[0] - _BEFORE) : source[0]]
    return bool(_OBJECT.search(before) or (_RELATIVE.search(before) and _ITS_VERB.match(text, source[1], cue[0])))


def is_agent(text: str, source: Span, cue: Span) -> bool:
    """Tell whether *source* is by whom somebody is told what the passive at *cue* introduces: "… by the police"."""
    return cue[1] <= source[0] and text[max(0, source[0] - 3) : source[0]] == "by "


def is_in_marks(text: str, source: Span) -> bool:
    """Tell whether *source* stands alone in quotation marks: a song, a film, a nickname, and nobody who speaks."""
    ends = text[source[1] - 1 : source[1] + 1]
    return text[max(0, source[0] - 1)] in MARKS and any(mark in MARKS for mark in ends)
