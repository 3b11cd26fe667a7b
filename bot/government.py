"""Whose "the government" of an article is, where the article makes it plain: one state's, and no other is in play."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.chain import main_speech
from bot.name_runs import may_be_person
from bot.sides import is_state, same_side, stems_of
from corpus.article import Article
from corpus.blocks import block_sentences
from corpus.collective import is_plural
from corpus.months import MONTHS

_OFFICE: Final = r"(?:government|(?:[a-z]+ )?ministry(?: (?:of|for) [a-z]+(?: and [a-z]+)?)?)"
_BARE: Final = re.compile(rf"(?:[Tt]he )?(?P<office>{_OFFICE})")
_NAME: Final = r"[A-ZÀ-ŽА-ЯЄІЇҐ][\w-]*(?: [A-ZÀ-ŽА-ЯЄІЇҐ][\w-]*)*"
_ASKED: Final = re.compile(
    rf"(?:the )?(?:(?P<office>{_OFFICE}) of (?:the )?(?P<of>{_NAME})|"
    rf"(?P<state>{_NAME})(?:[’']s?)?(?: (?P<its>{_OFFICE}))?)"
)
_DECIDES: Final = r"(?:has |had )?(?:announced|announces|decided|decides|decreed)"
_PLANS: Final = (
    r"(?:will|would|is to|was to|is going to|intends to|plans to) (?!(?:be|get|receive|have|face|need|lose)\b)"
)
"""What somebody is to do, and not what is done to them."""
_ITS: Final = rf"\b%s(?:[’']s?)? (?:[a-z]+ )?(?:{_OFFICE}|cabinet|parliament|army|(?:prime )?minister|president)\b"
_FIRST: Final = re.compile(
    r"(?:the|an?|it|its|he|she|they|his|her|their|we|i|but|and|so|yet|in|on|at|for|from|to|by|with|after|before|since|"
    r"until|during|while|when|where|if|as|although|because|about|no|not|nobody|neither|both|some|many|most|all|each|"
    r"every|half|this|that|these|those|there|then|now|here|what|who|which|how|why|one|two|three|four|five|six|more)",
    re.IGNORECASE,
)
"""Words that begin a sentence and are no names."""
_WHERE: Final = re.compile(r"\b(?:in|at|near|Mr\.|Ms\.|Mrs\.|Dr\.) $")
_DAYS: Final = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_WATERS: Final = re.compile(
    r" (?:strait|river|sea|bay|lake|coast|bridge|dam|valley|channel|canal|harbou?r|gulf|island|mountains?|desert)\b"
)
_BEFORE: Final = 8  # characters before a name that tell where it stands


def is_its_government(called: str, article: Article, key: tuple[int, int]) -> bool:
    """Tell whether the sentence at *key* of *article* is said by "the government" of the state *called* so."""
    asked = _ASKED.fullmatch(called)
    offices = _offices(article, key)
    if asked is None or not offices:
        return False
    state, office = asked["of"] or asked["state"], asked["office"] or asked["its"]
    if office and offices != {office}:
        return False
    block = article.block_at(key[0])
    others = list(_others(state, article.slice(block.start, block.end), article.text))
    if _decides(state, article.slice(*key)):
        return not any(map(is_state, others))
    said = [article.slice(*span) for span in block_sentences(article.text, block)]
    is_one = is_state(state) or re.search(_ITS % re.escape(state), article.text)
    return not others and bool(is_one or any(_decides(state, sentence) for sentence in said))


def _offices(article: Article, key: tuple[int, int]) -> set[str]:
    """Return who says the sentence at *key* where that is "the government" or "the ministry", and nobody else."""
    spoken = main_speech(article, key)
    bare = [_BARE.fullmatch(article.slice(*item.mention)) if item.mention else None for item in spoken]
    return {match["office"] for match in bare if match} if all(bare) else set()


def _decides(state: str, sentence: str) -> bool:
    """Tell whether *sentence* gives as what the government announced what *state* will do."""
    name = re.escape(state)
    last = rf"^\W*{name} {_PLANS}[^“”]*, the {_OFFICE} {_DECIDES}\b"
    first = rf"^\W*[Tt]he {_OFFICE} {_DECIDES}[^,“”]* that {name} {_PLANS}\b"
    return bool(re.search(last, sentence) or re.search(first, sentence))


def _others(state: str, words: str, text: str) -> Iterator[str]:
    """Yield the names in *words*, a part of *text*, that may be another state's or body's than *state*."""
    own = [stems_of(state), *same_side(stems_of(state))]
    in_full = {name for name in re.findall(_NAME, text) if " " in name and may_be_person(name)}
    surnames = {name.split()[-1] for name in in_full}
    for match in re.finditer(_NAME, words):
        before = words[max(0, match.start() - _BEFORE) : match.start()]
        begins = not before.strip() or before.rstrip(" “\n")[-1:] in ".!?”"
        name = re.sub(rf"^(?:{_FIRST.pattern} )+", "", match.group(), flags=re.IGNORECASE) if begins else match.group()
        is_common = begins and " " not in name and (bool(_FIRST.fullmatch(name)) or is_plural(name))
        is_time = name.casefold() in MONTHS or name.casefold() in _DAYS
        is_place = _WHERE.search(before) or _WATERS.match(words, match.end())
        is_own = any(stems <= stems_of(name) for stems in own)
        is_person = name in in_full or name in surnames
        if not (is_common or is_time or is_own or is_person or (is_place and not is_state(name))):
            yield name
