"""To whom something is told, which is no part of what is told: "told the harbor council on Monday that…"."""

from __future__ import annotations

import re
from typing import Final

Span = tuple[int, int]
_TELLS: Final = re.compile(
    r"\b(?:t(?:old|ells?|elling)|(?:warn|assur|inform|remind|promis|advis|notif|convinc|persuad|reassur)(?:e?d|ied|e?s|ies|"
    r"ing)?)$",
    re.IGNORECASE,
)
_AUXILIARY: Final = r"(?:is|are|was|were|be|has|have|had|will|would|can|could|may|might|must|should|do|does|did)\b"
_NO_ADDRESSEE: Final = (
    r"(?:that|of|about|against|on|to|for|not|how|why|what|if|whether|when|where|who|he|she|it|they|we|I|there|"
    r"something|anything|nothing|everything|things|story|stories)\b"
)
_ANOTHER_CLAUSE: Final = rf"(?:that|he|she|it|they|we|I|there|something|anything|nothing|{_AUXILIARY})\b"
_NEW_SUBJECT: Final = (
    r"(?<!at )(?<!in )(?<!on )(?<!of )(?<!for )(?<!to )(?<!after )(?<!during )(?<!and )(?<!from )(?<!with )"
)
_WHOM: Final = re.compile(
    rf"(?!{_NO_ADDRESSEE})[^\s,;:“”\"]+ (?:(?!{_ANOTHER_CLAUSE}|{_NEW_SUBJECT}(?:the|an?|his|her|their|its)\b)"
    rf"[^\s,;:“”\"]+ ){{0,8}}(?=that (?!{_AUXILIARY}))"
)

_PAPER: Final = re.compile(
    r"(?:(?:[A-Z][\w.&-]*[^\W_.,] ){1,4}|(?:reporters|lawmakers|investigators|investors|journalists|colleagues|"
    r"supporters) )(?=(?:he|she|it|they|we|there|the|an?|his|her|their|its)\b)"
)
"""Whom with a clause behind it: "told the Courier she would leave"."""


def without_addressee(text: str, cue: Span, content: Span) -> Span:
    """Return *content* from its clause on where before it stands only to whom the *cue* tells it."""
    if text[cue[1] : content[0]].strip() or not _TELLS.search(text, *cue):
        return content
    whom = _WHOM.match(text, *content) or _PAPER.match(text, *content)
    return (whom.end(), content[1]) if whom else content
