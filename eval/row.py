"""What one case came to: the values that metrics are made of, and what was said."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from bot.answer import Answer, GroupKind, Quote, Verdict
from bot.contract import to_json
from corpus.library import Library
from eval.cases import Case
from eval.gold import Place, holding
from eval.invariants import Break, broken_by
from eval.reader import messages_for


@dataclass(frozen=True, slots=True)
class Row:
    """One case, asked."""

    id: str
    digest: str
    part: str
    slices: tuple[str, ...]
    question: str
    after: tuple[str, ...]
    expected: str
    given: str
    gold: tuple[str, ...]
    """The sentences around the gold words."""
    wanted: str
    """Voice, speaker and group of the gold words, as far as the case has them."""
    values: Mapping[str, float | None]
    """By metric; None where the metric does not apply to this case."""
    broken: tuple[Break, ...]
    """What may never happen and did."""
    answer: Mapping[str, Any]
    """The contract of ``quoth ask --json``, without the time it took."""
    shown: tuple[Mapping[str, Any], ...]
    """The messages that a reader gets, each with text and entities (offsets in UTF-16 units)."""

    @property
    def right(self) -> bool:
        """The first quote holds gold words; without gold: it was refused."""
        return bool(self.values["right"])


def row_of(
    case: Case, places: Sequence[Place], answer: Answer, library: Library, ranked: Mapping[str, float | None]
) -> Row:
    """Judge *answer* to *case*; *ranked* are the values of the stages of the search."""
    record = {key: value for key, value in json.loads(to_json(answer)).items() if key != "seconds"}
    told = (case.voice and f"voice {case.voice}", case.speaker, case.group and f"under {case.group}")
    return Row(
        id=case.id,
        digest=case.digest,
        part=case.part,
        slices=case.slices,
        question=case.question,
        after=case.after,
        expected=case.verdict.value,
        given=answer.verdict.value,
        gold=tuple(place.article.slice(*place.sentences) for place in places),
        wanted=", ".join(item for item in told if item),
        values={**_values(case, places, answer, library), **ranked},
        broken=(*broken_by(answer, library), *_wrong_mouths(case, places, answer), *_strangers(case, answer, library)),
        answer=record,
        shown=tuple(asdict(message) for message in messages_for(answer)),
    )


def _values(case: Case, places: Sequence[Place], answer: Answer, library: Library) -> dict[str, float | None]:
    shown = (*answer.quotes, *answer.nearest)
    holders = holding(shown, places)
    first, third = (bool(holding(answer.quotes[:depth], places)) for depth in (1, 3))
    refused = answer.verdict not in {Verdict.ANSWERED, Verdict.UNAVAILABLE}
    best = holding(shown[:1], places)
    grouped = holding(answer.quotes, places)
    return {
        "right": float(first if places else refused),
        "verdict": float(answer.verdict is case.verdict),
        "right@1": float(first) if places else None,
        "right@3": float(third) if places else None,
        "key@1": float(any(_key_on(answer.quotes[0], place) for place in places)) if places and answer.quotes else None,
        "exactness": _share([is_exact(quote, library) for quote in shown]),
        "chain": _share([resolves(quote, library) for quote in shown]),
        "voice": _share([quote.voice is case.voice for quote in holders]) if case.voice else None,
        "speaker": _share([bool(_told_by(quote) & _names(case)) for quote in holders]) if case.speaker else None,
        "group": _share([quote.group is case.group for quote in grouped]) if case.group else None,
        "over-quoting": _beyond(grouped[0], places) if grouped else None,
        "confidence": shown[0].score if shown else None,
        "correct": float(bool(best)) if shown else None,
    }


def is_exact(quote: Quote, library: Library) -> bool:
    """Tell whether *quote* is, byte for byte, what its span holds."""
    article = library.get(quote.article)
    return article is not None and article.text[quote.start : quote.end] == quote.text


def resolves(quote: Quote, library: Library) -> bool:
    """Tell whether the chain of *quote* ends in its post and, for press words, has a source or says there is none."""
    article = library.get(quote.article)
    sourced = quote.chain.source is not None or quote.voice.value == "author"
    return (
        article is not None
        and quote.chain.post == article.post
        and (sourced or "source not given" in quote.attribution)
        and (quote.chain.source is None or quote.chain.source in article.references)
    )


def speaker_of(quote: Quote) -> str | None:
    """Return who says the key of *quote*, directly or reported; None when nobody named does."""
    speaker = quote.chain.speaker or quote.reported
    return speaker.name if speaker else None


def _told_by(quote: Quote) -> set[str]:
    """Return who says the key of *quote*, and who says that they said it."""
    speaker = quote.chain.speaker or quote.reported
    return {name for name in (speaker.name, speaker.according_to) if name} if speaker else set()


def _names(case: Case) -> set[str | None]:
    return {case.speaker, *case.party} if case.group is GroupKind.SAID_BY else {case.speaker}


def _key_on(quote: Quote, place: Place) -> bool:
    return quote.article == place.article.id and quote.key[0] < place.end and place.start < quote.key[1]


def _beyond(quote: Quote, places: Sequence[Place]) -> float:
    """Return how many words *quote* shows beside the sentences around the gold words it holds."""
    gold = max(len(place.article.slice(*place.sentences).split()) for place in places if place.is_in(quote))
    return float(max(0, len(quote.text.split()) - gold))


def _wrong_mouths(case: Case, places: Sequence[Place], answer: Answer) -> Iterator[Break]:
    for quote in holding((*answer.quotes, *answer.nearest), places):
        if case.voice and quote.voice is not case.voice:
            yield Break("wrong mouth", f"{quote.id}: gold words shown as {quote.voice}, are {case.voice}")
        told = _told_by(quote)
        if case.speaker and told and told.isdisjoint(_names(case)):
            yield Break("wrong mouth", f"{quote.id}: gold words credited to {speaker_of(quote)}, are {case.speaker}’s")


def _only_called(quote: Quote, library: Library) -> Iterator[str]:
    """Yield what the article calls those who say the key of *quote* and have no name, in small letters."""
    article, (start, end) = library.get(quote.article), quote.key
    for item in quote.speech:
        if article and item.mention and item.speaker is None and item.start < end and start < item.end:
            yield article.slice(*item.mention).casefold()


def _strangers(case: Case, answer: Answer, library: Library) -> Iterator[Break]:
    for quote in answer.quotes if case.party else ():
        source = quote.chain.source
        speakers = (name for voice in _told_by(quote) for name in voice.split(" and "))  # of two, one suffices
        told = {*speakers, source.publication if source and not quote.chain.speaker else None} - {None}
        called = [
            words for words in _only_called(quote, library) if any(name.casefold() in words for name in case.party)
        ]
        if quote.group is GroupKind.SAID_BY and told.isdisjoint(case.party) and not called:
            yield Break("stranger under “said by”", f"{quote.id}: said by {speaker_of(quote) or 'somebody unnamed'}")


def _share(flags: Sequence[bool]) -> float | None:
    return sum(flags) / len(flags) if flags else None
