"""Where a quoted block says it comes from: its ``cite``, its footer, the sentence that leads to it."""

from __future__ import annotations

import re
from typing import Any, Final

from corpus.article import Reference
from corpus.dates import find_date
from corpus.references import parse_reference
from corpus.tree import drop, words_of

EDGES: Final = " \t\n—–-―~()[],.;:"
TITLED: Final = re.compile(r"\w.*[“«„].+[”»“]|[“«„].+[”»“].*\w")
"""A title in marks, and more beside it."""
DASHES: Final = frozenset("—–―-~")
PERSON: Final = re.compile(r"(?!The\b)[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){1,3}")
BEHIND: Final = re.compile(
    r"\s*[(\[]?\s*(?:[—–―-]|(?:source|via|from|šaltinis|источник|джерело|źródło|quelle)\b)", re.IGNORECASE
)
WORDS_BEHIND: Final = 25  # a longer paragraph with a link in it is the author's
BLOCKS: Final = frozenset({"p", "div", "figcaption", "footer", "h2", "h3", "h4", "blockquote"})


def source_of(element: Any) -> Reference | None:
    """Return what the markup in and round the ``blockquote`` *element* names as its source, None when nothing.

    A footer inside it is taken out: it names the source and is no part of the quoted words.
    """
    return _footer(element) or _embedded(element) or _cite(element) or _lead(element) or _behind(element)


def _footer(element: Any) -> Reference | None:
    """Read ``<footer>Jane Doe, <cite>The Port</cite></footer>``, a last line that is one, or the figure's caption."""
    parent = element.getparent()
    captions = parent.findall("figcaption") if parent is not None and parent.tag == "figure" else []
    last = _last_line(element)
    part = next(
        (part for part in (*element.iter("footer"), *captions, last) if part is not None and words_of(part)), None
    )
    if part is None:
        return None
    author, title, publication = _fields(part)
    date = find_date(words_of(part))
    url = _link(part) or http(element.get("cite"))
    drop(part)
    return Reference("", author, title, publication, date[0] if date else None, url)


def _last_line(element: Any) -> Any:
    """Return the last line of *element* when it names the source: a ``cite``, alone or behind a dash and a name."""
    cite = next((cite for cite in reversed(list(element.iter("cite"))) if words_of(cite)), None)
    if cite is None:
        return None
    line = next((node for node in (cite, *cite.iterancestors()) if node is element or node.tag in BLOCKS), None)
    behind = "".join(element.itertext()).rpartition("".join(cite.itertext()))[2].strip(EDGES)
    if line is element:
        alone = cite.getparent() is element and (_is_block(cite.getprevious()) or not words_before(element, cite))
        return cite if alone and not behind else None
    alone = words_of(line).strip(EDGES) == words_of(cite).strip(EDGES)
    return line if not behind and (alone or words_of(line)[:1] in DASHES) else None


def words_before(element: Any, child: Any) -> str:
    """Return the text of *element* in front of its *child*."""
    before = [element.text or ""]
    for node in element.iterchildren():
        if node is child:
            break
        before += [*node.itertext(), node.tail or ""]
    return "".join(before).strip()


def _is_block(node: Any) -> bool:
    return node is not None and (node.tag in BLOCKS or node.tag == "br") and not (node.tail or "").strip(EDGES)


def _fields(part: Any) -> tuple[str | None, str | None, str | None]:
    """Return (author, title, publication) of a line such as ``— Jane Doe, <cite>The Port</cite>, The Paper``."""
    work = part if part.tag == "cite" else next((node for tag in ("cite", "a") for node in part.iter(tag)), None)
    if work is part and TITLED.search(words_of(part)):  # WordPress has the whole line in its cite
        entry = parse_reference(f"[1] {words_of(part).strip(EDGES)}")
        return entry.author, entry.title, entry.publication
    if work is not None and words_of(work):
        title = words_of(work).strip('“”"«»„' + EDGES)
        before = "" if work is part else words_of(part).partition(words_of(work))[0].strip(EDGES)
        return before or None, None if http(title) else title or None, None
    pieces = [piece.strip(EDGES) for piece in words_of(part).split(",")]
    named = [piece for piece in pieces if piece and not find_date(piece)]
    if not named:
        return None, None, None
    if PERSON.fullmatch(named[0]):
        return named[0], None, named[1] if named[1:] else None
    return None, None, named[0]


def _embedded(element: Any) -> Reference | None:
    """Read a post of a social network as its embedding code writes it: words, then ``— Name (@name) <a>date</a>``."""
    if "twitter-tweet" not in (element.get("class") or ""):
        return None
    paragraph = next(element.iter("p"), None)
    links = [link for link in element.findall("a") if http(link.get("href"))]
    if paragraph is None or not links:
        return None
    author, date = (paragraph.tail or "").strip(EDGES.replace("(", "").replace(")", "")), find_date(words_of(links[-1]))
    paragraph.tail = None
    drop(links[-1])
    return Reference("", author=author or None, published=date[0] if date else None, url=links[-1].get("href"))


def _cite(element: Any) -> Reference | None:
    url = http(element.get("cite"))
    return Reference("", url=url) if url else None


def _lead(element: Any) -> Reference | None:
    """Read the paragraph before, when it ends with a colon and has one link out."""
    before = element.getprevious()
    if before is None or (element.tail and before.tail and before.tail.strip()) or before.tag not in BLOCKS:
        return None
    url = _only_link(before)
    return Reference("", url=url) if url and words_of(before).endswith(":") else None


def _behind(element: Any) -> Reference | None:
    """Read the short paragraph behind, when it begins with a dash or "Source" and has one link out."""
    after = element.getnext()
    if after is None or (element.tail and element.tail.strip()) or after.tag not in BLOCKS - {"blockquote"}:
        return None
    words, url = words_of(after), _only_link(after)
    if url is None or not BEHIND.match(words) or len(words.split()) > WORDS_BEHIND:
        return None
    link = next(link for link in after.iter("a") if http(link.get("href")))
    date = find_date(words)
    title = words_of(link).strip('“”"«»„ ')
    return Reference("", title=None if http(title) else title or None, published=date[0] if date else None, url=url)


def _only_link(element: Any) -> str | None:
    links = {url for link in element.iter("a") if (url := http(link.get("href")))}
    return links.pop() if len(links) == 1 else None


def _link(element: Any) -> str | None:
    own = http(element.get("href"))
    return own or next((url for link in element.iter("a") if (url := http(link.get("href")))), None)


def http(url: str | None) -> str | None:
    """Return *url* when it is one that a reader can be sent to, else None."""
    url = (url or "").strip()
    return url if re.fullmatch(r"https?://[^\s<>\"]+", url, re.IGNORECASE) else None
