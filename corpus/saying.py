"""Saying without "that": a verb of saying, wanting or judging beside a subject that can speak, read by rules.

The tagger finds most of what somebody says in a clause; it passes over much of what comes as a noun or an infinitive
("demanded the return of…", "has ruled out…", "in X’s view"). These rules fill in what it leaves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from corpus.addressee import without_addressee
from corpus.attribution import Attribution
from corpus.titles import TITLE
from corpus.verbs import BASE, FINITE, ING, OBJECT_CAN_FOLLOW, PARTICIPLE

Span = tuple[int, int]
CanSpeak = Callable[[str], bool]

_LETTER: Final = r"[^\W\d_]"
_UPPER: Final = r"[A-ZÀ-ŽА-ЯЄІЇҐ]"
_WORD: Final = rf"(?:{_LETTER}|\d)[\w.’'-]*"
_NEGATION: Final = r"(?: not|n[’']t| never| no longer)"
_ADVERB: Final = (
    r"(?:(?:also|again|then|later|still|now|once|already|often|always|never|since|first|even|only|too|soon|long|"
    r"instead|\w+ly)(?: and \w+ly)? )"
)
_SUBJECT: Final = rf"(?P<source>(?:[Tt]he |[Aa]n? )?{_WORD}(?: {_WORD}){{0,7}}?)"
_ASIDE: Final = r"(?:, [^,;:“”\"]{3,90},)?"
_VERB: Final = (
    rf"(?P<cue>(?:(?P<finite>{FINITE})|(?P<base>{BASE})"
    rf"|(?:does|do|did){_NEGATION}? {_ADVERB}?(?:{BASE})|(?:will|would|can|could){_NEGATION} {_ADVERB}?(?:{BASE})"
    rf"|(?:has|have|had){_NEGATION}? {_ADVERB}{{0,2}}(?:{PARTICIPLE})"
    rf"|(?:continues?|continued|(?:has|have|had) continued) to (?:{BASE})"
    rf"|(?:has|have|had) {_ADVERB}?been (?:{ING})|(?:is|are|was|were){_NEGATION}? {_ADVERB}{{0,2}}(?:{ING})))"
)
_CLAUSE_END: Final = r"(?=(?:, (?:but|and|while|whereas|although|though|yet|which|who)\b|;| [—–] |[.!?]+[”\"]?\s*$|$))"
_CONTENT: Final = rf"(?P<content>[^\s,;.].*?){_CLAUSE_END}"
_LEAD: Final = (
    r"(?:(?:And|But|Yet|So|Still|Then|Later|Instead|Meanwhile|Now),? )?"
    r"(?:(?:On|In|At|After|Before|By|Since|During|From|Last|This|Asked|With|Under|For|Two|Three|A|Earlier|Although|"
    r"While|When|As|Despite)\b[^,;:“”\"]{2,80}, |(?:On|In|By|Last) (?:(?!the\b)\w+ )?(?:\w+day|\d{4}|\w+ \d{1,2}) )?"
)
_OPENS: Final = rf"(?:^{_LEAD}|; |, (?:and|but|while|whereas|yet) )"
_ACTIVE: Final = re.compile(
    rf"{_OPENS}{_SUBJECT}(?: (?:has|have|had)(?=,))?(?P<aside>{_ASIDE}) {_ADVERB}{{0,2}}{_VERB} {_ADVERB}?{_CONTENT}"
)
_NAME: Final = rf"(?:the )?{_UPPER}[\w’'-]*(?: {_UPPER}[\w’'-]*)*"
_BEARER: Final = re.compile(rf", (?P<name>(?:{TITLE} )?{_UPPER}[\w.’'-]*(?: {_UPPER}[\w.’'-]*)+),")
"""Who bears an office, between it and the verb: "the harbor master, Ada Renn, called it absurd"."""
_LISTED: Final = rf"{_NAME}(?:, {_NAME})+,? and {_NAME}"
_PASSIVE: Final = re.compile(
    rf"^{_LEAD}(?P<content>\S.*? (?P<cue>(?:is|are|was|were|has been|have been|had been) {_ADVERB}{{0,2}}"
    rf"(?:described|called|dismissed|rejected|criticized|criticised|condemned|praised|denounced|opposed|supported|"
    rf"proposed|demanded|welcomed|defended|denied|contested|disputed|ruled out|requested|blamed|accused|seen|regarded)"
    rf"(?: [^,;.“”\"]{{2,40}})?)) by (?P<source>{_LISTED}|(?:{_WORD} ){{0,6}}?{_WORD}"
    rf"(?: of (?:the )?{_UPPER}[\w’'-]*(?: {_UPPER}[\w’'-]*)*)?)"
    r"(?=,|;|[.]\s*$| (?:as|for|of|on|in|last|because|who)\b)"
)
_NOUN: Final = (
    r"(?:answer|reply|response|conditions?|demands?|position|view|opinion|offer|proposal|terms|request|warning|promise|"
    r"explanation|argument|estimate|conclusion|verdict|advice|message|aim|goal|complaint|objection)"
)
_OWN_NOUN: Final = re.compile(
    rf"^{_LEAD}(?:(?:One|Two|Some|Another) of )?"
    rf"(?P<source>(?:[Tt]he )?{_WORD}(?: {_WORD}){{0,5}}?)(?:[’']s|(?<=s)[’']) "
    rf"(?:[\w-]+ ){{0,4}}?(?P<cue>{_NOUN}(?: (?:for|to|on|about|at|in) [^,;:“”\"]{{2,60}}?)?{_ASIDE} "
    rf"(?:is|are|was|were|remains|remained)) (?P<content>(?:that|to|for|an?|the|no|not)\b.+?){_CLAUSE_END}"
)
_HOLDS: Final = (
    rf"(?:(?P<source>(?:the )?{_WORD}(?: {_WORD}){{0,5}}?)(?:[’']s|(?<=s)[’']) (?:\w+ )?"
    r"(?:view|opinion|words|telling|eyes|judgment|account|mind)|"
    rf"the (?:view|opinion|words|eyes|judgment|account) of (?P<owner>(?:the )?{_WORD}(?: {_WORD}){{0,5}}?))"
)
_VIEW: Final = re.compile(rf"^(?:.+, )?(?P<cue>[Ii]n|[Tt]o) {_HOLDS}, (?P<content>.+?)(?=;|[.!?]+[”\"]?\s*$|$)")
_VIEW_LAST: Final = re.compile(rf"^(?P<content>.+), (?P<cue>in|to) {_HOLDS}[.!?]+\s*$")
_PLURAL: Final = re.compile(r"(?:s|\bpolice|\bpeople|\bmen|\bwomen|\bmedia)$|\band\b|^they$", re.IGNORECASE)
_CALLED: Final = re.compile(r"\bcall(?:s|ed|ing)?$")
_TELEPHONED: Final = re.compile(
    r"(?:off|up|out|in|back|into|at) |"
    r"(?:[^\s“\"]+ ){1,4}?(?:\w+day|yesterday|today|the (?:morning|day|night|evening)|while|back|from|twice|again)\b"
)
"""What somebody called off, or whom they called, and when."""
_COMPLEMENT: Final = re.compile(
    r"^(?:it|him|them|this|that|such) \S|^\S+ .*\b(?:an?|one|“)|^“|"
    r"(?:ous|ful|able|ible|al|ent|ant|less|ive|ic|ish|ary|ory|urd|ong|air|alse|ust|void|dead|weak|safe|"
    r"brave|good|bad|fine|great|small|late|obsolete|complete|premature|insane|naive|rare|strange|null)$"
)
_NO_SUBJECT: Final = re.compile(  # begins, ends or goes on as no subject does: "Kest met Marrow", "On a Tuesday"
    r"^(?i:on|in|at|by|to|for|with|of|from|after|before|since|during|as|if|when|while|because|that|there|last)\b|"
    r"\b(?:who|which|that|to|of|and|or|not|is|are|was|were|has|have|had|been)$|[’']s$|"
    rf"(?<![.\w]){_UPPER}[\w.’'-]*(?: {_UPPER}[\w.’'-]*)*(?<![’']s) "
    rf"(?!(?:of|the|and|in|from|at|for|de|van|von|der|bin|al|da|del|la|le)\b)(?!{_UPPER})\w[\w’'-]* "
)
_DETERMINER: Final = re.compile(r"^(?:the|an?|its|one|two|three|some|many|most|several) ", re.IGNORECASE)
_MAIN_VERB: Final = re.compile(r"\S+(?: out)?$")


def sayings(text: str, sentence: Span, marks: Sequence[Span], can_speak: CanSpeak) -> Iterator[Attribution]:
    """Yield what the rules read in *sentence*; the verbs inside *marks*, the quotations, are no business of it."""
    words = text[slice(*sentence)]
    for match in _matches(words):
        source = "source" if match["source"] else "owner"
        cue = (sentence[0] + match.start("cue"), sentence[0] + match.end("cue"))
        inside = any(left < cue[0] < right or left < sentence[0] + match.start(source) < right for left, right in marks)
        bearer = _BEARER.fullmatch(match["aside"]) if match.re is _ACTIVE else None
        speaks = can_speak(match[source]) or (bearer is not None and can_speak(bearer["name"]))
        if not inside and _is_subject(match[source]) and speaks and _fits(match):
            content = (sentence[0] + match.start("content"), sentence[0] + match.end("content"))
            end = match.end("aside") if bearer else match.end(source)
            yield Attribution(
                (sentence[0] + match.start(source), sentence[0] + end),
                cue,
                without_addressee(text, cue, content),
            )


def _matches(words: str) -> Iterator[re.Match[str]]:
    for pattern in (_ACTIVE, _PASSIVE, _OWN_NOUN, _VIEW, _VIEW_LAST):
        yield from pattern.finditer(words)


def _is_subject(words: str) -> bool:
    return not _NO_SUBJECT.search(_DETERMINER.sub("", words))


def _fits(match: re.Match[str]) -> bool:
    """Tell whether an active verb has the form that its subject asks for, and an object that it can have."""
    if match.re is not _ACTIVE:
        return True
    if match["base"] and not _PLURAL.search(match["source"]):
        return False
    verb = _MAIN_VERB.search(match["cue"])
    has_object = verb is not None and bool(OBJECT_CAN_FOLLOW.match(f"{verb.group()} {match['content']}"))
    if _CALLED.search(match["cue"]) and not has_object:
        return bool(_COMPLEMENT.search(match["content"])) and not _TELEPHONED.match(match["content"])
    return has_object
