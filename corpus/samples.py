"""The sample library that ships with the package."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from corpus.library import Library
from corpus.read import read_post


def sample_posts() -> Iterator[tuple[str, bytes]]:
    """Yield (file name, content) of every sample post, by name."""
    for entry in sorted(files("corpus").joinpath("samples_data").iterdir(), key=lambda item: item.name):
        if entry.name.endswith(".md"):
            yield entry.name, entry.read_bytes()


def add_samples(library: Library) -> int:
    """Add the sample posts to *library* and return how many there are."""
    count = 0
    for name, data in sample_posts():
        library.add(read_post(data, name=name).article)
        count += 1
    return count
