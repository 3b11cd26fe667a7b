"""Body, author and date of the pages of the article extraction benchmark, beside trafilatura alone.

The benchmark compares 4-word shingles as multisets; each page weighs the same, whatever its length.
https://github.com/scrapinghub/article-extraction-benchmark
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus.charset import decode_page
from corpus.errors import QuothError
from corpus.page import read_page
from index.progress import Progress

SHINGLE: Final = 4  # words
WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Page:
    """One page, read by us and by trafilatura alone; None for what was not found."""

    url: str
    truth: str
    body: str
    author: str | None
    published: str | None
    told_by: dict[str, str]
    their_body: str
    their_author: str | None
    their_date: str | None


@dataclass(frozen=True, slots=True)
class Overlap:
    """Shares of right, spurious and missing shingles, 0 to 1, summed over pages."""

    right: float
    spurious: float
    missing: float

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 when nothing was found."""
        return self.right / (self.right + self.spurious) if self.right + self.spurious else 1.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found; 1 when nothing is there."""
        return self.right / (self.right + self.missing) if self.right + self.missing else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def overlap(pairs: Sequence[tuple[str, str]]) -> Overlap:
    """Compare (true text, found text) page by page."""
    shares = [_shares(shingles(truth), shingles(found)) for truth, found in pairs]
    return Overlap(*(sum(share[place] for share in shares) for place in range(3)))


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of four words in *text* with how often each stands there; a shorter text is one run."""
    words = WORD.findall(text)
    if len(words) < SHINGLE:
        return Counter([tuple(words)] if words else [])
    return Counter(tuple(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1))


def _shares(truth: Counter[tuple[str, ...]], found: Counter[tuple[str, ...]]) -> tuple[float, float, float]:
    counts = ((truth & found).total(), (found - truth).total(), (truth - found).total())
    whole = sum(counts) or 1
    return counts[0] / whole, counts[1] / whole, counts[2] / whole


def read_pages(folder: Path, progress: Progress) -> Iterator[Page]:
    """Read every page of the benchmark in *folder*, which holds ``ground-truth.json`` and ``html``.

    Raises:
        QuothError: there is no such benchmark.
    """
    try:
        truths = json.loads((folder / "ground-truth.json").read_bytes())
    except OSError as error:
        raise QuothError(f"{folder} holds no ground-truth.json", hint="name the benchmark's folder") from error
    for done, (name, truth) in enumerate(truths.items(), 1):
        data = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        yield _page(data, truth["url"], truth["articleBody"])
        progress("reading pages", done, len(truths))


def _page(data: bytes, url: str, truth: str) -> Page:
    from trafilatura import extract, extract_metadata

    source = decode_page(data, "", url)
    theirs = extract_metadata(source, default_url=url)
    their_body = extract(source, include_comments=False) or ""
    try:
        ours = read_page(source, name=url, url=url)
    except QuothError:
        return Page(url, truth, "", None, None, {}, their_body, theirs.author, theirs.date)
    post = ours.post
    known = dict(ours.told_by)
    return Page(url, truth, ours.text, post.author, post.published, known, their_body, theirs.author, theirs.date)
