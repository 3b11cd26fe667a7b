"""Verbs by which somebody says, wants or judges something, in the forms that the rules of :mod:`corpus.saying` read."""

from __future__ import annotations

import re
from typing import Final

_REGULAR: Final = """
    demand propose reject dismiss criticize criticise condemn denounce praise welcome oppose support favor defend
    blame dispute concede acknowledge confirm announce declare predict expect fear want doubt recommend suggest
    promise pledge vow urge warn deplore reaffirm reiterate stress emphasize underline claim refuse rebuff contest
    disavow endorse applaud hail mock accuse consider regard describe compare estimate offer accept ask thank
    request recognize recognise justify explain contradict protest object complain apologize apologise insist deem
    threaten call hope agree decline argue plead press reply respond answer affirm assert believe frame portray
    depict characterize characterise
"""
_IRREGULAR: Final = {
    "deny": "denies denied denying",
    "admit": "admits admitted admitting",
    "regret": "regrets regretted regretting",
    "prefer": "prefers preferred preferring",
    "rebut": "rebuts rebutted rebutting",
    "rule out": "rules=out ruled=out ruling=out",
    "seek": "seeks sought seeking",
    "say": "says said saying",
    "state": "stated stated stating",  # "states" is a noun more often
    "tell": "tells told telling",
    "think": "thinks thought thinking",
    "speak": "speaks spoke speaking",
    "put": "puts put putting",
}
_SPOKEN: Final = {"spoke": "spoken"}


def regular_forms(verb: str) -> tuple[str, str, str]:
    """Return the third person, the past and the form in -ing of a regular *verb*."""
    if verb.endswith("e"):
        return f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    return third, f"{verb}ed", f"{verb}ing"


_FORMS: Final = {verb: regular_forms(verb) for verb in _REGULAR.split()} | {
    verb: tuple(form.replace("=", " ") for form in forms.split()) for verb, forms in _IRREGULAR.items()
}
BASE: Final = "|".join(_FORMS)
FINITE: Final = "|".join(form for forms in _FORMS.values() for form in forms[:2])
PARTICIPLE: Final = "|".join(_SPOKEN.get(forms[1], forms[1]) for forms in _FORMS.values())
ING: Final = "|".join(forms[2] for forms in _FORMS.values())
"""Alternatives of a regular expression."""

_PREPOSITION: Final = (
    r"(?:of|by|for|in|on|at|as|to|with|from|about|against|after|before|during|since|over|under|into|out|up|off|when|"
    r"where|while|because|and|or|but|if|until|like|than|through|between|toward|towards)\b"
)
OBJECT_CAN_FOLLOW: Final = re.compile(
    rf"\b(?:call\w* (?:for|on)|insist\w* (?:on|that|upon)|warn\w* (?:of|about|against)|complain\w* (?:of|about|that)|"
    r"protest\w* against|object\w* to|apologi[sz]\w* (?:for|to)|hop(?:e|es|ed|ing) (?:for|to|that)|agree\w* (?:to|with|"
    r"on|that)|argu\w+ (?:for|against|that)|plead\w* for|press\w* for|(?:spoke|speaks|spoken|speaking) of|"
    r"threaten\w* to|declin\w+ to|(?:fram|portray|depict|characteri[sz])\w* \w.* as|accus\w+ \w.* of|put\w* .* at|"
    r"(?:reply|replied|respond\w*|answer\w*) (?:that|with)|"
    r"(?:refus|promis|propos)\w+ to|(?:demand|want|vow|pledg|offer|expect|ask|claim|seek|prefer|fear)\w* to|"
    r"sought to|ask\w* for)\b"
    rf"|\b(?!(?:call|insist|complain|object|apologi[sz]|hop|agree|argu|plead|press|sp[eo]ak|spoke|declin|repl|respond|"
    rf"threaten|accus|put|fram|portray|depict|characteri[sz])\w* )\w+(?: out)? (?!{_PREPOSITION})\S",
    re.IGNORECASE,
)
"""A verb with what it has to be followed by; most take an object and no preposition, which a participle has."""
