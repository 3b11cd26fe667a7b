"""Tags of direct speech: "…," said Todd Juenger, or "…," Juenger said. Whoever stands there is who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from corpus.attribution import Attribution, overlap
from corpus.titles import FIRST, MORE, TITLE

Span = tuple[int, int]
_VERB: Final = (
    r"(?:said|says|added|adds|wrote|writes|tweeted|noted|notes|explained|explains|recalled|recalls|replied|replies|"
    r"responded|insisted|insists|continued|joked|warned|warns|declared|announced|argued|argues|asked|asks|shouted|"
    r"concluded|remarked|stressed|admitted|complained|answered)"
)
_NAME: Final = rf"(?:[a-z][\w-]+ ){{0,4}}?(?:{TITLE} )*{FIRST}{MORE}{{0,3}}"
_ENDS: Final = (
    r"(?=[.,;:—]|$| (?:who|in|on|at|of|to|during|last|after|before|when|as|with|by|from|about|this|through|for|and|but|"
    r"while|of|\w+day)\b)"
)
_VERB_FIRST: Final = re.compile(rf" (?P<cue>{_VERB}) (?P<source>{_NAME}){_ENDS}")
_NAME_FIRST: Final = re.compile(
    rf" (?P<source>{_NAME}) (?:\w+ly |also |later |once )?(?:(?P<cue>{_VERB}){_ENDS}|(?P<told>told) \w)"
)
_GOES_ON: Final = (",", "?", "!", "…", "—")
"""What a quotation ends in that its tag follows; behind a full stop another sentence begins."""


def tags(text: str, marks: Sequence[Span]) -> Iterator[Attribution]:
    """Yield who, by the tag right behind them, says the words in *marks*, the quotations of *text* with their marks."""
    for left, right in marks:
        if text[left + 1 : right - 1].endswith(_GOES_ON) or text[right : right + 1] == ",":
            start = right + (text[right : right + 1] == ",")
            if tag := _VERB_FIRST.match(text, start) or _NAME_FIRST.match(text, start):
                told = tag.re is _NAME_FIRST and tag["told"]
                yield Attribution(tag.span("source"), tag.span("told" if told else "cue"), (left + 1, right - 1))


def with_tags(said: Sequence[Attribution], tagged: Iterator[Attribution]) -> list[Attribution]:
    """Return *said* with those *tagged*; what else is said to say the same words goes."""
    kept = list(said)
    for tag in tagged:
        same = [item for item in kept if overlap(item.content, tag.content)]
        if not any(item.source and tag.source and overlap(item.source, tag.source) for item in same):
            kept = [item for item in kept if item not in same] + [tag]
    return sorted(kept, key=lambda item: item.content)
