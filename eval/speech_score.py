"""How well speech is found, against PolNeAR."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.article import Post, Speech, SpeechKind
from corpus.quotation import quotations
from corpus.read import analyse
from corpus.second_hand import teller_of
from corpus.tagger import ROLES, load_tagger
from corpus.titles import NOT_A_PERSON
from eval.polnear import Annotated, Attribution, Span, read_polnear


@dataclass(slots=True)
class Counts:
    """True positives, what was predicted, what is there."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall, 0..1; None when there is nothing on either side."""
        return 2 * self.right / (self.predicted + self.gold) if self.predicted + self.gold else None


@dataclass(slots=True)
class SpeechScores:
    """What a part of PolNeAR comes to."""

    exact: dict[str, Counts] = field(default_factory=lambda: {role: Counts() for role in ROLES})
    direct: Counts = field(default_factory=Counts)
    mention: Counts = field(default_factory=Counts)
    """Of the direct speech found that has a source: those whose mention overlaps it."""
    name: Counts = field(default_factory=Counts)
    """Of the direct speech whose source holds a person's name: names shown, and right ones among them."""
    wrong: list[str] = field(default_factory=list)
    articles: int = 0
    seconds: float = 0.0


def score_speech(folder: Path) -> SpeechScores:
    """Read speech in every text of the part in *folder*.

    Raises:
        QuothError: there is no such corpus.
    """
    scores = SpeechScores()
    for article in read_polnear(folder):
        began = time.perf_counter()
        speech = analyse(article.text, Post())[0].speech
        scores.seconds += time.perf_counter() - began
        scores.articles += 1
        _exact(article, scores)
        _direct(article, speech, scores)
    return scores


def _exact(article: Annotated, scores: SpeechScores) -> None:
    tagged = load_tagger().tag(article.text, 0, len(article.text))
    for role in ROLES:
        gold = set(article.spans(role))
        found = {(item.start, item.end) for item in tagged if item.role == role}
        counts = scores.exact[role]
        counts.right += len(gold & found)
        counts.predicted += len(found)
        counts.gold += len(gold)


def _direct(article: Annotated, speech: Sequence[Speech], scores: SpeechScores) -> None:
    text = article.text
    gold: list[tuple[Span, Attribution]] = []
    for line_start, line_end in _lines(text):
        for left, right in quotations(text, line_start, line_end):
            for item in article.attributions:
                if any(_overlap(piece, (left + 1, right - 1)) for piece in item.content):
                    gold.append(((left + 1, right - 1), item))
                    break
    direct = [item for item in speech if item.kind is SpeechKind.DIRECT]
    outer = [one for one in direct if not any(_inside(one, other) for other in direct)]
    scores.direct.gold += len(gold)
    scores.direct.predicted += len(outer)
    for span, item in gold:
        found = next((one for one in outer if _overlap((one.start, one.end), span)), None)
        if found is None:
            continue
        found = teller_of(speech, found) or found  # PolNeAR relates a quotation to the outermost voice
        scores.direct.right += 1
        if item.source:
            _speaker(article, found, item, scores)


def _speaker(article: Annotated, found: Speech, item: Attribution, scores: SpeechScores) -> None:
    scores.mention.gold += 1
    scores.mention.predicted += found.mention is not None
    right = found.mention is not None and any(_overlap(found.mention, piece) for piece in item.source)
    scores.mention.right += right
    words = " ".join(article.text[start:end] for start, end in item.source)
    names = [word.strip(",.’'") for word in words.split() if word[:1].isupper()]
    if not right:
        scores.wrong.append(f"{article.text[found.start : found.end][:80]} … {found.speaker} for {words}")
    if not names or NOT_A_PERSON.search(words):
        return
    scores.name.gold += 1
    if found.speaker:
        scores.name.predicted += 1
        good = any(name.casefold() in found.speaker.casefold() for name in names)
        scores.name.right += good
        if not good:
            scores.wrong.append(f"{found.speaker!r} for {words!r}")


def _lines(text: str) -> Sequence[Span]:
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append((start, start + len(line)))
        start += len(line) + 1
    return lines


def _inside(one: Speech, other: Speech) -> bool:
    return one is not other and other.start <= one.start and one.end <= other.end


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
