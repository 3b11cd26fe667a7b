"""What a question takes for granted: "why did she abolish the toll?" takes it that she did."""

from __future__ import annotations

import re
from typing import Final

from corpus import verbs
from corpus.collective import is_group

_DID: Final = re.compile(r"\b(?:wh\w+|how)\b.*? did(?:n[’']t)? (.+)", re.IGNORECASE)
_WORD: Final = re.compile(r"[\w’'-]+")
_NOUN_FOLLOWS: Final = """
    the a an his her its their some all many most any two three both such this that these those each every no
    of in at from for on with by to near and or
"""
_PRONOUNS: Final = frozenset(["he", "she", "it", "they", "we", "you", "i"])
_ADVERB: Final = re.compile(r"\w+ly|not|also|ever|never|first|then|still|really|once|again|already")
_TEXTS_HAVE_THEIR_OWN: Final = re.compile(rf"{verbs.BASE}|count|do|happen|react|comment|mean|get|go|try|use|like")
"""Verbs of saying and wanting, and others that stand for any."""
_FORMS: Final = """
    become:became begin:began:begun break:broke bring:brought build:built buy:bought catch:caught choose:chose
    come:came die:dead:death draw:drew drive:drove eat:ate fall:fell feel:felt fight:fought find:found
    fly:flew:flown forbid:forbade forget:forgot:forgotten give:gave grow:grew hear:heard hide:hid:hidden hold:held
    keep:kept know:knew lead:led leave:left lend:lent lose:lost:loss make:made meet:met pay:paid ride:rode ring:rang
    rise:rose run:ran see:saw sell:sold send:sent shoot:shot sing:sang sink:sank sit:sat sleep:slept spend:spent
    stand:stood steal:stole strike:struck swear:swore swim:swam take:took teach:taught throw:threw
    understand:understood wear:wore win:won withdraw:withdrew write:wrote
"""
_CIRCUMSTANCE: Final = re.compile(r"\W*(?:and )?(?:why|when|where|how) did(?:n[’']t)?\b", re.IGNORECASE)
_LIGHT: Final = frozenset(
    ["give", "take", "make", "put", "set", "turn", "bring", "issue", "keep", "hold", "run", "call"]
)
_BEFORE_A_NOUN: Final = frozenset(_NOUN_FOLLOWS.split())
_IRREGULAR: Final = {verb: tuple(forms) for verb, *forms in (line.split(":") for line in _FORMS.split())}
_ENDINGS: Final = ("ing", "ied", "ed", "es", "s", "e", "y")
_SHORTEST: Final = 3  # letters of a stem
_BEFORE: Final = 24  # characters in which the word stands that says so
_NOT_DONE: Final = re.compile(
    r"(?:\b(?:will|would|can|could|may|might|shall|should|must|to|never|not|cannot)|n[’']t)(?: be| \w+ly| ever)? $",
    re.IGNORECASE,
)
_SUFFIX: Final = (
    "(?:e|es|ed|er|ers|s|ing|ings|n|en|ion|ions|ation|ations|al|als|ment|ments|y|ies|ied|ure|ature|ance|ence|able)?"
)


def event_asked(question: str) -> str | None:
    """Return the verb of what *question* takes it that somebody did, None when there is none or texts have another."""
    did = _DID.search(question)
    noun_due = True
    for word in _WORD.findall(did[1]) if did else ():
        if word.casefold() in _BEFORE_A_NOUN or word.endswith(("’s", "'s", "s’")):
            noun_due = True
        elif noun_due or word[0].isupper() or word[0].isdigit() or word in _PRONOUNS or is_group(word):
            noun_due = False
        elif not _ADVERB.fullmatch(word):
            return None if _TEXTS_HAVE_THEIR_OWN.fullmatch(word) else word
    return None


def takes_for_granted(question: str) -> bool:
    """Tell whether *question* asks for a circumstance of what somebody did: why, when, where or how, and not what."""
    return bool(_CIRCUMSTANCE.match(question))


def is_light(verb: str) -> bool:
    """Tell whether *verb* says little without its noun, as in "give up" and "issue a warning": texts have others."""
    return verb in _LIGHT


def speaks_of(event: str, words: str) -> bool:
    """Tell whether *words* hold the verb *event* in one of its forms, or a word made from it, as of what was done.

    What somebody never did, would do or wants to do was not.
    """
    stem = re.escape(_stem(event))
    forms = "|".join([rf"{stem}{stem[-1]}?{_SUFFIX}", *_IRREGULAR.get(event, ())])
    found = re.finditer(rf"\b(?:{forms})\b", words, re.IGNORECASE)
    return any(not _NOT_DONE.search(words, max(0, match.start() - _BEFORE), match.start()) for match in found)


def _stem(verb: str) -> str:
    stems = (verb.removesuffix(ending) for ending in _ENDINGS if verb.endswith(ending))
    return next((stem for stem in stems if len(stem) >= _SHORTEST), verb)
