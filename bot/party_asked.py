"""Whose words a question asks for: a person, an institution or a side that it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Final

from bot.asking import asking_part
from bot.party import Party
from bot.party_abroad import party_named
from bot.sides import may_speak
from bot.two_sides import AND, MOST, in_one
from corpus import verbs
from corpus.language import ENGLISH, question_language


def _any(words: str) -> str:
    """Return a pattern for any of *words*, which may be patterns themselves, with ``_`` for a blank."""
    return f"(?:{'|'.join(words.split())})".replace("_", " ")


_REGULAR: Final = """
    contend maintain report mention remark note add comment reflect react intend aim wish worry disagree portray
    characterize characterise liken view imagine judge dislike advise shout testify confess scold lament caution
    speculate joke boast
"""
_IRREGULAR: Final = """
    reply replies replied write writes wrote written print prints printed
    mean means meant plan plans planned planning refer refers referred referring feel feels felt
    stated see sees saw seen looks?_at looked_at stand stands stood understand understands understood suggested
    (?:make|makes|made)_of (?:have|has|had)_(?:to_say|in_mind) (?:hold|holds|held)_responsible
"""
_REGULAR_FORMS: Final = " ".join(form for verb in _REGULAR.split() for form in (verb, *verbs.regular_forms(verb)))
VERB: Final = re.compile(
    rf"\b(?:{verbs.BASE}|{verbs.FINITE}|{verbs.PARTICIPLE}|{verbs.ING}|{_any(_REGULAR_FORMS)}|{_any(_IRREGULAR)})\b",
    re.IGNORECASE,
)
_MARK: Final = "¦"
"""Put behind each verb of saying before the patterns read a question, which keeps them short: "ruled_out¦"."""
_SPEAKS: Final = rf"\w+{_MARK}"
_SPEAKING: Final = rf"\w+ing(?:_out)?{_MARK}"
_NOT_WITHIN: Final = r"""
    is are was were be been do does did has have had what who whose which that about in on to it not quoted cited can
    could would should give gives gave and or vs versus each respectively when while doing \w+n[’']t
"""
_NOT_FIRST: Final = """
    of for by from with at and or but me us if whether as many much long far old the when how quote name list give find
    come made makes
    know hear read learn remember recall two three four five ten
"""
"""Words of which none begins what a party is called; a verb of saying does not either."""
_WITHIN: Final = rf"(?!{_any(_NOT_WITHIN)}\b)[^\W\d_][\w.’'{_MARK}-]*"
_FIRST: Final = rf"(?!{_SPEAKS}|{_any(_NOT_FIRST)}\b){_WITHIN}"
_NAME: Final = rf"(?:the {_WITHIN}|{_FIRST})(?: {_WITHIN}){{0,5}}?"
_WHO: Final = rf"\b(?P<party>{_NAME}(?:(?:, {_NAME}){{0,{MOST - 2}}},? {AND} {_NAME})?)"
_HELD: Final = _any("""
    positions? views? demands? stances? opinions? conditions? words proposals? answers? reply replies response
    reactions? attitudes? take arguments? reasoning reasons? claims? promises? offers? explanations? criticisms?
    statements? remarks? comments? verdict justifications? excuses? assessment estimates? forecasts? predictions?
    warnings? pledges? objections? complaints? terms red_lines? wish wishes hopes? fears? goals? aims? plans? message
    point_of_view viewpoint perspective standpoint eyes thoughts? thinking concerns? worries expectations?
    suggestions? advice recommendations? requests? descriptions? version denials? metaphors? quotes? quotations?
    testimony accounts? experiences? ideas? feelings? intentions? admission accusations? threats?
    line_(?:on|about|towards?)
""")
_ABOUT: Final = _any("on about to towards? regarding concerning when after in at for of concern include cover mention")
_TOPIC: Final = rf"(?:[,?.]|$| {_ABOUT}\b)"
_HOW: Final = "(?:" + _any("""
    also ever really actually not never still now already once always first later publicly officially exactly himself
    herself itself themselves each both respectively n[’']t
""") + " )*"  # fmt: skip
_GIVES: Final = _any("""
    give gives gave given name names named cite cites cited mention set sets put puts use uses used make makes made
    raise raises raised take takes took hold holds held
""")
_GIVEN: Final = _any("""
    reasons? explanations? figures? numbers? estimates? dates? deadlines? advice answers? excuses? examples? causes?
    warnings? conditions? words? terms? comparisons? pictures? metaphors? positions? arguments? demands? offers?
    proposals? claims? promises? statements? remarks? objections? accusations?
""")
_DO: Final = _any("do does did has have had will would can could should must may might") + "(?:n[’']t)?"
_BE: Final = "(?:is|are|was|were)(?:n[’']t)?"
_LEANS: Final = _any(f"""
    against in_favou?r_of opposed{_MARK}?_to ready_to (?:un)?willing_to prepared_to reluctant_to happy_(?:with|about)
    satisfied_with content_with afraid_(?:of|that) worried sure certain confident convinced optimistic pessimistic
    skeptical sceptical critical_of quoted cited clear_about
""")
_NO_VERB_BEHIND: Final = rf"(?! (?:ask|say|call|propose){_MARK})"  # "plan" does not speak in "does the plan ask"
_OPENS: Final = (
    r"(?:what|where|why|how(?: come)?|whom|which (?!of\b)\w+|as|if|whether|it that|words|reasons?|everything|anything)"
)
_AFTER_WHO: Final = _any("""
    on about what who how why when where which is are was were will would did does do has have had can could should must
    if for at after before since because
""")
_ACCORDING_TO: Final = rf"\baccording to {_WHO}(?:[,?.]|$| {_AFTER_WHO}\b)"
_TELLING: Final = re.compile(_ACCORDING_TO, re.IGNORECASE)
_ASKS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_DO} {_WHO}(?:, [^,?]+,)? {_HOW}{_SPEAKS}{_NO_VERB_BEHIND}",
        rf"\b{_BE} {_WHO} {_HOW}{_SPEAKING}",
        rf"\b{_OPENS} {_WHO} {_HOW}{_SPEAKS}",
        rf"\b{_GIVEN}{_MARK}? (?:(?:for|of) \S+(?: \S+){{0,3}}? )?(?:{_DO} |that )?{_WHO} {_HOW}{_GIVES}\b",
        _ACCORDING_TO,
        rf"{_WHO}[’']s? (?:own |main |first |latest |official |only )?(?:\w+ )?{_HELD}\b",
        rf"(?:{_SPEAKS}|\b(?:given|made|used|named|cited|put{_MARK} forward)) by {_WHO}{_TOPIC}",
        rf"(?<![’']s )(?<![’']s own )\b{_HELD}{_MARK}? (?:of|by|from) {_WHO}{_TOPIC}",
        rf", {_SPEAKS} {_WHO}[,?.]",
        rf"^(?:any |all )?{_WHO} (?:quotes?|quotations|statements|remarks){_MARK}?(?: in\b.*| since\b.*)?$",
    )
)
_LEANING: Final = re.compile(rf"\b{_BE} {_WHO} {_HOW}{_LEANS}\b", re.IGNORECASE)
_HEADED: Final = re.compile(
    rf"^{_WHO} (?:{_HELD} )?(?:(?:on|about|regarding|quotes? (?:on|about)) \S|{_HOW}{_SPEAKS})", re.IGNORECASE
)
_SHORTENED: Final = re.compile(r"\b(what|who|where|how|why)[’']s\b", re.IGNORECASE)
_CAPITALS: Final = re.compile(r"\b[A-Z]")
_NO_PARTY: Final = """
    whom whose
    author blogger post writer it he she they we you i anyone anybody people that this there treaty law agreement
    charter constitution bill budget draft deal plan map contract what who is are was were do does did has have had a an
    any some all no nobody everybody everyone article paper other both
"""
_MONTHS: Final = "January February March April June July August September October November December"
_NOT_A_PARTY: Final = re.compile(rf"^(?:the )?{_any(_NO_PARTY)}\b|{_any(_MONTHS)}(?: \d+)*$", re.IGNORECASE)
"""Nobody: also no month, but for May, who may be a person."""
_OWNED: Final = re.compile(r"^(?:his|her|their)\b", re.IGNORECASE)


@lru_cache(maxsize=256)
def party_asked(question: str) -> Party | None:
    """Return the party whose words *question* asks for, None when it asks for nobody's."""
    language = question_language(question)
    if language != ENGLISH:
        name = party_named(question, language)
        return Party(name, language) if name else None
    asking = in_one(asking_part(question))
    return next((Party(name) for name in _named(asking) if _is_somebody(name)), None)


def _is_somebody(name: str) -> bool:
    """Tell whether *name* is whom words can be asked of: her insurer and not her letter."""
    return not _NOT_A_PARTY.match(name) and (may_speak(name) if _OWNED.match(name) else True)


_OWNER: Final = re.compile(r"[’']s?$")
_SMALL: Final = re.compile(r"(?:the|an?|of|in|at|on|for|to|from|by|with|and|or)$", re.IGNORECASE)
_SUBJECT: Final = re.compile(rf"\b(?:{_DO}|{_BE}) (?P<subject>(?:[\w.’'-]+ ){{0,5}}[\w.’'-]+)", re.IGNORECASE)
_KEYWORD: Final = re.compile(r"^(?P<subject>(?:[\w.’'-]+ ){0,3}?[\w.’'-]+)(?::| (?:on|about|and|regarding)\b)")


def subjects(question: str) -> Iterator[str]:
    """Yield what may be the subject of an English *question*, the longest first.

    It follows an auxiliary verb ("Will Tusk send…?"), or stands before what it is to speak on ("Tusk on soldiers").
    """
    asking = asking_part(question)
    for match in (*_SUBJECT.finditer(asking), *_KEYWORD.finditer(asking)):
        words = match["subject"].split()
        lengths = range(len(words), 0, -1)
        yield from (" ".join(words[:length]) for length in lengths if not _leads_on(words[:length], words[length:]))


def _leads_on(words: Sequence[str], rest: Sequence[str]) -> bool:
    """Tell whether *words* end where no subject does: on a small word, an owner, or within the name of one."""
    names = takewhile(lambda word: word[0].isupper(), rest if words[-1][0].isupper() else ())
    return bool(_SMALL.match(words[-1]) or _OWNER.search(words[-1]) or any(map(_OWNER.search, names)))


def _named(asking: str) -> Iterator[str]:
    asking = VERB.sub(lambda verb: verb.group().replace(" ", "_") + _MARK, _SHORTENED.sub(r"\1 is", asking))
    # "What does Russia want, according to analysts?" asks for what these say; a paper tells what Russia says.
    yield from (name for name in _found((_TELLING,), asking) if may_speak(name) or not name.startswith("the "))
    yield from _found(_ASKS, asking)
    # What is ready, or stands before "on", is often a thing; whoever speaks has a name or an office.
    yield from (name for name in _found((_LEANING,), asking) if may_speak(name) or _CAPITALS.search(name))
    yield from (name for name in _found((_HEADED,), asking) if may_speak(name) or len(_CAPITALS.findall(name)) > 1)


def _found(patterns: Iterable[re.Pattern[str]], asking: str) -> Iterator[str]:
    for pattern in patterns:
        if match := pattern.search(asking):
            yield match["party"].replace(_MARK, "").replace("_", " ")
