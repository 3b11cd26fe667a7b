"""Page furniture: the lines that a blog's template puts round a post.

Only whole lines count; prose that merely starts with such a word is prose.
"""

from __future__ import annotations

import re
from typing import Final

_COUNTER: Final = r"""
    (?:no|\d+)\ comments?:? | komentarų\ nėra:? | \d+\ komentar\w+:? | нет\ комментариев:? | \d+\ комментари\w+:?
    | brak\ komentarzy:? | \d+\ komentarz\w*:? | keine\ kommentare:? | \d+\ kommentare?:? | немає\ коментарів:?
"""
_LINKS: Final = r"""
    post\ a\ comment | rašyti\ komentarą | отправить\ комментарий | email\ this | blogthis! | home | newer\ post
    | older\ post | naujesnis\ pranešimas | senesnis\ pranešimas | pradžia | следующее | предыдущее
    | share\ to\ (?:x|twitter|facebook|pinterest) | siųsti\ el\.\ paštu | startseite
"""
_LINE: Final = re.compile(rf"(?:{_COUNTER}|{_LINKS})", re.VERBOSE | re.IGNORECASE)


def is_furniture(line: str) -> bool:
    """Return whether the whole of *line* is page boilerplate."""
    return _LINE.fullmatch(line.strip()) is not None
