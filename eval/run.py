"""Running the cases: the sample library, indexed in a folder of its own, asked every question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.answer import Answer
from bot.groups import GroupKind, group_of
from corpus.article import article_id
from corpus.library import Library
from eval.cases import Case
from eval.invariants import broken_by
from eval.sample_home import sample_engine
from index.build import build
from index.models import load_encoder


@dataclass(frozen=True, slots=True)
class Result:
    """How one case went."""

    case: Case
    answer: Answer
    found: bool
    """The first quote holds the gold words; for a case without gold: it was refused."""
    voice_right: bool
    """Every quote with the gold words has the right voice, and the right speaker where the case names one."""
    group_right: bool | None
    """Every quote with the gold words stands under the right heading; None where no heading is asked for."""
    broken: tuple[str, ...]


def run_cases(cases: Sequence[Case], folder: Path) -> tuple[list[Result], list[str]]:
    """Ask all *cases* and return the results, and what is broken about library and index built below *folder*."""
    library, engine = sample_engine(folder, _silent)
    broken = _broken_builds(library, folder)
    return [_result(case, engine.ask(case.question), library) for case in cases], broken


def _broken_builds(library: Library, folder: Path) -> list[str]:
    """Index again, and once more from a library that was filled in the opposite order."""
    encoder = load_encoder()
    again = build(library, folder / "index", lambda: encoder, _silent)
    turned = Library(folder / "turned")
    for article in reversed(list(library.articles())):
        turned.add(article)
    other = build(turned, folder / "turned-index", lambda: encoder, _silent)
    broken = []
    if again.changed:
        broken.append("indexing twice changed the index")
    if other.id != again.id:
        broken.append("the order of the articles changed the index")
    if any(article_id(article.text) != article.id for article in library.articles()):
        broken.append("a stored text has changed")
    return broken


def _silent(stage: str, done: int, total: int, /) -> None:
    """Show nothing."""


def _result(case: Case, answer: Answer, library: Library) -> Result:
    broken = (*broken_by(answer, library), *_strangers(case, answer))
    gold = case.gold
    if gold is None:
        return Result(case, answer, not answer.quotes, voice_right=True, group_right=None, broken=broken)
    holding = [quote for quote in answer.quotes if gold.words in quote.text]
    right = all(
        quote.voice is gold.voice
        and (gold.speaker is None or (quote.chain.speaker is not None and quote.chain.speaker.name == gold.speaker))
        for quote in holding
    )
    found = bool(answer.quotes) and gold.words in answer.quotes[0].text
    group_right = all(group_of(quote, case.question) is gold.group for quote in holding) if gold.group else None
    return Result(case, answer, found, right, group_right, broken)


def _strangers(case: Case, answer: Answer) -> Iterator[str]:
    """Yield the quotes that stand as said by the party asked for, although somebody else speaks."""
    for quote in answer.quotes if case.party else ():
        speaker = quote.chain.speaker or quote.reported
        if group_of(quote, case.question) is GroupKind.SAID_BY and (speaker is None or speaker.name not in case.party):
            yield f"{quote.id}: shown as said by the party asked for, is {speaker.name if speaker else 'unnamed'}"
