"""Where quotes stand, as the bot keeps it for its buttons: places, never words.

The words are sliced anew from the stored article each time, so what is shown later is as exact as what was shown first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from bot.answer import Quote
from bot.parts import Cited, Line, Part
from bot.quote import make_quote
from corpus.article import ArticleId
from corpus.library import Library


def places_of(parts: Iterable[Part]) -> tuple[dict[str, Any], ...]:
    """Return *parts* as JSON holds them."""
    return tuple(
        {"text": part.text, "style": part.style}
        if isinstance(part, Line)
        else {"marked": part.marked, **_place(part.quote), "also_in": [_place(other) for other in part.quote.also_in]}
        for part in parts
    )


def parts_at(places: Iterable[dict[str, Any]], library: Library) -> list[Part]:
    """Return the parts that *places* were made of, without the quotes whose article is gone."""
    parts: list[Part] = []
    for place in places:
        if "text" in place:
            parts.append(Line(place["text"], place["style"]))
            continue
        quote = _quote(place, library)
        if quote is not None:
            others = tuple(item for other in place["also_in"] if (item := _quote(other, library)))
            parts.append(Cited(replace(quote, also_in=others), place["marked"]))
    return parts


def _place(quote: Quote) -> dict[str, Any]:
    return {
        "article": quote.article,
        "span": [quote.start, quote.end],
        "key": list(quote.key),
        "score": round(quote.score, 4),
    }


def _quote(place: dict[str, Any], library: Library) -> Quote | None:
    article = library.get(ArticleId(place["article"]))
    if article is None:
        return None
    (start, end), (first, last) = place["span"], place["key"]
    try:
        return make_quote(article, (start, end), (first, last), place["score"])
    except ValueError:
        return None  # the blocks are read in another way by now
