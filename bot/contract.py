"""The answer as JSON: a contract that checks outside the project read."""

from __future__ import annotations

import json
from typing import Any

from bot.answer import Answer, Chain, Quote
from bot.who import Whose


def to_json(answer: Answer) -> str:
    """Return *answer* as one line of JSON."""
    record = {
        "question": answer.question,
        "verdict": answer.verdict.value,
        "party": answer.party,
        "quotes": [_quote(quote) for quote in answer.quotes],
        "nearest": [_quote(quote) for quote in answer.nearest],
        "generation": answer.generation,
        "seconds": round(answer.seconds, 4),
    }
    if answer.understood_as:
        record["understood_as"] = answer.understood_as
    return json.dumps(record, ensure_ascii=False)


def whose_to_json(found: Whose) -> str:
    """Return what is known of a sentence as one line of JSON."""
    record = {
        "sentence": found.sentence,
        "verdict": "exact" if found.exact else "not_exact" if found.places else "not_found",
        "places": [
            {
                **_quote(place.quote),
                "differences": [{"yours": item.yours, "printed": item.printed} for item in place.differences],
            }
            for place in found.places
        ],
        "generation": found.generation,
        "seconds": round(found.seconds, 4),
    }
    return json.dumps(record, ensure_ascii=False)


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "id": quote.id,
        "text": quote.text,
        "article": quote.article,
        "start": quote.start,
        "end": quote.end,
        "sha256": quote.sha256,
        "key": list(quote.key),
        "voice": quote.voice.value,
        "group": quote.group.value if quote.group else None,
        "speech": [
            {
                "start": item.start,
                "end": item.end,
                "kind": item.kind.value,
                "speaker": item.speaker,
                "mention": list(item.mention) if item.mention else None,
            }
            for item in quote.speech
        ],
        "chain": _chain(quote.chain),
        "attribution": quote.attribution,
        "score": round(quote.score, 4),
        "also_in": [other.attribution for other in quote.also_in],
        "url": quote.url,
    }


def _chain(chain: Chain) -> list[dict[str, Any]]:
    voices: list[dict[str, Any]] = []
    if chain.speaker:
        voices.append({"role": "speaker", "name": chain.speaker.name, "described_as": chain.speaker.described_as})
    if chain.source:
        source = chain.source
        voices.append(
            {
                "role": "source",
                "author": source.author,
                "title": source.title,
                "publication": source.publication,
                "published": source.published,
                "url": source.url,
            }
        )
    post = chain.post
    voices.append(
        {"role": "post", "title": post.title, "author": post.author, "published": post.published, "url": post.url}
    )
    return voices
