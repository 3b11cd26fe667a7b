"""Cases in the making: from readers' judgments, and from sentences of an owner's library."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from bot.answer import Verdict
from bot.permalink import ID
from bot.quote import make_quote
from corpus.article import Article, Voice
from corpus.errors import QuothError, UsageError
from corpus.library import Library
from eval.bootstrap import SEED
from eval.mutations import sentences_of
from eval.row import speaker_of

UNKNOWN: Final = "?"  # what a person has to fill in
DIGITS: Final = 12  # of an article's id
FEWEST_WORDS: Final = 8  # a shorter sentence seldom answers anything
REFUSAL_EVERY: Final = 4  # each so many questions is one that the library should refuse


def read_judgments(path: Path) -> list[dict[str, Any]]:
    """Return what ``quoth feedback --json`` printed: ``question``, ``kind`` and ``quotes`` (ids) on each line.

    Raises:
        UsageError: the file cannot be read, or a line is no such thing.
    """
    found = []
    try:
        lines = path.read_text().splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read {path}", hint="write it: quoth feedback --json > FILE") from error
    for number, line in enumerate(lines, 1):
        try:
            record = json.loads(line)
            _ = str(record["question"]), str(record["kind"]), list(record["quotes"])
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(
                f"{path}, line {number}: no question, kind and quotes", hint="write it: quoth feedback --json > FILE"
            ) from error
        found.append(record)
    return found


def draft(judgment: Mapping[str, Any], library: Library) -> dict[str, Any]:
    """Return the case that a reader's *judgment* suggests; what only a person can tell is missing or "?".

    *Right* gives a whole case with the quote as gold. *Wrong speaker* keeps the gold and asks for the speaker,
    *wrong quote* asks for gold, *not an answer* supposes that the corpus does not state it.
    """
    kind = str(judgment["kind"]).removeprefix("feedback_")
    question = str(judgment["question"])
    refused = kind == "not_an_answer"
    record: dict[str, Any] = {
        "id": f"feedback-{sha256(f'{kind} {question}'.encode()).hexdigest()[:8]}",
        "part": "dev",
        "question": question,
        "verdict": Verdict.NOT_STATED if refused else Verdict.ANSWERED,
        "gold": [],
        "origin": "feedback",
    }
    if kind in {"right", "wrong_speaker"}:
        record.update(_first_quote(judgment["quotes"], library))
    if kind == "wrong_speaker":
        record["speaker"] = UNKNOWN
    return record


def _first_quote(quotes: Sequence[str], library: Library) -> dict[str, Any]:
    """Return gold and voice of the first of *quotes* that is still in *library*, nothing where none is."""
    for name in quotes:
        found = ID.fullmatch(name)
        try:
            article = library.get(library.find(found["article"])) if found else None
        except QuothError:
            article = None
        if found and article:
            return _gold(article, (int(found["start"]), int(found["end"])))
    return {}


def _gold(article: Article, span: tuple[int, int]) -> dict[str, Any]:
    quote = make_quote(article, span, span, 1.0)
    return {
        "gold": [{"article": article.id[:DIGITS], "words": quote.text}],
        "voice": quote.voice,
        "speaker": speaker_of(quote),
    }


def proposed(library: Library) -> Iterator[tuple[Article, tuple[int, int]]]:
    """Yield sentences that somebody could ask for, in a random order that is always the same."""
    found = [
        (article, span)
        for article, span in sentences_of(library)
        if len(article.slice(*span).split()) >= FEWEST_WORDS and article.text.count(article.slice(*span)) == 1
    ]
    random.Random(SEED).shuffle(found)  # noqa: S311 - draws sentences, hides nothing
    yield from found


def written(library: Library, ask: Callable[[str], str], first: int) -> Iterator[dict[str, Any]]:
    """Yield the cases that a person writes; *ask* shows a text and returns what was typed; *first* numbers them.

    Nothing typed leaves a sentence out, a full stop ends.
    """
    number = first
    for article, span in proposed(library):
        if number % REFUSAL_EVERY == REFUSAL_EVERY - 1:
            question = ask("A question in place that your articles do NOT answer")
            record: dict[str, Any] = {"verdict": Verdict.NOT_STATED}
        else:
            gold = _gold(article, span)
            title = article.post.title or article.id[:DIGITS]
            whose = gold["speaker"] or ("the press" if gold["voice"] is Voice.PRESS else "the post’s author")
            question = ask(f"{title}, in the words of {whose}:\n\n  {article.slice(*span)}\n\nWhat does it answer")
            record = {"verdict": Verdict.ANSWERED, **gold}
        if question.strip() == ".":
            return
        if question.strip():
            part = "dev" if number % 2 else "test"
            yield {"id": f"own-{number:03}", "part": part, "question": question.strip(), **record, "origin": "owner"}
            number += 1
