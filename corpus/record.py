"""The record of an article: everything but its text, as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from corpus.article import Article, ArticleId, Block, Post, Quotation, Reference, Speech, SpeechKind, Voice
from corpus.read import ANALYSIS_VERSION, analyse


def to_record(article: Article) -> bytes:
    """Return the record of *article*, which says by which version it was analysed."""
    known = {key: value for key, value in asdict(article).items() if key not in {"id", "text"}}
    return json.dumps({"analysis": ANALYSIS_VERSION, **known}, ensure_ascii=False, sort_keys=True).encode()


def from_record(identity: ArticleId, text: str, record: dict[str, Any]) -> Article:
    """Return the article; one that an older version analysed is analysed anew."""
    post = Post(**{**record["post"], "tags": tuple(record["post"]["tags"])})
    quoted = tuple(_quotation(item) for item in record.get("quoted", ()))
    if record["analysis"] != ANALYSIS_VERSION:
        return analyse(text, post, quoted)[0]
    return Article(
        id=identity,
        text=text,
        post=post,
        blocks=tuple(
            Block(item["start"], item["end"], Voice(item["voice"]), tuple(item["references"]))
            for item in record["blocks"]
        ),
        references=tuple(Reference(**item) for item in record["references"]),
        speech=tuple(_speech(item) for item in record["speech"]),
        quoted=quoted,
    )


def _speech(item: dict[str, Any]) -> Speech:
    mention = item["mention"] and (item["mention"][0], item["mention"][1])
    return Speech(**{**item, "kind": SpeechKind(item["kind"]), "mention": mention})


def _quotation(item: dict[str, Any]) -> Quotation:
    return Quotation(item["start"], item["end"], Reference(**item["source"]) if item["source"] else None)
