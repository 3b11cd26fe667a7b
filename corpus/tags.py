"""Tags of direct speech: "…," said Orrin Pell, or "…" — Orrin Pell. Whoever stands there is who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from corpus.attribution import Attribution, overlap
from corpus.quotation import with_marks
from corpus.titles import FIRST, MORE, TITLE

Span = tuple[int, int]
_VERB: Final = (
    r"(?:said|says|added|adds|wrote|writes|tweeted|noted|notes|explained|explains|recalled|recalls|replied|replies|"
    r"responded|insisted|insists|continued|joked|warned|warns|declared|announced|argued|argues|asked|asks|shouted|"
    r"concluded|remarked|stressed|admitted|complained|answered)"
)
_BEARER: Final = rf"(?:{TITLE} )*{FIRST}{MORE}{{0,3}}"
_NAME: Final = rf"(?:[a-z][\w-]+ ){{0,4}}?{_BEARER}"
_ENDS: Final = (
    r"(?=[.,;:—]|$| (?:who|in|on|at|of|to|during|last|after|before|when|as|with|by|from|about|this|through|for|and|but|"
    r"while|of|\w+day)\b)"
)
_VERB_FIRST: Final = re.compile(rf" (?P<cue>{_VERB}) (?P<source>{_NAME}){_ENDS}")
_NAME_FIRST: Final = re.compile(
    rf" (?P<source>{_NAME}) (?:\w+ly |also |later |once )?(?:(?P<cue>{_VERB}){_ENDS}|(?P<told>told) \w)"
)
_SIGNED: Final = re.compile(rf" ?[—–―-]{{1,2}} ?(?P<source>{_NAME})(?=,|\.? *(?:\n|$))")
"""The name behind a dash that closes a line of somebody's words alone; on a line of its own it may be a reporter's."""
_LED_BY: Final = re.compile(
    rf"(?P<source>{_BEARER}) (?P<cue>(?:ended|closed|opened|began|concluded|finished|started)) (?:her|his|the|a|their) "
    r"(?:speech|remarks|address|letter|statement|testimony|talk|sermon|answer)\b[^.:“”]*: ?$"
)
_CLAIMS: Final = rf"(?:{_VERB}|claimed|claims|denied|called|described|hailed|praised|criticized|criticised)"
_PREPOSITION: Final = r"(?:in|to|on|about|for|of|at|from|with|by)\b"
_CLAUSE: Final = re.compile(
    rf"(?:[,;] (?:while|whereas|and|but|to which|though|although) |"
    rf"\b(?:while|whereas|to which) |[”\"] (?:and|but) )(?P<source>{_BEARER}) "
    rf"(?:(?:\w+ly|also|later|then|once|had|has) )?(?:"
    rf"(?P<cue>{_CLAIMS})(?:,|:|(?: (?!{_PREPOSITION})[\w’'-]+){{1,4}})? |"
    r"[a-z]+ed, (?P<told>saying|adding|replying|stating|asking)[,:]? )$"
)
"""Another's clause right before the words of a sentence that somebody else begins: "…, while Kest noted its “…”"."""
_TURN: Final = re.compile(r"[,;]? (?:while|whereas|and|but|to which|though|although)? ?$")
BEFORE: Final = 240  # characters in which it is told whose speech begins or ends with the words behind the colon
_GOES_ON: Final = (",", "?", "!", "…", "—")
"""What a quotation ends in that its tag follows; behind a full stop another sentence begins."""


def tags(text: str, marks: Sequence[Span]) -> Iterator[Attribution]:
    """Yield who says the words in *marks*, the quotations of *text*, by what stands right beside them."""
    for left, right in marks:
        if tag := _tag(text, left, right):
            parts = tag.groupdict()
            cue = next((name for name in ("cue", "told") if parts.get(name)), None)
            yield Attribution(tag.span("source"), tag.span(cue) if cue else None, (left + 1, right - 1))


def _tag(text: str, left: int, right: int) -> re.Match[str] | None:
    """Return what tells who says the words of the quotation at [left, right)."""
    words = text[left + 1 : right - 1]
    left, right = with_marks(text, left + 1, right - 1)
    if _opens_its_line(text, left) and (signed := _SIGNED.match(text, right)):
        return signed
    if led := _LED_BY.search(text, max(0, left - BEFORE), left):
        return led
    line = text.rfind("\n", 0, left) + 1
    if clause := _CLAUSE.search(text, max(line, left - BEFORE), left):
        return clause
    comma = text[right : right + 1] == ","
    if not (comma or words.endswith(_GOES_ON)):
        return None
    return _VERB_FIRST.match(text, right + comma) or _NAME_FIRST.match(text, right + comma)


def _opens_its_line(text: str, position: int) -> bool:
    return not text[text.rfind("\n", 0, position) + 1 : position].strip()


def with_tags(text: str, said: Sequence[Attribution], tagged: Iterator[Attribution]) -> list[Attribution]:
    """Return *said* with those *tagged*; of others who say the same words stays what goes before their tag."""
    kept = list(said)
    for tag in tagged:
        same = [item for item in kept if overlap(item.content, tag.content)]
        if not any(item.source and tag.source and overlap(item.source, tag.source) for item in same):
            before = [part for item in same if (part := _before(text, item, tag))]
            kept = [item for item in kept if item not in same] + before + [tag]
    return sorted(kept, key=lambda item: item.content)


def _before(text: str, item: Attribution, tag: Attribution) -> Attribution | None:
    """Return *item* up to the clause in which its words are another's by the *tag*, None where nothing is left."""
    if tag.source is None or tag.source[0] > tag.content[0]:
        return None
    left = _TURN.sub("", text[item.content[0] : tag.source[0]])
    return replace(item, content=(item.content[0], item.content[0] + len(left))) if left else None
