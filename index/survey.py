"""What the library holds against what is indexed: the work that the next build has, and what it would take away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from corpus.article import ArticleId
from corpus.library import Library, digest_of
from corpus.read import ANALYSIS_VERSION
from index.cut import METHOD, Cut, cut, cuts_in, joined
from index.generation import ROW, Generation, Rows
from index.passage import TOKEN_BUDGET
from index.progress import Progress
from index.tokens import token_counter


@dataclass(frozen=True, slots=True)
class Survey:
    """The library, cut, and how it differs from a generation."""

    cuts: tuple[Cut, ...]
    """By id."""
    added: tuple[ArticleId, ...]
    changed: tuple[ArticleId, ...]
    """The same text with another record: metadata, or another reading of it."""
    removed: tuple[ArticleId, ...]
    outdated: int
    """Articles that an older version analysed and that the next build reads anew."""

    @property
    def library(self) -> str:
        """Digest of what was cut."""
        return digest_of({part.id: part.record for part in self.cuts})

    @property
    def rows(self) -> Rows:
        """All passages, as a generation numbers them."""
        return joined([part.passages for part in self.cuts], ROW)


def refresh(library: Library, generation: Generation | None, progress: Progress) -> None:
    """Store anew what an older version analysed; what *generation* knows to be up to date is not opened."""
    for done, total in library.refresh(_unknown(library.records(), generation)):
        progress("reading speech anew", done, total)


def survey(library: Library, generation: Generation | None, progress: Progress) -> Survey:
    """Compare *library* with *generation*, None when nothing is indexed; touches neither."""
    records = library.records()
    before = {} if generation is None else {part.id: part for part in cuts_in(generation)}
    outdated = set(library.outdated(_unknown(records, generation)))
    cuts = _kept(records, before, outdated) if generation is not None and _same_method(generation) else {}
    missing = [identity for identity in records if identity not in cuts]
    for done, identity in enumerate(missing, 1):
        article = library.get(identity)
        if article is not None:
            cuts[identity] = cut(article, records[identity], token_counter())
        progress("reading articles", done, len(missing))
    return Survey(
        cuts=tuple(cuts[identity] for identity in sorted(cuts)),
        added=tuple(sorted(cuts.keys() - before.keys())),
        changed=tuple(sorted(name for name in cuts.keys() & before.keys() if before[name].record != cuts[name].record)),
        removed=tuple(sorted(before.keys() - cuts.keys())),
        outdated=len(outdated),
    )


def differences(library: Library, generation: Generation) -> tuple[int, int, int]:
    """Return how many articles were added, changed and removed since *generation*; reads only the records' hashes."""
    records = library.records()
    known = dict(_known_records(generation))
    changed = sum(known[identity] != record for identity, record in records.items() if identity in known)
    return len(records.keys() - known.keys()), changed, len(known.keys() - records.keys())


def lost_passages(found: Survey, generation: Generation) -> int:
    """Return how many passages of *generation* the library no longer has, in this article and with this context."""
    after = {(part.id, key) for part in found.cuts for key in part.passages["key"].tolist()}
    return sum((part.id, key) not in after for part in cuts_in(generation) for key in part.passages["key"].tolist())


def _unknown(records: Mapping[ArticleId, str], generation: Generation | None) -> list[ArticleId]:
    """Return the articles of whose records *generation* cannot tell that this version analysed them."""
    if generation is None or generation.manifest.analysis != ANALYSIS_VERSION:
        return list(records)
    known = dict(_known_records(generation))
    return [identity for identity, record in records.items() if known.get(identity) != record]


def _known_records(generation: Generation) -> Iterable[tuple[ArticleId, str]]:
    return zip(generation.articles, generation.index["record"].astype("U64").tolist(), strict=True)


def _kept(
    records: Mapping[ArticleId, str], before: Mapping[ArticleId, Cut], outdated: AbstractSet[ArticleId]
) -> dict[ArticleId, Cut]:
    """Return the parts that need no cutting; an outdated article counts as it was, until it is read anew."""
    return {
        identity: before[identity]
        for identity, record in records.items()
        if identity in before and (identity in outdated or before[identity].record == record)
    }


def _same_method(generation: Generation) -> bool:
    return (generation.manifest.method, generation.manifest.budget) == (METHOD, TOKEN_BUDGET)
