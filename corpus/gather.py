"""From what somebody names, a file or a URL, to articles in the library, one source after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from corpus.address import checked_url, known_as
from corpus.errors import QuothError
from corpus.fetch import Visitor
from corpus.files import read_file
from corpus.incoming import Batch, Incoming
from corpus.intake import Intake, Outcome, Taken
from corpus.kinds import read_document

STDIN: Final = "stdin"
"""What a document that was read from there is called."""
PAGES: Final = 50
"""Pages behind the teasers of feeds that one run fetches; the next run fetches on."""

Step = Callable[[str, int, int], None]
"""Is told (what is done, how much of it is done, of how much)."""


@dataclass(frozen=True, slots=True)
class Report:
    """What came of one source."""

    source: str
    taken: tuple[Taken, ...] = ()
    skipped: Mapping[str, int] = field(default_factory=dict)
    """How many parts were left out, by reason."""
    errors: tuple[QuothError, ...] = ()


def is_url(source: str) -> bool:
    """Tell whether *source* is written as a URL rather than a path."""
    scheme, colon, _ = source.partition("://")
    return bool(colon) and scheme.isalnum()


class Gatherer:
    """Reads sources into a library whose lock is held."""

    def __init__(self, taking: Intake, visitor: Visitor, step: Step, *, again: bool = True) -> None:
        """*again*: what was removed by hand is taken in again."""
        self._taking = taking
        self._visitor = visitor
        self._step = step
        self._again = again
        self._pages = 0

    def gather(self, source: str, data: bytes | None = None) -> Report:
        """Take in what *source* holds: a path, a URL, or *data* that was read already and is called *source*.

        A source that cannot be read is an error in the report, and nothing of it is in the library.

        Raises:
            QuothError, OSError: the library cannot be written.
        """
        key = source if is_url(source) or data is not None else str(Path(source).absolute())
        try:
            report = self._of_url(source) if is_url(source) else self._of_data(key, source, data)
        except QuothError as error:
            report = Report(source, errors=(error,))
        failed = {str(error): 1 for error in report.errors}
        self._taking.note_skipped(key, {**report.skipped, **failed})
        return report

    def _of_data(self, key: str, source: str, data: bytes | None) -> Report:
        batch = read_document(read_file(Path(source)) if data is None else data, name=source)
        if data is not None and source == STDIN:  # its texts share no name, so none is a new version of another
            key = f"{STDIN} {sha256(data).hexdigest()[:12]}"
        found = tuple(replace(item, origin=_local(item.origin, source, key)) for item in batch.found)
        return self._take(source, Batch(found, batch.skipped))

    def _of_url(self, url: str) -> Report:
        known = self._taking.library.origins.get(known_as(checked_url(url)))
        fetched = self._visitor.fetch(url, known.etag if known else None, known.modified if known else None)
        if fetched is None:
            return Report(url, (Taken(url, known.article, Outcome.KNOWN),) if known and known.article else ())
        place = known_as(fetched.url)
        batch = read_document(fetched.body, name=place, url=place, content_type=fetched.content_type)
        if [item.origin for item in batch.found] == [place]:
            report = self._take(url, batch, fetched.etag, fetched.modified)
        else:
            report = self._take(url, batch)
            if not report.errors:
                self._taking.note_feed(known_as(url), fetched.etag, fetched.modified)
        return report

    def _take(self, source: str, batch: Batch, etag: str | None = None, modified: str | None = None) -> Report:
        taken: list[Taken] = []
        errors: list[QuothError] = []
        skipped = Counter(batch.skipped)
        for done, item in enumerate(batch.found, 1):
            if item.teaser:
                self._take_page(item, taken, errors, skipped)
            else:
                taken.append(self._taking.take(item, again=self._again, etag=etag, modified=modified))
            self._step("adding", done, len(batch.found))
        return Report(source, tuple(taken), dict(skipped), tuple(errors))

    def _take_page(self, item: Incoming, taken: list[Taken], errors: list[QuothError], skipped: Counter[str]) -> None:
        """Fetch the page behind a teaser, once; what is not fetched this time is counted."""
        known = self._taking.library.origins.get(item.origin)
        if known:
            outcome = Outcome.KNOWN if known.article else Outcome.REMOVED
            taken.append(Taken(item.origin, known.article or known.before[-1], outcome))
        elif self._pages >= PAGES:
            skipped["page to be fetched by the next run"] += 1
        else:
            self._pages += 1
            try:
                fetched = self._visitor.fetch(item.origin)
                assert fetched is not None  # noqa: S101  only a conditional request has no answer
                kind = fetched.content_type
                batch = read_document(fetched.body, name=item.origin, url=item.origin, content_type=kind)
            except QuothError as error:
                errors.append(error)
                return
            for page in batch.found[:1]:
                post = replace(page.post, published=page.post.published or item.post.published)
                taken.append(self._taking.take(replace(page, origin=item.origin, post=post), again=self._again))


def _local(origin: str, source: str, key: str) -> str:
    """Return *origin* with the absolute path in place of the name as it was typed."""
    return key + origin.removeprefix(source) if origin.startswith(source) else origin
