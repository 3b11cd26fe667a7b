"""Names of authors as pages give them: told from names of sites, sections and desks."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Final

BY: Final = re.compile(
    r"^(?:(?:written|posted|reported|edited|analysis|story|review|text|photos?)\s+)?(?:by|von|par|por|di|текст:?|автор:?)\s+",
    re.IGNORECASE,
)
BETWEEN: Final = re.compile(r"\s*[;,|/\n•·]\s*|\s+(?:and|und|et|y|e|ir|и|та|i|&)\s+", re.IGNORECASE)
NO_NAME: Final = re.compile(r"https?:|www\.|@|\d|[<>{}=]|\.(?:com|org|net|co)\b", re.IGNORECASE)
WORD: Final = re.compile(r"[^\W\d_]+", re.UNICODE)
NOBODY: Final = frozenset({
    "admin", "administrator", "anonymous", "author", "blog", "business", "contributor", "contributors", "culture",
    "desk", "editor", "editorial", "editors", "entertainment", "guest", "home", "news", "newsroom",
    "opinion", "politics", "press", "redaction", "redakcija", "redaktion", "science", "sport", "sports", "staff",
    "team", "tech", "technology", "unknown", "user", "webmaster", "world", "гость", "админ", "редакция", "редакція",
})  # fmt: skip
"""What stands where a name would, and names nobody when it stands alone."""
ROLE: Final = re.compile(
    r"(?:\b(?:ap|afp|cnn|news|staff|senior|political|sports|national|security|auto|business|science)\b\s+)*"
    r"\b(?:writer|reporter|correspondent|editor|editor-at-large|columnist|contributor|published|updated)\b.*$"
    r"|\s+is an? .*$",
    re.IGNORECASE,
)
DAY_BEHIND: Final = re.compile(
    r"(?:^|\s+)(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september"
    r"|october|november|december)$",
    re.IGNORECASE,
)
SMALL: Final = frozenset({
    "al", "and", "bin", "da", "das", "de", "del", "den", "der", "di", "do", "dos", "du", "e", "el", "la", "las", "le",
    "ten", "ter", "und", "van", "von", "y", "zu",
})  # fmt: skip
MOST_WORDS: Final = 5  # of one name


def person_names(said: str | None, not_people: Iterable[str]) -> str | None:
    """Return the authors' names in *said*, joined by ", "; None when it names nobody.

    *not_people* are names that an author of this page has not: of its site and its sections.
    """
    others = {_folded(name) for name in not_people} - {""}
    found: dict[str, str] = {}
    for piece in BETWEEN.split(BY.sub("", " ".join(html.unescape(said or "").split()))):
        name = _bare(piece)
        if _is_name(name) and _folded(name) not in others:
            found.setdefault(_folded(name), name)
    return ", ".join(found.values()) or None


def _bare(piece: str) -> str:
    """Return the name in *piece* without "by", office, and the day that stands behind it on many pages."""
    name = ROLE.sub("", BY.sub("", piece)).strip(" .:–—-()")
    while (shorter := DAY_BEHIND.sub("", name)) != name:
        name = shorter
    return name


def _is_name(name: str) -> bool:
    words = WORD.findall(name)
    small = [word for word in words if word[:1].islower() and word not in SMALL]
    return (
        0 < len(words) <= MOST_WORDS
        and len(name) > 1
        and not NO_NAME.search(name)
        and name.casefold() not in NOBODY
        and not name.casefold().endswith("admin")
        and (not small or small == ["staff"])
    )


def _folded(name: str) -> str:
    """Return what makes two spellings of one name equal: letters only, no "the", no ending of an address."""
    name = re.sub(r"^(?:https?://)?(?:www\.)?(?:the )?", "", name.strip().casefold())
    return "".join(WORD.findall(re.sub(r"\.(?:com|org|net|ru|co\.uk|de|lt)$", "", name)))
